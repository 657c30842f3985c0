import type { Turn } from '../call.ts'
import type { AnalysedText, TextAnalyser } from './atoms.ts'
import { writtenShare } from './entry-index.ts'
import { inverseFrequency, type Postings } from './postings.ts'
import type { SynonymFinder, SynonymSpan } from './synonyms.ts'
import { initialKeys, termKeys, wordKey, type TermKeys } from './terms.ts'

/** What is searched for: words typed, the call so far, or both (then `text` may not be empty and counts more). */
export interface AnswerQuery {
  readonly text: string
  readonly turns?: readonly Turn[]
}

/** One stretch of the query (the typed words, or one turn), as terms of the index. */
export interface QuerySegment {
  /** 1 for the newest words, less for older ones and for the seat's. */
  readonly recency: number
  readonly analysed: AnalysedText
  /** Share of the segment's meaning that each term carries; synonyms carry their word's share. */
  readonly masses: ReadonlyMap<number, number>
  /** Pairs of characters as written, and sounds that were typed as pinyin or are synonyms: these are no mere homophones. */
  readonly certain: ReadonlySet<number>
  /** All of it, including what no entry knows. */
  readonly total: number
}

export interface ReadQuery {
  readonly segments: readonly QuerySegment[]
  /** Terms for the first ranking, with idf and recency. */
  readonly ranking: ReadonlyMap<number, number>
}

/** Older words fade by this per turn of the citizen: the matter is told early, the next question comes last. */
const fading = 0.8
/** The seat repeats what the citizen wants, among much that is only form. */
const seatShare = 0.35
/** Beside typed words the call is only background. */
const backgroundShare = 0.5
const turnsHeard = 16
/** A synonym counts a little less than the word itself. */
const synonymShare = 0.9
/** What no entry knows is mostly only talk: it weighs a third of a term that one entry knows. */
const unknownShare = 0.3

interface QueryReader {
  readonly analyser: TextAnalyser
  readonly postings: Postings
  readonly findSynonyms: SynonymFinder
  readonly entries: number
}

export function readQuery(query: AnswerQuery, reader: QueryReader): ReadQuery {
  const typed = query.text.trim()
  const spoken = recentTurns(query.turns ?? [])
  const texts = [
    ...(typed === '' ? [] : [{ text: typed, recency: 1 }]),
    ...(typed === ''
      ? spoken
      : spoken.map(({ text, recency }) => ({ text, recency: recency * backgroundShare }))),
  ]
  const ranking = new Map<number, number>()
  const segments = texts
    .map(({ text, recency }) => readSegment(text, recency, reader, ranking))
    .filter((segment) => segment.total > 0)
  return { segments, ranking }
}

function recentTurns(turns: readonly Turn[]): readonly { readonly text: string; readonly recency: number }[] {
  let recency = 1
  return turns
    .slice(-turnsHeard)
    .toReversed()
    .map(({ speaker, text }) => {
      if (speaker === 'seat') return { text, recency: recency * seatShare }
      const citizen = { text, recency }
      recency *= fading
      return citizen
    })
}

function readSegment(
  text: string,
  recency: number,
  { analyser, postings, findSynonyms, entries }: QueryReader,
  ranking: Map<number, number>,
): QuerySegment {
  const analysed = analyser.query(text, (word) => postings.ids.has(wordKey(word)))
  const masses = new Map<number, number>()
  const certain = new Set<number>()
  const unknownMass = inverseFrequency(1, entries) * unknownShare
  const rank = (term: number, weight: number): void => {
    ranking.set(term, Math.max(ranking.get(term) ?? 0, weight * recency))
  }
  const put = (term: number, mass: number): void => {
    masses.set(term, Math.max(masses.get(term) ?? 0, mass))
    rank(term, mass)
  }
  /** Counts a key and returns its mass. */
  const add = (key: string, weight: number): number => {
    const term = postings.ids.get(key)
    if (term === undefined) return unknownMass * weight
    const mass = (postings.idf[term] ?? 0) * weight
    put(term, mass)
    return mass
  }
  const addWritten = ({ text: pair, sound, weight }: TermKeys): void => {
    const term = postings.ids.get(pair ?? sound)
    if (term === undefined) return
    certain.add(term)
    if (pair !== undefined) rank(term, (postings.idf[term] ?? 0) * weight * writtenShare)
  }

  const keys = termKeys(analysed.atoms)
  for (const key of keys) addWritten(key)
  const keyMasses = keys.map(({ sound, weight }) => add(sound, weight))
  for (const span of findSynonyms(analysed.atoms)) {
    const said = sumOf(keyMasses.filter((_, index) => isWithin(keys[index], span)))
    for (const other of span.others) {
      for (const key of other) {
        const term = postings.ids.get(key)
        if (term === undefined) continue
        certain.add(term)
        put(term, (said * synonymShare) / other.length)
      }
    }
  }
  const letterMasses = analysed.initials.flatMap(initialKeys).map((key) => add(key, 1))
  return { recency, analysed, masses, certain, total: sumOf(keyMasses) + sumOf(letterMasses) }
}

function isWithin(key: TermKeys | undefined, { from, to }: SynonymSpan): boolean {
  return key !== undefined && key.at >= from && key.at + key.length <= to
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
