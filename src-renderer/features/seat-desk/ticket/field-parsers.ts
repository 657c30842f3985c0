import type { FieldName, TicketFields } from '#shared/domain/ticket-fields.ts'
import { ticketFieldsSchema } from '#shared/domain/ticket-fields.ts'
import { parseIncidentTime } from '../../../format/incident-time.ts'
import { phoneDigits } from '../../../format/phone.ts'
import { text } from '../../../text/zh-CN.ts'

/** Fields that are typed on one line. */
export type LineField = Extract<
  FieldName,
  'contactName' | 'contactPhone' | 'incidentTime' | 'subject' | 'unit' | 'demand' | 'amountYuan' | 'people'
>

/** What was typed: a value for the field, null for an emptied one, or why it is none. */
export type Parsed<Name extends FieldName> =
  | { readonly ok: true; readonly value: NonNullable<TicketFields[Name]> | null }
  | { readonly ok: false; readonly reason: string }

type Parsers = Readonly<Record<LineField, (typed: string) => unknown>>

const plainNumber = (typed: string): number => Number(typed.replaceAll(/[,，\s元人]/g, '') || Number.NaN)

const parsers: Parsers = {
  contactName: (typed) => typed,
  contactPhone: phoneDigits,
  incidentTime: parseIncidentTime,
  subject: (typed) => ({ name: typed }),
  unit: (typed) => typed,
  demand: (typed) => typed,
  amountYuan: plainNumber,
  people: plainNumber,
}

const reasons: Readonly<Record<LineField, string>> = {
  contactName: text.invalid.tooLong(40),
  contactPhone: text.invalid.contactPhone,
  incidentTime: text.invalid.incidentTime,
  subject: text.unexpected,
  unit: text.invalid.tooLong(60),
  demand: text.invalid.tooLong(200),
  amountYuan: text.invalid.amountYuan,
  people: text.invalid.people,
}

/** Reads a typed line as a value of the field; the field's own schema decides whether it is one. */
export function parseLine<Name extends LineField>(field: Name, typed: string): Parsed<Name> {
  const trimmed = typed.trim()
  if (trimmed === '') return { ok: true, value: null }
  const parsed = ticketFieldsSchema.shape[field].unwrap().safeParse(parsers[field](trimmed))
  return parsed.success
    ? { ok: true, value: parsed.data as NonNullable<TicketFields[Name]> }
    : { ok: false, reason: reasons[field] }
}
