import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const fixtures = join(import.meta.dirname, '../../fixtures')

/** The sets of calls for the ticket’s fields that weights learn from: all but those that judge (ah, ai). */
export const labelledSets: readonly string[] = [
  'dev',
  ...Array.from('abcdefghklmnopqrstuvwxyz', (letter) => `fresh-${letter}`),
  ...Array.from('abcdefghi', (letter) => `fresh-a${letter}`),
]

/** The calls of a set, a line of JSON each. */
export function callLines(set: string): readonly string[] {
  return readFileSync(join(fixtures, `fill-${set}.jsonl`), 'utf8')
    .trim()
    .split('\n')
}
