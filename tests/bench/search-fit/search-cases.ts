import { findCandidates, type Candidate } from '#shared/domain/retrieval/find-candidates.ts'
import { createTermReader } from '#shared/domain/retrieval/entry-terms.ts'
import { indexedAnswers, queryReader, startOf } from '#shared/domain/retrieval/indexed-answers.ts'
import { readQuery, type AnswerQuery, type ReadQuery } from '#shared/domain/retrieval/read-query.ts'
import { buildSegment } from '#shared/domain/retrieval/segment.ts'
import type { Answer, Lexicon } from '#shared/domain/site-pack.ts'

/** A query of known answers, with what the search made of it. */
export interface SearchCase {
  /** Queries of one group are never on both sides of a cross-validation. */
  readonly group: string
  readonly kind: string
  /** Ids; none where nothing answers. */
  readonly expected: readonly string[]
  readonly read: ReadQuery
  readonly candidates: readonly Candidate[]
  readonly weight: number
  /** Whether nothing else answers it where its entries are taken out. */
  readonly nearMiss: boolean
}

export interface Asked {
  readonly group: string
  readonly kind: string
  readonly query: AnswerQuery
  readonly expected: readonly string[]
  readonly weight: number
  readonly nearMiss: boolean
}

/**
 * What a search among `answers` finds before it decides. `hidden` (0–1) of the words of each group of the lexicon are unknown
 * to the query: parts of the lexicon were written with some queries at hand.
 */
export function searchCases(
  asked: readonly Asked[],
  answers: readonly Answer[],
  lexicon: Lexicon,
  hidden = 0,
): readonly SearchCase[] {
  const start = startOf(lexicon)
  const indexed = indexedAnswers(start, answers, buildSegment(answers, start.reader, start.ids))
  const { findConcepts, findTopics } = createTermReader(
    hidden === 0 ? lexicon : withoutWords(lexicon, hidden),
  )
  const reader = { ...queryReader(indexed), findConcepts, findTopics }
  return asked.map(({ query, ...known }) => {
    const read = readQuery(query, reader)
    return { ...known, read, candidates: findCandidates(read, indexed, reader) }
  })
}

/** The groups stay, so that their numbers do. */
function withoutWords(lexicon: Lexicon, hidden: number): Lexicon {
  const kept = (word: string): boolean => chanceOf(word) >= hidden
  const thin = (groups: readonly (readonly string[])[]): string[][] =>
    groups.map((group) => group.filter(kept))
  return { ...lexicon, synonyms: thin(lexicon.synonyms), meanings: thin(lexicon.meanings ?? []) }
}

/** 0 to below 1, always the same for a word. */
function chanceOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32
}
