import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unwrap } from '#shared/base/result.ts'
import type { Turn } from '#shared/domain/call.ts'
import { answerSchema, type Answer, type Lexicon } from '#shared/domain/site-pack.ts'
import { loadSitePack } from '../../src-main/core/knowledge/load-site-pack.ts'

/** A query of a labelled set; `expected` are the ids that answer it, none where nothing does. */
export interface LabelledQuery {
  readonly q: string
  readonly kind: string
  readonly text: string
  readonly turns?: readonly Turn[]
  readonly expected: readonly string[]
}

const root = join(import.meta.dirname, '..', '..')
const fixtures = join(root, 'tests/fixtures')

/** Written beside the sample pack; the search was tuned on them. */
export const developmentFile = join(fixtures, 'search-dev.jsonl')
/** Entries and queries by somebody who did not see the search: queries with odd numbers are for tuning, even ones are held out. */
export const freshFiles = {
  kb: join(fixtures, 'search-fresh-kb.jsonl'),
  queries: join(fixtures, 'search-fresh-queries.jsonl'),
}
/** Further sets by other authors, of which nothing was tuned on. */
export const unseenSets = ['b', 'c'].map((letter) => ({
  name: letter,
  kb: join(fixtures, `search-fresh-${letter}-kb.jsonl`),
  queries: join(fixtures, `search-fresh-${letter}-queries.jsonl`),
}))

export function labelledQueries(file: string): readonly LabelledQuery[] {
  return linesOf(file).map((line) => JSON.parse(line) as LabelledQuery)
}

export function entriesOf(file: string): readonly Answer[] {
  return linesOf(file).map((line) => answerSchema.parse(JSON.parse(line)))
}

/** Whether a query's number within its kind (`typed-017`) is odd. */
export function isOdd({ q }: LabelledQuery): boolean {
  return Number(/[0-9]+$/u.exec(q)?.[0] ?? 0) % 2 === 1
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8').trim().split('\n')
}

export async function sampleEntries(): Promise<{
  readonly answers: readonly Answer[]
  readonly lexicon: Lexicon
}> {
  return unwrap(await loadSitePack(join(root, 'knowledge-base')))
}

const groups = [
  '天河区',
  '越秀区',
  '白云区',
  '外地户籍',
  '个体工商户',
  '退役军人',
  '港澳居民',
  '大学生',
  '企业',
  '学生',
]
const variantMark = '#'

/**
 * A city's number of entries out of the sample's: each entry again for other districts and groups of people, with part of
 * its similar questions, in a fixed order. {@link baseId} names the entry that a variant came from.
 */
export function recombinedEntries(answers: readonly Answer[], count: number): readonly Answer[] {
  const variants = Array.from({ length: Math.max(0, count - answers.length) }, (_, index) => {
    const base = answers[index % answers.length]
    if (base === undefined) throw new Error('no entries to recombine')
    const round = Math.floor(index / answers.length)
    const group = groups[round % groups.length] ?? ''
    const other = groups[(round * 3 + 1) % groups.length] ?? ''
    return {
      ...base,
      id: `${base.id}${variantMark}${String(index)}`,
      title: `${group}${base.title}`,
      similar: base.similar
        .filter((_question, at) => (at + round) % 2 === 0)
        .map((question) => `${other}${question}`),
    }
  })
  return [...answers, ...variants].slice(0, count)
}

export function baseId(id: string): string {
  return id.split(variantMark)[0] ?? id
}
