import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writtenForm } from '#shared/text/written-form/written-form.ts'

const table = join(import.meta.dirname, '../../fixtures/spoken-forms.tsv')
const rows = readFileSync(table, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [kind: string, spoken: string, written: string])

describe('spoken forms of the hotline', () => {
  it('are at least three hundred, each once, of every kind', () => {
    expect(new Set(rows.map(([, spoken]) => spoken)).size).toBe(rows.length)
    expect(rows.length).toBeGreaterThanOrEqual(300)
    expect(new Set(rows.map(([kind]) => kind)).size).toBe(21)
  })

  // `mixed` is a longer turn with several kinds in it, `keep` one in which nothing may change.
  it.each(rows)('%s: %s', (kind, spoken, written) => {
    const result = writtenForm(spoken)
    expect(result.text).toBe(written)
    const kinds = result.spans.map((span) => span.kind as string)
    if (kind === 'keep') expect(kinds).toEqual([])
    else if (kind !== 'mixed') expect(kinds).toContain(kind)
  })
})
