import { useMemo } from 'react'
import type { FieldEntry, FieldName, TicketFields } from '#shared/domain/ticket-fields.ts'
import { useDesk, useTicket } from '../../../state/desk-context.ts'
import { isEditableState } from '#shared/contract/views.ts'
import { shownValue, sourcedEntry, trustOf, type Trust } from '../../../state/ticket-store.ts'
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
  const entry = useTicket((state) => sourcedEntry(state.ticket, field))
  const edited = useTicket((state) => field in state.edits)
  const value = useTicket((state) => shownValue(state, field))
  const alternatives = useMemo(() => alternativesOf(entry, value), [entry, value])
  const refused = useTicket((state) => state.refused[field])
  const disabled = useTicket((state) => state.ticket === null || !isEditableState(state.ticket.state))
  return {
    value: value as Value | null,
    entry,
    trust: edited ? (value === null ? 'empty' : 'confirmed') : trustOf(entry),
    alternatives: alternatives as readonly Value[],
    refused: refused === undefined ? undefined : text.ticket.notSaved(refused),
    disabled,
    edit: (next) => desk.ticket.edit(field, next),
  }
}

/** Other readings, what was heard before them where a person's own value stands; none of them the value that is shown. */
function alternativesOf(entry: FieldEntry | null, value: unknown): readonly unknown[] {
  if (entry === null) return []
  const heard = entry.heardInstead === undefined ? [] : [entry.heardInstead.value]
  const written = [...heard, ...entry.alternatives].map((other) => [JSON.stringify(other), other] as const)
  return [...new Map(written).entries()].flatMap(([words, other]) =>
    words === JSON.stringify(value) ? [] : [other],
  )
}
