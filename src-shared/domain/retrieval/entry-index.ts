import type { Answer } from '../site-pack.ts'
import type { TextAnalyser } from './atoms.ts'
import { buildPostings, ragged, type Postings, type Ragged } from './postings.ts'
import { initialKeys, initialsOf, termKeys } from './terms.ts'

/** How much a word counts by where it stands: people ask in the words of the question, not in those of the answer. */
const fieldWeights = { title: 3, similar: 2, keyword: 2, answer: 0.5 } as const
/** What is written alike is likelier meant than what only sounds alike. */
export const writtenShare = 0.6

/** Everything about a pack's entries that a search needs, prepared once. */
export interface EntryIndex {
  readonly postings: Postings
  /** Lines of entry `e`: title and similar questions are `firstLine[e] .. firstKeyword[e])`, keywords go on to `firstLine[e + 1]`. */
  readonly firstLine: Int32Array
  readonly firstKeyword: Int32Array
  /** Terms by sound of each line, with the weight (idf × atom weight) of each. */
  readonly sounds: Ragged
  readonly soundWeights: Float32Array
  /** The pair of characters behind each of these terms; -1 where there is none. */
  readonly written: Int32Array
  /** Terms by first letters of each line. */
  readonly initials: Ragged
  /** The words of each line, for the fuzzy re-ranking and for showing what matched. */
  readonly lines: readonly string[]
}

export function buildEntryIndex(answers: readonly Answer[], analyser: TextAnalyser): EntryIndex {
  const ids = new Map<string, number>()
  const idOf = (key: string): number => {
    const known = ids.get(key)
    if (known !== undefined) return known
    ids.set(key, ids.size)
    return ids.size - 1
  }
  const lines: string[] = []
  const sounds: number[][] = []
  const initials: number[][] = []
  const weights: number[] = []
  const written: number[] = []
  const firstLine = new Int32Array(answers.length + 1)
  const firstKeyword = new Int32Array(answers.length)

  const documents = answers.map((answer, entry) => {
    const frequencies = new Map<number, number>()
    const count = (term: number, amount: number): number => {
      frequencies.set(term, (frequencies.get(term) ?? 0) + amount)
      return term
    }
    const addLine = (line: string, weight: number): void => {
      const atoms = analyser.entry(line)
      const keys = termKeys(atoms)
      written.push(...keys.map(({ text }) => (text === undefined ? -1 : count(idOf(text), weight))))
      sounds.push(keys.map(({ sound }) => count(idOf(sound), weight)))
      weights.push(...keys.map((key) => key.weight))
      initials.push(initialKeys(initialsOf(atoms)).map((key) => count(idOf(key), weight)))
      lines.push(line)
    }
    addLine(answer.title, fieldWeights.title)
    for (const similar of answer.similar) addLine(similar, fieldWeights.similar)
    firstKeyword[entry] = lines.length
    for (const keyword of answer.keywords) addLine(keyword, fieldWeights.keyword)
    for (const { sound, text } of termKeys(analyser.entry(answer.answer))) {
      count(idOf(sound), fieldWeights.answer)
      if (text !== undefined) count(idOf(text), fieldWeights.answer)
    }
    firstLine[entry + 1] = lines.length
    return frequencies
  })

  const postings = buildPostings(ids, documents)
  const raggedSounds = ragged(sounds)
  const soundWeights = Float32Array.from(
    raggedSounds.values,
    (term, slot) => (postings.idf[term] ?? 0) * (weights[slot] ?? 1),
  )
  return {
    postings,
    firstLine,
    firstKeyword,
    sounds: raggedSounds,
    soundWeights,
    written: Int32Array.from(written),
    initials: ragged(initials),
    lines,
  }
}
