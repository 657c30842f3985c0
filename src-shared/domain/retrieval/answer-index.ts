import type { Answer, Lexicon } from '../site-pack.ts'
import type { Atom } from './atoms.ts'
import { certaintyOf, certaintySignalsOf, orderOf } from './signals.ts'
import { besideSharpness, leastBeside, leastScore } from './weights.ts'
import { bestLineOf, findCandidates, withLikeness, type Candidate } from './find-candidates.ts'
import { createSoundAlphabet } from './fuzzy.ts'
import {
  changedAnswers,
  indexedAnswers,
  queryReader,
  startOf,
  type AnswerChange,
  type IndexedAnswers,
} from './indexed-answers.ts'
import { matchedWords } from './matched-words.ts'
import { readQuery, type AnswerQuery } from './read-query.ts'
import { buildSegment, segmentSteps } from './segment.ts'
import { decodeIndex, encodeIndex } from './saved-index.ts'

export interface AnswerHit {
  readonly id: string
  /** The calibrated chance, 0–1, that this entry answers the query. */
  readonly score: number
  /** The words of the entry's best question that were recognised in the query. */
  readonly matched: readonly string[]
}

export interface AnswerIndex {
  /** At most `top` entries, best first; empty where nothing fits. Same query, same hits. */
  search(query: AnswerQuery, top: number): readonly AnswerHit[]
  /**
   * The index after a change; this one stays as it is. It costs as much as indexing what changed since the index was built:
   * after thousands of changes build anew.
   */
  changed(change: AnswerChange): AnswerIndex
  /** For {@link loadAnswerIndex}; undefined after a change. */
  saved(): Uint8Array | undefined
}

/** Indexes the standard answers (口径); a search then takes about a millisecond for a city's entries. */
export function createAnswerIndex(answers: readonly Answer[], lexicon: Lexicon): AnswerIndex {
  const start = startOf(lexicon)
  return indexOver(indexedAnswers(start, answers, buildSegment(answers, start.reader, start.ids)), lexicon)
}

/** The same in steps of some milliseconds, so that whoever runs them may do other things between two of them. */
export function* answerIndexSteps(
  answers: readonly Answer[],
  lexicon: Lexicon,
): Generator<undefined, AnswerIndex> {
  const start = startOf(lexicon)
  const segment = yield* segmentSteps(answers, start.reader, start.ids)
  return indexOver(indexedAnswers(start, answers, segment), lexicon)
}

/** The index that {@link AnswerIndex.saved} gave; undefined where it was made of other entries, or by another lexicon or version. */
export function loadAnswerIndex(
  bytes: Uint8Array,
  answers: readonly Answer[],
  lexicon: Lexicon,
): AnswerIndex | undefined {
  const indexed = decodeIndex(bytes, answers, lexicon)
  return indexed === undefined ? undefined : indexOver(indexed, lexicon)
}

/** Fuse looks at the best of them. */
const fuzzyEntries = 8

function indexOver(indexed: IndexedAnswers, lexicon: Lexicon): AnswerIndex {
  const reader = queryReader(indexed)
  const spell = createSoundAlphabet()
  const analysed = new Map<string, readonly Atom[]>()
  const atomsOf = (line: string): readonly Atom[] => {
    const atoms = analysed.get(line) ?? reader.analyser.entry(line)
    analysed.set(line, atoms)
    return atoms
  }
  return {
    search: (query, top) => {
      const read = readQuery(query, reader)
      if (!read.hasMatter) return []
      const said = spell(read.newest)
      const drafts = inOrder(findCandidates(read, indexed, reader)).slice(0, fuzzyEntries)
      const found = inOrder(
        drafts.map((candidate) => withLikeness(candidate, said, spell(atomsOf(bestLineOf(candidate))))),
      )
      const [best] = found
      if (best === undefined) return []
      const order = orderOf(best.signals)
      const certainty = certaintyOf(
        certaintySignalsOf(
          found.map(({ signals }) => signals),
          read,
        ),
      )
      if (certainty < leastScore) return []
      return found
        .map((candidate) => ({
          candidate,
          score: certainty * Math.exp((orderOf(candidate.signals) - order) * besideSharpness),
        }))
        .filter(({ score }) => score >= certainty * leastBeside)
        .slice(0, top)
        .map(({ candidate, score }) => ({
          id: candidate.answer.id,
          score: Math.round(score * 1000) / 1000,
          matched: matchedWords(atomsOf(bestLineOf(candidate)), read, reader.termOf),
        }))
    },
    changed: (change) => indexOver(changedAnswers(indexed, change), lexicon),
    saved: () => encodeIndex(indexed, lexicon),
  }
}

/** Best first; equal ones by id, so that the order of entries does not matter. */
function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, order: orderOf(candidate.signals) }))
    .toSorted((a, b) => b.order - a.order || (a.candidate.answer.id < b.candidate.answer.id ? -1 : 1))
    .map(({ candidate }) => candidate)
}
