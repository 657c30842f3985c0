import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Promised } from '#shared/domain/ticket-fields.ts'
import { formText } from '../../../text/ticket-form.ts'
import { text } from '../../../text/zh-CN.ts'
import { FieldFrame } from './field-frame.tsx'
import { useField } from './use-field.ts'

type Part = keyof Promised
type Line = Readonly<Record<Part, string>>

const parts: readonly (readonly [Part, longest: number])[] = [
  ['what', 60],
  ['by', 30],
  ['to', 30],
]
const empty: Line = { what: '', by: '', to: '' }

const lineOf = ({ what, by = '', to = '' }: Promised): Line => ({ what, by, to })

/** Lines as promises; one without a what is none (yet). */
function promisesOf(lines: readonly Line[]): Promised[] | null {
  const kept = lines
    .filter(({ what }) => what.trim() !== '')
    .map(({ what, by, to }) => ({
      what: what.trim(),
      ...(by.trim() === '' ? {} : { by: by.trim() }),
      ...(to.trim() === '' ? {} : { to: to.trim() }),
    }))
  return kept.length === 0 ? null : kept
}

/** 承诺: what the seat promised, by when and to whom; the empty line at the end takes another, an emptied one goes. */
export function PromisesEditor(): ReactNode {
  const control = useField('promises')
  // Lines as typed: one that is begun with its date is not lost before it says what.
  const [typed, setTyped] = useState<readonly Line[] | null>(null)
  const stored = (control.value ?? []).map(lineOf)
  const lines = typed ?? (control.disabled ? stored : [...stored, empty])

  function type(row: number, part: Part, words: string): void {
    const next = lines.map((line, index) => (index === row ? { ...line, [part]: words } : line))
    const last = next.at(-1) ?? empty
    setTyped(last.what === '' ? next : [...next, empty])
    control.edit(promisesOf(next))
  }

  return (
    <FieldFrame field="promises" trust={control.trust} problem={control.refused}>
      <div
        className="promises"
        role="group"
        aria-label={text.fields.promises}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setTyped(null)
        }}
      >
        {lines.map((line, row) => (
          <div key={row} className="promise">
            {parts.map(([part, longest]) => (
              <Input
                key={part}
                id={row === 0 && part === 'what' ? 'field-promises' : undefined}
                aria-label={formText.promises[part]}
                placeholder={formText.promises[part]}
                title={line[part]}
                maxLength={longest}
                disabled={control.disabled}
                value={line[part]}
                onChange={(event) => type(row, part, event.target.value)}
              />
            ))}
          </div>
        ))}
      </div>
    </FieldFrame>
  )
}
