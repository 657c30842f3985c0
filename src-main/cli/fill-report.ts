import { fieldLabels } from '#shared/catalogue/errors.ts'
import { fillText } from '#shared/catalogue/fill.ts'
import type { CallTranscript } from '#shared/domain/call.ts'
import {
  type FieldName,
  fieldNames,
  type HeardFields,
  type HeardValue,
} from '#shared/domain/ticket-fields.ts'

/** A call's fields as `seat fill --json` prints them. */
export interface FilledLine {
  readonly call: string
  readonly fields: Readonly<Partial<Record<FieldName, unknown>>>
  readonly evidence: Readonly<
    Partial<Record<FieldName, readonly { turn: number; quote: string; confidence: number }[]>>
  >
}

/** What was heard in a call as one object; a field that was not said is absent. The narrative is no field of this format. */
export function filledLine(call: CallTranscript, heard: HeardFields): FilledLine {
  const entries = present(heard).filter(([field]) => field !== 'content')
  return {
    call: call.call,
    fields: Object.fromEntries(entries.map(([field, entry]) => [field, entry.value])),
    evidence: Object.fromEntries(
      entries.map(([field, entry]) => [
        field,
        entry.evidence.map(({ turn, quote, confidence }) => ({ turn, quote, confidence })),
      ]),
    ),
  }
}

/** The same for a person: a field a line, with its confidence and the words it came from. */
export function readableFill(call: CallTranscript, heard: HeardFields): string {
  const rows = present(heard).map(([field, entry]) => {
    const words = entry.evidence.map(({ turn, quote }) => fillText.turn(turn, quote)).join(' ')
    const percent = `${String(Math.round(entry.confidence * 100)).padStart(3)}%`
    return `  ${padded(fieldLabels[field], 12)}${padded(readable(entry.value), 32)} ${percent}  ${words}`
  })
  const heading = fillText.callHeading(call.call, call.turns.length)
  return [heading, ...(rows.length === 0 ? [fillText.nothingHeard] : rows), ''].join('\n')
}

function present(heard: HeardFields): readonly (readonly [FieldName, HeardValue])[] {
  return fieldNames.flatMap((field) => {
    const entry = heard[field]
    return entry?.value === undefined ? [] : [[field, entry] as const]
  })
}

function readable(value: unknown): string {
  if (typeof value === 'boolean') return value ? fillText.yes : fillText.no
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return value.map(readable).join(' › ')
  const { from, to, path, name, ...parts } = value as Readonly<Record<string, unknown>>
  if (from !== undefined)
    return to === undefined ? fillText.since(readable(from)) : fillText.between(readable(from), readable(to))
  if (path !== undefined) return readable(path)
  if (name !== undefined) return readable(name)
  return Object.values(parts).map(readable).join('')
}

/** Pads to a width in columns; a Han character takes two. */
function padded(text: string, columns: number): string {
  const width = Array.from(text).reduce(
    (sum, character) => sum + (/[\u2E80-\uFFEF]/u.test(character) ? 2 : 1),
    0,
  )
  return text + ' '.repeat(Math.max(0, columns - width))
}
