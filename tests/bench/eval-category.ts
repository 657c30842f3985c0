/**
 * How well matters are classed on the sample pack's catalogue: for single statements, how often the right leaf comes first
 * or among the first three; for whole calls, also how often the field is filled, and right.
 * Run: `node tests/bench/eval-category.ts [--misses]`
 */
import { readFileSync } from 'node:fs'
import { unwrap } from '#shared/base/result.ts'
import { callTranscriptSchema } from '#shared/domain/call.ts'
import { hearCategory, matterWords } from '#shared/domain/understanding/kind/category.ts'
import { indexCategories } from '#shared/domain/understanding/kind/category-index.ts'
import { rankCategories, type MatterWords } from '#shared/domain/understanding/kind/category-ranking.ts'
import { listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { flatten } from '#shared/text/flat-text.ts'
import { defaultPackDirectory } from '../../src-main/core/knowledge/default-pack.ts'
import { loadSitePack } from '../../src-main/core/knowledge/load-site-pack.ts'

/** Statements of half 1 were written before the keywords of their leaves, those of half 2 after them. */
interface Statement {
  readonly text: string
  readonly code: string
  readonly half: number
}

const showMisses = process.argv.includes('--misses')
const pack = unwrap(await loadSitePack(defaultPackDirectory()))
const index = indexCategories(pack.categories, pack.lexicon.synonyms)
const fixture = (name: string): readonly string[] =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')

const statements = fixture('category-dev.jsonl').map((line) => JSON.parse(line) as Statement)
for (const half of [1, 2]) {
  const ranks = statements
    .filter((statement) => statement.half === half)
    .map(({ text, code }) => rankOf([{ text, weight: 1 }], [code], text))
  console.log(`half ${half}: ${ranks.length} statements, ${shares(ranks)}`)
}

/** Calls of the fill sets, labelled by hand with the leaves that fit; those of the set `held` were never tuned on. */
const labels = fixture('category-calls.tsv')
  .slice(1)
  .map((line) => line.split('\t'))
const calls = new Map(
  ['fill-dev', 'fill-fresh-a', 'fill-fresh-b'].flatMap((file) =>
    fixture(`${file}.jsonl`).map((line) => {
      const call = callTranscriptSchema.parse(JSON.parse(line))
      return [`${file} ${call.call}`, call] as const
    }),
  ),
)
for (const set of ['tuned', 'held']) {
  const ranks: number[] = []
  let filled = 0
  let right = 0
  for (const [file = '', name = '', codes = '', of] of labels) {
    const call = calls.get(`${file} ${name}`)
    if (of !== set || call === undefined) continue
    const hearing = listen(call.turns, call, (turn) => flatten(turn.text))
    ranks.push(rankOf(matterWords(hearing), codes.split('|'), name))
    const heard = hearCategory(hearing, index)?.value.code
    if (heard !== undefined) filled++
    if (heard !== undefined && codes.includes(heard)) right++
  }
  console.log(`${set}: ${ranks.length} calls, ${shares(ranks)}; filled ${filled}, of these right ${right}`)
}

function shares(ranks: readonly number[]): string {
  const share = (top: number): string =>
    `${((100 * ranks.filter((rank) => rank <= top).length) / ranks.length).toFixed(1)} %`
  return `top-1 ${share(1)}, top-3 ${share(3)}`
}

function rankOf(words: readonly MatterWords[], codes: readonly string[], what: string): number {
  const ranked = rankCategories(words, index)
  const place = ranked.findIndex(({ category }) => codes.includes(category.code))
  if (showMisses && place !== 0) {
    const first = ranked.slice(0, 3).map(({ category, weight }) => `${category.level3} ${weight.toFixed(1)}`)
    console.log(`${codes.map(leafName).join('/')} ← ${what} → ${first.join(', ')}`)
  }
  return place < 0 ? Infinity : place + 1
}

function leafName(code: string): string {
  return pack.categories.find((category) => category.code === code)?.level3 ?? code
}
