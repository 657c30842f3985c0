import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const fixtures = join(import.meta.dirname, '../../fixtures')

/** The sets of calls that names of parties are learnt from; later ones bring them nothing (docs/adr/0020). */
export const partySets: readonly string[] = [
  'dev',
  ...Array.from('abcdefghklmnopqrstuvwxyz', (letter) => `fresh-${letter}`),
  'fresh-aa',
]

/** The sets whose telephones are told in hard ways; plain ones are invented beside them (docs/adr/0024). */
export const hardPhoneSets: readonly string[] = [
  ...partySets,
  ...Array.from('bcdefghijklmn', (letter) => `fresh-a${letter}`),
]

/** All sets of calls for the ticket’s fields that weights learn from. */
export const labelledSets: readonly string[] = [
  ...hardPhoneSets,
  ...Array.from('opqr', (letter) => `fresh-a${letter}`),
]

/** The calls of a set, a line of JSON each. */
export function callLines(set: string): readonly string[] {
  return readFileSync(join(fixtures, `fill-${set}.jsonl`), 'utf8')
    .trim()
    .split('\n')
}
