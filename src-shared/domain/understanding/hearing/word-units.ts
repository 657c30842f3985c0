import { remember } from '../../../base/remember.ts'
import type { Category } from '../../site-pack.ts'
import { askedFor, things } from './ticket-words.ts'

/** Splits spoken words into words; together they are the text again. */
export type WordUnits = (text: string) => readonly string[]

const longestTerm = 5
const mostRemembered = 2_000
const dictionary = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * The pack's terms where they are said (优待卡, 占道经营), else the words of the dictionary that comes with the runtime
 * (ICU's). It mis-cuts spoken text here and there, the more where a term is not in it.
 */
export function createWordUnits(categories: readonly Category[]): WordUnits {
  const terms = new Set([
    ...categories.flatMap(({ keywords, level3 }) => [...keywords, level3, ...dictionaryWords(level3)]),
    ...`${askedFor} ${things}`.split(' '),
  ])
  const known = new Map<string, readonly string[]>()
  return (text) => remember(known, text, mostRemembered, () => split(text, terms))
}

function split(text: string, terms: ReadonlySet<string>): readonly string[] {
  const ends = new Map<number, number>()
  for (const { index, segment } of dictionary.segment(text)) ends.set(index, index + segment.length)
  const units: string[] = []
  let at = 0
  while (at < text.length) {
    const end = termEnd(text, at, terms, ends.has(at)) ?? ends.get(at) ?? nextStart(ends, at, text.length)
    units.push(text.slice(at, end))
    at = end
  }
  return units
}

/** Where the longest term ends that begins here; one of two characters only where a word begins as well. */
function termEnd(
  text: string,
  at: number,
  terms: ReadonlySet<string>,
  beginsWord: boolean,
): number | undefined {
  for (let length = longestTerm; length >= (beginsWord ? 2 : 3); length--)
    if (at + length <= text.length && terms.has(text.slice(at, at + length))) return at + length
  return undefined
}

function nextStart(ends: ReadonlyMap<number, number>, at: number, length: number): number {
  let next = at + 1
  while (next < length && !ends.has(next)) next++
  return next
}

const dictionaryWords = (text: string): readonly string[] =>
  Array.from(dictionary.segment(text), ({ segment }) => segment).filter((word) => word.length >= 2)
