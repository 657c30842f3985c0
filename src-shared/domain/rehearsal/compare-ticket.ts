import { plainText } from '../knowledge/likeness.ts'
import type { FieldName, IncidentAddress, TicketFields } from '../ticket-fields.ts'
import { fieldNames } from '../ticket-fields.ts'
import type { ExpectedFields } from './rehearsal-script.ts'

export type FieldMatch = 'same' | 'different' | 'missing' | 'extra'

export interface ComparedField {
  readonly field: FieldName
  readonly expected?: unknown
  readonly filled?: unknown
  readonly match: FieldMatch
}

/** Free words are never the same twice: so much of the expected ones' characters is the same matter. */
const likeEnough = 0.5

/** A ticket that a script expects, with the catalogue's path and the call's date put in. */
export interface ExpectedTicket {
  readonly fields: ExpectedFields
  /** ISO time of the call. */
  readonly startedAt: string
  /** Path of a category by its code. */
  readonly pathOf: (code: string) => readonly string[]
}

/** Fields of no use without a script: what is filled there is the seat's own business. */
const judged: ReadonlySet<FieldName> = new Set<FieldName>([
  'contactName',
  'gender',
  'contactPhone',
  'requestType',
  'urgency',
  'incidentTime',
  'incidentAddress',
  'subject',
  'category',
  'demand',
  'confidential',
  'anonymous',
  'amountYuan',
  'people',
])

/** Field by field, in the order of the form: what was to be found out, and what stands on the ticket. */
export function compareTicket(expected: ExpectedTicket, filled: TicketFields): readonly ComparedField[] {
  const wanted = expectedValues(expected)
  return fieldNames
    .filter((field) => judged.has(field))
    .flatMap((field): readonly ComparedField[] => {
      const [want, got] = [wanted[field], absentWhereFalse(filled[field])]
      if (want === undefined && got === undefined) return []
      if (want === undefined) return [{ field, filled: got, match: 'extra' }]
      if (got === undefined) return [{ field, expected: want, match: 'missing' }]
      return [{ field, expected: want, filled: got, match: fits(field, want, got) ? 'same' : 'different' }]
    })
}

function expectedValues({ fields, startedAt, pathOf }: ExpectedTicket): TicketFields {
  const { category, incidentTime, ...rest } = fields
  return {
    ...rest,
    ...(category === undefined ? {} : { category: { code: category, path: [...pathOf(category)] } }),
    ...(incidentTime === undefined ? {} : { incidentTime: dayBefore(incidentTime, startedAt) }),
  }
}

/** `-1T22:00` on the day before the call. */
function dayBefore(words: string, startedAt: string): string {
  const [days = '0', time] = words.slice(1).split('T')
  const date = new Date(`${startedAt.slice(0, 10)}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - Number(days))
  const day = date.toISOString().slice(0, 10)
  return time === undefined ? day : `${day}T${time}`
}

/** A tick that was never set and one that was taken out mean the same. */
function absentWhereFalse(value: unknown): unknown {
  return value === false || value === null ? undefined : value
}

function fits(field: FieldName, want: unknown, got: unknown): boolean {
  switch (field) {
    case 'demand':
      return shareFound(plainText(String(want)), String(got)) >= likeEnough
    case 'category':
      return (want as { code: string }).code === (got as { code: string }).code
    case 'subject':
      return sameSubject(want as TicketFields['subject'], got as TicketFields['subject'])
    case 'incidentAddress':
      return holdsAddress(want as IncidentAddress, got as IncidentAddress)
    case 'incidentTime':
      return startOf(got).startsWith(startOf(want))
    default:
      return want === got
  }
}

function shareFound(want: string, got: string): number {
  const characters = new Set(want)
  return [...characters].filter((character) => got.includes(character)).length / characters.size
}

function sameSubject(want: TicketFields['subject'], got: TicketFields['subject']): boolean {
  if (want?.id !== undefined && got?.id !== undefined) return want.id === got.id
  return want?.name === got?.name
}

/** Every part that the script names is there, in its place or another; what is known beyond it is welcome. */
function holdsAddress(want: IncidentAddress, got: IncidentAddress): boolean {
  const all = plainText(Object.values(got).join(''))
  return Object.values(want).every((value) => all.includes(plainText(value ?? '')))
}

function startOf(time: unknown): string {
  return typeof time === 'string' ? time : (time as { from: string }).from
}
