import { oncePerText } from '../../../base/remember.ts'
import { foldSyllables, toSyllables } from '../../../text/pinyin.ts'
import { functionCharacters } from '../../retrieval/function-words.ts'
import type { Category, Lexicon } from '../../site-pack.ts'

/** That a pair of characters stands in a leaf's keywords. */
export interface Posting {
  readonly leaf: number
  /** 1 in a keyword or the leaf's name as written, less where only a synonym brings it in. */
  readonly share: number
}

/** The pack's leaves by the pairs of characters in their keywords. Pairs, since dictionaries mis-cut spoken text. */
export interface CategoryIndex {
  readonly categories: readonly Category[]
  readonly written: ReadonlyMap<string, readonly Posting[]>
  readonly sounding: ReadonlyMap<string, readonly Posting[]>
  /** Whole keywords and names, by leaf. */
  readonly phrases: readonly (readonly string[])[]
}

/** Two neighbouring characters: as written, and by their accent-folded sound. */
export interface Pair {
  readonly at: number
  readonly written: string
  readonly sound: string
}

/** What a synonym of a keyword's word counts beside the word itself. */
const synonymShare = 0.7

/** Indexes categories by their keywords and names, and by what the lexicon knows to mean the same. */
export function indexCategories(
  categories: readonly Category[],
  synonyms: Lexicon['synonyms'],
): CategoryIndex {
  const written = new Map<string, Posting[]>()
  const sounding = new Map<string, Posting[]>()
  const variantsOf = createVariants(synonyms)
  const phrases = categories.map(({ keywords, level3 }) => [...new Set([...keywords, level3])])
  phrases.forEach((own, leaf) => {
    const shares = new Map<string, number>()
    for (const variant of own.flatMap(variantsOf))
      for (const pair of writtenPairs(variant)) shares.set(pair, synonymShare)
    for (const pair of own.flatMap(writtenPairs)) shares.set(pair, 1)
    post(written, leaf, shares)
    // One text for all of a leaf's keywords: their pinyin costs more by the call than by the character.
    const sounds = pairsIn(own.join(between)).filter(({ written: pair }) => !pair.includes(between))
    post(sounding, leaf, new Map(sounds.map(({ sound }) => [sound, 1])))
  })
  return { categories, written, sounding, phrases }
}

const between = '|'

function post(postings: Map<string, Posting[]>, leaf: number, shares: ReadonlyMap<string, number>): void {
  for (const [key, share] of shares) {
    const list = postings.get(key)
    if (list === undefined) postings.set(key, [{ leaf, share }])
    else list.push({ leaf, share })
  }
}

/** How much a pair says that so many of the leaves hold. */
export function rarity(holders: number, index: CategoryIndex): number {
  return Math.log(1 + index.categories.length / Math.max(1, holders))
}

const plainCharacters: ReadonlySet<string> = new Set(
  `${functionCharacters}一二三四五六七八九十百千万几多没人天年月家里上下`,
)
/** What a character that mostly holds a sentence together, or counts, leaves of a pair's weight. */
const plainShare = 0.5

/** How much a pair says by itself, out of its keyword: 几个 stands in any sentence. */
export const plainness = oncePerText(
  (pair) => plainShare ** Array.from(pair).filter((character) => plainCharacters.has(character)).length,
)

/** The pairs of a text in order; none where a character outside the basic plane upsets the count. */
export const pairsIn = oncePerText((text): readonly Pair[] => {
  const syllables = toSyllables(text)
  if (syllables.length !== text.length) return []
  const sounds = foldSyllables(syllables)
  return sounds.slice(1).map((sound, at) => ({
    at,
    written: text.slice(at, at + 2),
    sound: `${sounds[at] ?? ''} ${sound}`,
  }))
})

/** The neighbouring characters of a phrase. */
export function writtenPairs(phrase: string): readonly string[] {
  return Array.from({ length: Math.max(0, phrase.length - 1) }, (_, at) => phrase.slice(at, at + 2))
}

/** Says a phrase otherwise: with one of its words replaced by each of that word's synonyms. */
function createVariants(synonyms: Lexicon['synonyms']): (phrase: string) => readonly string[] {
  const groups = new Map<string, readonly string[]>()
  for (const group of synonyms) for (const word of group) groups.set(word, group)
  return (phrase) => {
    const words = new Set<string>()
    for (let start = 0; start + 1 < phrase.length; start += 1)
      for (let end = start + 2; end <= phrase.length; end += 1) {
        const word = phrase.slice(start, end)
        if (groups.has(word)) words.add(word)
      }
    return Array.from(words).flatMap((word) =>
      (groups.get(word) ?? []).filter((other) => other !== word).map((other) => phrase.replace(word, other)),
    )
  }
}
