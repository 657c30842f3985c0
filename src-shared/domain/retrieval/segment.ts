import type { Answer } from '../site-pack.ts'
import { readEntryTerms, type EntryTerms, type TermReader } from './entry-terms.ts'
import { growingNumbers } from './numbers.ts'

/** Lists of different lengths in one array: list `i` is `values[start[i] .. start[i + 1])`. */
export interface Ragged {
  readonly start: Int32Array
  readonly values: Int32Array
}

/**
 * Entries that were indexed together, in typed arrays only, so that it is saved and loaded as it stands. A line is a title, a
 * similar question or a keyword.
 */
export interface Segment {
  /** Term `t` stands in the entries `documents[start[t] .. start[t + 1])`; later terms stand in none. */
  readonly start: Int32Array
  readonly documents: Int32Array
  /** BM25's saturated, length-normalised frequency in steps of 1 / {@link impactSteps}, without the idf. */
  readonly impacts: Uint8Array
  /** Lines of entry `e`: title and similar questions are `firstLine[e] .. firstKeyword[e])`, keywords go on to `firstLine[e + 1]`. */
  readonly firstLine: Int32Array
  readonly firstKeyword: Int32Array
  /** Terms by sound of each line. */
  readonly sounds: Ragged
  /** The pair of characters behind each of these terms, -1 where there is none; and its weight in hundredths. */
  readonly written: Int32Array
  readonly weights: Uint8Array
  readonly characters: Ragged
  readonly concepts: Ragged
  readonly initials: Ragged
  /** Groups of the lexicon that each entry leans to, and how much, in steps of 1 / {@link topicSteps}. */
  readonly topics: Ragged
  readonly topicWeights: Uint8Array
  /** The directions of the entries, one after another (`meaning-vectors.ts`). */
  readonly meanings: Int8Array
}

/** Numbers the keys of terms, from 0 in the order they are met; it only grows. */
export type TermIds = Map<string, number>

export function termIdIn(ids: TermIds): (key: string) => number {
  return (key) => {
    const known = ids.get(key)
    if (known !== undefined) return known
    ids.set(key, ids.size)
    return ids.size - 1
  }
}

/** BM25 constants: frequencies saturate early (a term said twice is no second matter), length counts by half. */
const saturation = 0.9
const lengthShare = 0.4
/** Weighted terms of an entry of usual length; fixed, so that an entry's weights do not depend on the others. */
const usualLength = 260
export const impactSteps = 130
export const topicSteps = 255
/** Entries that are read, or put in order, between two pauses. */
const sliceEntries = 32

/** Indexes entries in slices: whoever runs it may do other things between any two steps. */
export function* segmentSteps(
  answers: readonly Answer[],
  reader: TermReader,
  ids: TermIds,
): Generator<undefined, Segment> {
  const draft = createDraft()
  const idOf = termIdIn(ids)
  for (const [index, answer] of answers.entries()) {
    draft.add(readEntryTerms(answer, reader, idOf))
    if (index % sliceEntries === 0) yield
  }
  const postings = yield* postingsSteps(draft.frequencies, ids.size)
  return { ...postings, ...draft.lines() }
}

export function buildSegment(answers: readonly Answer[], reader: TermReader, ids: TermIds): Segment {
  const steps = segmentSteps(answers, reader, ids)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Each entry's terms and impacts, entry after entry. */
interface Frequencies {
  readonly firstTerm: readonly number[]
  readonly termAt: (slot: number) => number
  readonly impactAt: (slot: number) => number
  readonly length: () => number
}

function createDraft() {
  const int32 = () => growingNumbers((length) => new Int32Array(length))
  const bytes = () => growingNumbers((length) => new Uint8Array(length))
  const terms = int32()
  const impacts = bytes()
  const firstTerm = [0]
  const firstLine = [0]
  const firstKeyword: number[] = []
  const raggedDraft = () => ({ start: [0], values: int32() })
  const lists = {
    sounds: raggedDraft(),
    characters: raggedDraft(),
    concepts: raggedDraft(),
    initials: raggedDraft(),
    topics: raggedDraft(),
  }
  const written = int32()
  const weights = bytes()
  const topicWeights = bytes()
  const meanings = growingNumbers((length) => new Int8Array(length))
  return {
    frequencies: {
      firstTerm,
      termAt: terms.at,
      impactAt: impacts.at,
      length: () => terms.length,
    } satisfies Frequencies,
    add: ({ lines, firstKeyword: keyword, topics, meaning, frequencies }: EntryTerms): void => {
      const firstOwn = firstLine.at(-1) ?? 0
      firstKeyword.push(firstOwn + keyword)
      firstLine.push(firstOwn + lines.length)
      for (const line of lines) {
        for (const name of ['sounds', 'characters', 'concepts', 'initials'] as const) {
          const { start, values } = lists[name]
          line[name].forEach(values.push)
          start.push(values.length)
        }
        line.written.forEach(written.push)
        for (const weight of line.weights) weights.push(Math.round(weight * 100))
      }
      for (const [group, weight] of topics) {
        lists.topics.values.push(group)
        topicWeights.push(Math.round(weight * topicSteps))
      }
      lists.topics.start.push(lists.topics.values.length)
      meaning.forEach(meanings.push)
      let length = 0
      for (const frequency of frequencies.values()) length += frequency
      const norm = saturation * (1 - lengthShare + (lengthShare * length) / usualLength)
      for (const [term, frequency] of frequencies) {
        terms.push(term)
        impacts.push(Math.round((impactSteps * frequency * (1 + saturation)) / (frequency + norm)))
      }
      firstTerm.push(terms.length)
    },
    lines: () => {
      const done = ({ start, values }: ReturnType<typeof raggedDraft>): Ragged => ({
        start: Int32Array.from(start),
        values: values.toArray(),
      })
      return {
        firstLine: Int32Array.from(firstLine),
        firstKeyword: Int32Array.from(firstKeyword),
        sounds: done(lists.sounds),
        characters: done(lists.characters),
        concepts: done(lists.concepts),
        initials: done(lists.initials),
        topics: done(lists.topics),
        topicWeights: topicWeights.toArray(),
        meanings: meanings.toArray(),
        written: written.toArray(),
        weights: weights.toArray(),
      }
    },
  }
}

/** Turns terms by entry into entries by term (a counting sort). */
function* postingsSteps(
  { firstTerm, termAt, impactAt, length }: Frequencies,
  termCount: number,
): Generator<undefined, Pick<Segment, 'start' | 'documents' | 'impacts'>> {
  const start = new Int32Array(termCount + 1)
  const total = length()
  for (let slot = 0; slot < total; slot += 1) {
    const next = termAt(slot) + 1
    start[next] = (start[next] ?? 0) + 1
  }
  yield
  for (let term = 0; term < termCount; term += 1)
    start[term + 1] = (start[term + 1] ?? 0) + (start[term] ?? 0)
  const documents = new Int32Array(total)
  const impacts = new Uint8Array(total)
  const next = start.slice(0, termCount)
  for (let entry = 0; entry + 1 < firstTerm.length; entry += 1) {
    for (let slot = firstTerm[entry] ?? 0; slot < (firstTerm[entry + 1] ?? 0); slot += 1) {
      const term = termAt(slot)
      const to = next[term] ?? 0
      next[term] = to + 1
      documents[to] = entry
      impacts[to] = impactAt(slot)
    }
    if (entry % sliceEntries === 0) yield
  }
  return { start, documents, impacts }
}

/** BM25's inverse document frequency: never negative, about ln(N) for a term of one document. */
export function inverseFrequency(frequency: number, documents: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5))
}
