import type { FieldEntry, FieldName, TicketFields } from '#shared/domain/ticket-fields.ts'
import { useDesk, useTicket } from '../../../state/desk-context.ts'
import { isEditableState } from '#shared/contract/views.ts'
import { entryOf, shownValue, trustOf, type Trust } from '../../../state/ticket-store.ts'
import { text } from '../../../text/zh-CN.ts'

export interface FieldControl<Value> {
  /** What to show: typed here, else stored; null where there is none. */
  readonly value: Value | null
  readonly entry: FieldEntry | null
  readonly trust: Trust
  readonly alternatives: readonly Value[]
  readonly refused: string | undefined
  readonly disabled: boolean
  readonly edit: (value: Value | null) => void
}

/** One field of the ticket on screen, with its values typed by the field's name. */
export function useField<Name extends FieldName>(field: Name): FieldControl<NonNullable<TicketFields[Name]>> {
  type Value = NonNullable<TicketFields[Name]>
  const desk = useDesk()
  const entry = useTicket((state) => entryOf(state.ticket, field))
  const edited = useTicket((state) => field in state.edits)
  const value = useTicket((state) => shownValue(state, field))
  const refused = useTicket((state) => state.refused[field])
  const disabled = useTicket((state) => state.ticket === null || !isEditableState(state.ticket.state))
  return {
    value: value as Value | null,
    entry,
    trust: edited ? (value === null ? 'empty' : 'confirmed') : trustOf(entry),
    alternatives: (entry?.alternatives ?? []) as readonly Value[],
    refused: refused === undefined ? undefined : text.ticket.notSaved(refused),
    disabled,
    edit: (next) => desk.ticket.edit(field, next),
  }
}
