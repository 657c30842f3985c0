import { cliText } from '#shared/catalogue/cli.ts'
import { fieldLabels } from '#shared/catalogue/errors.ts'
import type { NormRule } from '#shared/domain/site-pack.ts'
import type { FieldName } from '#shared/domain/ticket-fields.ts'
import type { CallReport } from './play-call.ts'

type Print = (line: string) => void

/** One JSON object a line, as docs/command-line.md describes; `warn` gets what is no event of the call. */
export function jsonReport(print: Print, warn: Print): CallReport {
  const line = (value: object): void => print(JSON.stringify(value))
  return {
    partial: ({ speaker, startMs, endMs, text }) => line({ type: 'partial', speaker, startMs, endMs, text }),
    final: ({ index, speaker, startMs, endMs, text, confidence }) =>
      line({ type: 'final', turn: index, speaker, startMs, endMs, text, confidence }),
    fields: (changed, removed) => {
      const fields = Object.fromEntries(Object.entries(changed).map(([field, entry]) => [field, entry.value]))
      const evidence = Object.fromEntries(
        Object.entries(changed).map(([field, entry]) => [field, entry.evidence]),
      )
      line({ type: 'fields', fields, removed, evidence })
    },
    answers: (answers) =>
      line({ type: 'answers', answers: answers.map(({ id, title, score }) => ({ id, title, score })) }),
    flag: (flag) => line({ type: 'flag', ...flag }),
    notice: warn,
    submitting: () => undefined,
    ticket: (number, fields) => line({ type: 'ticket', number, fields }),
  }
}

/**
 * The same for a person: the transcript with what came of it indented below, and the ticket as it was sent. The narrative grows with
 * every turn; it stands in the ticket only.
 */
export function readableReport(print: Print, warn: Print, norms: readonly NormRule[]): CallReport {
  const shown = new Map<string, string>()
  const titleOf = (rule: string): string => norms.find((norm) => norm.rule === rule)?.title ?? rule
  return {
    partial: () => undefined,
    final: ({ speaker, startMs, text }) => print(`${clock(startMs)} ${cliText.speaker[speaker]} ${text}`),
    fields: (changed, removed) => {
      for (const [field, entry] of Object.entries(changed)) {
        const value = readable(entry.value)
        if (field === 'content' || shown.get(field) === value) continue
        shown.set(field, value)
        print(cliText.fieldHeard(labelOf(field), value))
      }
      for (const field of removed) {
        if (shown.delete(field)) print(cliText.fieldGone(labelOf(field)))
      }
    },
    answers: (answers) => answers.slice(0, 1).forEach(({ title }) => print(cliText.answerOffered(title))),
    flag: ({ rule, quote, why }) => print(cliText.flagged(titleOf(rule), quote, why)),
    notice: warn,
    submitting: ({ missing }) => print(cliText.submitting(missing.map(({ label }) => label))),
    ticket: (number, fields) => {
      print(cliText.number(number))
      for (const [field, value] of Object.entries(fields)) {
        print(cliText.fieldSent(labelOf(field), readable(value)))
      }
    },
  }
}

function labelOf(field: string): string {
  return fieldLabels[field as FieldName]
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}

function readable(value: unknown): string {
  if (Array.isArray(value)) return value.map(readable).join(' ')
  if (typeof value === 'object' && value !== null) return Object.values(value).map(readable).join(' ')
  if (typeof value === 'boolean') return value ? cliText.yes : cliText.no
  return String(value)
}
