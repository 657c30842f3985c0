import type { Turn } from '../call.ts'
import type { Atom } from './atoms.ts'
import type { TermReader } from './entry-terms.ts'
import type { KnownMatter } from './meaning-vectors.ts'
import type { Topics, WeightedText } from './topics.ts'
import { characterKeys, initialKeys, termKeys, wordKey } from './terms.ts'

/** What is searched for: words typed, the call so far, or both (then `text` may not be empty and counts more). */
export interface AnswerQuery {
  readonly text: string
  readonly turns?: readonly Turn[]
}

/** Terms of the index with how much of the query's meaning each carries (its rarity, less where it was said long ago). */
export interface TermMasses {
  readonly masses: ReadonlyMap<number, number>
  /** All of it, including what no entry knows. */
  readonly total: number
  /** The heaviest term that no entry knows. */
  readonly unknown: number
}

export interface ReadQuery {
  /** Pairs and words by sound, pairs as written, first letters that were typed. */
  readonly pairs: TermMasses
  readonly characters: TermMasses
  readonly concepts: TermMasses
  readonly topics: Topics
  /** Its direction, see {@link MeaningReader.said}. */
  readonly meaning: Float32Array
  readonly matter: KnownMatter
  /** How lately each pair, character and concept was said: 1 for the newest words. */
  readonly recency: ReadonlyMap<number, number>
  /** Pairs of characters as written, and sounds that were typed as pinyin: these are no mere homophones. */
  readonly certain: ReadonlySet<number>
  /** The newest words that are not only form. */
  readonly newest: readonly Atom[]
  /** Whether anything was said beside words that only ask (怎么办理). */
  readonly hasMatter: boolean
  /** Whether first letters were typed. */
  readonly spelled: boolean
  /** How much was said, in atoms. */
  readonly length: number
  /** Share of the ideas' meaning that no entry knows. */
  readonly unknownConcepts: number
}

/** What a query is read by. */
export interface QueryReader extends TermReader {
  /** The term of a key, where an entry has it. */
  readonly termOf: (key: string) => number | undefined
  /** How much a term says: its inverse document frequency; that of a term nobody has is the highest. */
  readonly rarity: (term: number | undefined) => number
}

/** Older words fade by this per turn of the citizen: the matter is told early, the next question comes last. */
const fading = 0.9
/** The seat repeats what the citizen wants, among much that is only form. */
const seatShare = 0.35
/** Beside typed words the call is only background. */
const backgroundShare = 0.5
const turnsHeard = 16
/** What is written alike is likelier meant than what only sounds alike. */
const writtenShare = 0.6
/** A pair that no entry knows is mostly only talk: it weighs a third of one that one entry knows. Ideas and letters never are. */
const unknownPair = 0.3

interface Stretch {
  readonly text: string
  readonly recency: number
}

export function readQuery(query: AnswerQuery, reader: QueryReader): ReadQuery {
  const draft = createDraft(reader)
  for (const stretch of stretchesOf(query)) draft.read(stretch)
  return draft.done()
}

/** Newest first. */
function stretchesOf({ text, turns }: AnswerQuery): readonly Stretch[] {
  const spoken = recentTurns(turns ?? [])
  const typed = text.trim()
  if (typed === '') return spoken
  const background = spoken.map((turn) => ({ ...turn, recency: turn.recency * backgroundShare }))
  return [{ text: typed, recency: 1 }, ...background]
}

function recentTurns(turns: readonly Turn[]): readonly Stretch[] {
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

function createDraft({ analyser, findConcepts, findTopics, meanings, termOf, rarity }: QueryReader) {
  const pairs = createMasses(rarity, unknownPair)
  const characters = createMasses(rarity, unknownPair)
  const concepts = createMasses(rarity, 1)
  const recencies = new Map<number, number>()
  const certain = new Set<number>()
  const texts: WeightedText[] = []
  let newest: readonly Atom[] = []
  let length = 0
  let hasMatter = false
  let spelled = false
  const isKnownWord = (word: string): boolean => termOf(wordKey(word)) !== undefined
  const add = (
    masses: ReturnType<typeof createMasses>,
    key: string,
    weight: number,
    recency: number,
    unknown?: number,
  ): number => {
    const term = termOf(key)
    masses.add(term, key, weight * recency, unknown)
    if (term === undefined) return -1
    recencies.set(term, Math.max(recencies.get(term) ?? 0, recency))
    return term
  }
  return {
    read: ({ text, recency }: Stretch): void => {
      const { atoms, initials } = analyser.query(text, isKnownWord)
      if (newest.length === 0) newest = atoms
      texts.push({ atoms, weight: recency })
      spelled ||= initials.length > 0
      hasMatter ||= initials.length > 0 || atoms.some(({ weight }) => weight === 1)
      length += recency * (atoms.length + initials.length)
      for (const { sound, text: written, weight } of termKeys(atoms)) {
        const term = add(pairs, sound, weight, recency)
        if (written === undefined) certain.add(term)
        else certain.add(add(pairs, written, weight * writtenShare, recency))
      }
      for (const key of initials.flatMap(initialKeys)) add(pairs, key, 1, recency, 1)
      for (const key of characterKeys(atoms)) add(characters, key, 1, recency)
      for (const { key, certainty } of findConcepts(atoms)) add(concepts, key, certainty, recency)
    },
    done: (): ReadQuery => {
      const meaning = meanings.said(texts)
      return {
        pairs: pairs.done(),
        characters: characters.done(),
        concepts: concepts.done(),
        topics: findTopics(texts),
        meaning,
        matter: meanings.nearest(meaning),
        recency: recencies,
        certain,
        newest,
        hasMatter,
        spelled,
        length,
        unknownConcepts: concepts.unknownShare(),
      }
    },
  }
}

/** Adds up masses; of a term that was said twice, the greater counts. */
function createMasses(rarity: QueryReader['rarity'], unknownShare: number) {
  const known = new Map<number, number>()
  const unknown = new Map<string, number>()
  const raise = <K>(masses: Map<K, number>, key: K, mass: number): void => {
    masses.set(key, Math.max(masses.get(key) ?? 0, mass))
  }
  return {
    add: (term: number | undefined, key: string, weight: number, unknownWeight = unknownShare): void => {
      if (term === undefined) raise(unknown, key, rarity(term) * weight * unknownWeight)
      else raise(known, term, rarity(term) * weight)
    },
    done: (): TermMasses => ({
      masses: known,
      total: sumOf(known.values()) + sumOf(unknown.values()),
      unknown: Math.max(0, ...unknown.values()),
    }),
    unknownShare: (): number => {
      const nobodys = sumOf(unknown.values())
      return nobodys === 0 ? 0 : nobodys / (nobodys + sumOf(known.values()))
    },
  }
}

function sumOf(values: Iterable<number>): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
