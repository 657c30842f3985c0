import type { ReactNode } from 'react'
import { isEditableState } from '#shared/contract/views.ts'
import type { FieldName } from '#shared/domain/ticket-fields.ts'
import { useTicket } from '../../../state/desk-context.ts'
import { text } from '../../../text/zh-CN.ts'
import { Icon } from '../../../ui/icon.tsx'
import { focusField } from './focus-field.ts'

/** Where an element is written down; elements that only the pack knows (凭证) have no field. */
const fieldOf: Readonly<Partial<Record<string, FieldName>>> = {
  type: 'requestType',
  event: 'content',
  place: 'incidentAddress',
  time: 'incidentTime',
  persons: 'contactName',
  phone: 'contactPhone',
  demand: 'demand',
  amount: 'amountYuan',
}

/** What this kind of matter still needs, each with the sentence to ask; in sight over the submit bar until it went out. */
export function MissingList(): ReactNode {
  const missing = useTicket((state) => state.ticket?.missing)
  const editable = useTicket((state) => state.ticket !== null && isEditableState(state.ticket.state))
  if (missing === undefined || !editable) return null
  if (missing.length === 0) {
    return (
      <p className="missing" data-none="true">
        <Icon name="check" /> {text.ticket.nothingMissing}
      </p>
    )
  }
  return (
    <section className="missing" aria-label={text.ticket.missing(missing.length)}>
      <b>{text.ticket.missing(missing.length)}</b>
      <ul>
        {missing.map(({ element, label, question }) => (
          <li key={element}>
            <ElementName label={label} field={fieldOf[element]} />
            {text.ticket.ask(question)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ElementName({ label, field }: { readonly label: string; readonly field: FieldName | undefined }) {
  if (field === undefined) return <span className="missing-label">{label}</span>
  return (
    <button type="button" className="missing-label" onClick={() => focusField(field)}>
      {label}
    </button>
  )
}
