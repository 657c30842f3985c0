import type { Answer, Lexicon } from '../site-pack.ts'
import { createTextAnalyser, type TextAnalyser } from './atoms.ts'
import { createConceptFinder, type ConceptFinder } from './concepts.ts'
import { readLexiconWords } from './lexicon-words.ts'
import { createMeaningReader, type MeaningReader } from './meaning-vectors.ts'
import { createTopicFinder, type TopicFinder, type Topics, type WeightedText } from './topics.ts'
import { characterKeys, initialKeys, initialsOf, termKeys } from './terms.ts'

/** How much a word counts by where it stands: people ask in the words of the question, not in those of the answer. */
const fieldWeights = { title: 3, similar: 2, keyword: 2, answer: 0.5, category: 0.5 } as const

/** For what an entry is about its answer says as much. */
const topicWeights = { title: 3, similar: 1, keyword: 2 } as const
const meaningWeights = { title: 2, similar: 1, keyword: 0.7, answer: 2 } as const

/** One line of an entry (title, similar question or keyword) as terms of the index. */
export interface LineTerms {
  /** Pairs by sound and words; `written` is the pair of characters behind each, -1 where there is none. */
  readonly sounds: readonly number[]
  readonly written: readonly number[]
  /** 0–1: less for words that only ask. */
  readonly weights: readonly number[]
  readonly characters: readonly number[]
  readonly concepts: readonly number[]
  readonly initials: readonly number[]
}

export interface EntryTerms {
  /** Title, similar questions, then keywords from `firstKeyword` on. */
  readonly lines: readonly LineTerms[]
  readonly firstKeyword: number
  readonly topics: Topics
  /** Its direction, see {@link MeaningReader.written}. */
  readonly meaning: Int8Array
  /** Weighted frequency of each term. */
  readonly frequencies: ReadonlyMap<number, number>
}

/** Turns text into terms by a pack's lexicon. */
export interface TermReader {
  readonly analyser: TextAnalyser
  readonly findConcepts: ConceptFinder
  readonly findTopics: TopicFinder
  readonly meanings: MeaningReader
}

/** Reading a lexicon takes a third of a second; indexes that are made by the same one share it. */
const readers = new WeakMap<Lexicon, TermReader>()

export function createTermReader(lexicon: Lexicon): TermReader {
  const known = readers.get(lexicon)
  if (known !== undefined) return known
  const reader = readLexicon(lexicon)
  readers.set(lexicon, reader)
  return reader
}

function readLexicon(lexicon: Lexicon): TermReader {
  const analyser = createTextAnalyser(lexicon)
  const words = readLexiconWords(lexicon, analyser)
  return {
    analyser,
    findConcepts: createConceptFinder(words),
    findTopics: createTopicFinder(words),
    meanings: createMeaningReader(lexicon.vectors),
  }
}

/** The lines of an entry in the order of {@link EntryTerms}. */
export function linesOf({ title, similar, keywords }: Answer): readonly string[] {
  return [title, ...similar, ...keywords]
}

/**
 * Reads one entry; `idOf` numbers the keys. The answer's own words are taken as written and not by sound: nobody reads them
 * out to a recogniser.
 */
export function readEntryTerms(
  answer: Answer,
  { analyser, findConcepts, findTopics, meanings }: TermReader,
  idOf: (key: string) => number,
): EntryTerms {
  const frequencies = new Map<number, number>()
  const texts: WeightedText[] = []
  const lines: WeightedText[] = []
  const count = (key: string, amount: number): number => {
    const term = idOf(key)
    frequencies.set(term, (frequencies.get(term) ?? 0) + amount)
    return term
  }
  const readLine = (line: string, field: 'title' | 'similar' | 'keyword'): LineTerms => {
    const atoms = analyser.entry(line)
    const weight = fieldWeights[field]
    texts.push({ atoms, weight: topicWeights[field] })
    lines.push({ atoms, weight: meaningWeights[field] })
    const keys = termKeys(atoms)
    return {
      sounds: keys.map(({ sound }) => count(sound, weight)),
      written: keys.map(({ text }) => (text === undefined ? -1 : count(text, weight))),
      weights: keys.map((key) => key.weight),
      characters: characterKeys(atoms).map((key) => count(key, weight)),
      concepts: findConcepts(atoms).map(({ key, certainty }) => count(key, weight * certainty)),
      initials: initialKeys(initialsOf(atoms)).map((key) => count(key, weight)),
    }
  }
  const readText = (text: string, field: 'answer' | 'category'): void => {
    const atoms = analyser.text(text)
    const weight = fieldWeights[field]
    texts.push({ atoms, weight: 1 })
    if (field === 'answer') lines.push({ atoms, weight: meaningWeights[field] })
    for (const { text: pair } of termKeys(atoms)) if (pair !== undefined) count(pair, weight)
    for (const key of characterKeys(atoms)) count(key, weight)
    for (const { key, certainty } of findConcepts(atoms)) count(key, weight * certainty)
  }
  const questions = [
    readLine(answer.title, 'title'),
    ...answer.similar.map((similar) => readLine(similar, 'similar')),
  ]
  const keywords = answer.keywords.map((keyword) => readLine(keyword, 'keyword'))
  readText(answer.answer, 'answer')
  readText(answer.category, 'category')
  return {
    lines: [...questions, ...keywords],
    firstKeyword: questions.length,
    topics: findTopics(texts),
    meaning: meanings.written(lines),
    frequencies,
  }
}
