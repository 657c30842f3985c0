import type { ReactNode } from 'react'
import { isEditableState } from '#shared/contract/views.ts'
import type { FieldEntry, FieldName, TicketDraft } from '#shared/domain/ticket-fields.ts'
import { ticketHints, type TicketHint } from '#shared/domain/ticket/ticket-hints.ts'
import { useDesk, useTicket } from '../../../state/desk-context.ts'
import { trustOf } from '../../../state/ticket-store.ts'
import { formText } from '../../../text/ticket-form.ts'
import { Icon } from '../../../ui/icon.tsx'

const noDraft: TicketDraft = {}

/** Under a row: what is doubtful in its values with the sentence to ask, and what does not fit what was heard. */
export function RowNotes({ fields }: { readonly fields: readonly FieldName[] }): ReactNode {
  const editable = useTicket((state) => state.ticket !== null && isEditableState(state.ticket.state))
  const draft = useTicket((state) => state.ticket?.draft) ?? noDraft
  if (!editable) return null
  const doubts = fields.flatMap((field) => doubtOf(field, draft[field]) ?? [])
  const hints = ticketHints(draft).filter(({ field }) => fields.includes(field))
  return (
    <>
      {doubts.map((words) => (
        <p key={words} className="row-under row-doubt">
          <Icon name="caution" />
          <span>{words}</span>
        </p>
      ))}
      {hints.map((hint) => (
        <Hint key={hint.field} hint={hint} />
      ))}
    </>
  )
}

/** These say their reason elsewhere: beside the deadline, in the line of sources, under the category. */
const reasonElsewhere: ReadonlySet<FieldName> = new Set(['urgency', 'requestType', 'category', 'unit'])

function doubtOf(field: FieldName, entry: FieldEntry | undefined): string | null {
  if (entry === undefined || entry.confirmed) return null
  const doubtful = entry.value === null || trustOf(entry) === 'doubtful'
  const reason = doubtful && !reasonElsewhere.has(field) ? entry.reason : undefined
  const ask = entry.ask === undefined ? undefined : formText.ask(entry.ask)
  const partial = entry.partial === undefined ? undefined : formText.partial(entry.partial)
  const words = [partial, reason, ask].filter((part) => part !== undefined).join('，')
  return words === '' ? null : words
}

function Hint({ hint: { field, heard } }: { readonly hint: TicketHint }): ReactNode {
  const desk = useDesk()
  const value = String(heard.value)
  return (
    <p className="row-under row-doubt" role="status">
      <Icon name="caution" />
      <span>{formText.hints[field](value, heard.evidence.at(-1)?.quote ?? '')}</span>
      <button type="button" className="hint-take" onClick={() => desk.ticket.edit(field, heard.value)}>
        {formText.hints.take(value)}
      </button>
    </p>
  )
}
