import type { Answer, Lexicon } from '../site-pack.ts'
import { createTextAnalyser, type Atom } from './atoms.ts'
import { calibratedScore, leastBeside, leastRanking, leastScore } from './calibrate.ts'
import { buildEntryIndex, type EntryIndex } from './entry-index.ts'
import { createSoundAlphabet, fuzzyLikeness } from './fuzzy.ts'
import { matchedWords } from './matched-words.ts'
import { rankEntries } from './rank-entries.ts'
import { rateEntry, type Fit } from './rate-entry.ts'
import { readQuery, type AnswerQuery, type ReadQuery } from './read-query.ts'
import { createSynonymFinder } from './synonyms.ts'

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
}

/** Entries of the first ranking that are rated in full, and those of them that Fuse looks at. */
const rated = { share: leastRanking, count: 40 }
const fuzzyEntries = 8
/** What Fuse usually finds; stands in until it has looked. */
const usualLikeness = 0.5

interface Candidate {
  readonly entry: number
  readonly fit: Fit
  readonly ranking: number
  readonly score: number
}

/** Indexes the standard answers (口径) once; a search then takes about a millisecond for a city's entries. */
export function createAnswerIndex(answers: readonly Answer[], lexicon: Lexicon): AnswerIndex {
  const analyser = createTextAnalyser(lexicon)
  const index = buildEntryIndex(answers, analyser)
  const entries = answers.length
  const reader = {
    analyser,
    postings: index.postings,
    findSynonyms: createSynonymFinder(lexicon, analyser),
    entries,
  }
  const spell = createSoundAlphabet()
  const analysed = new Map<number, readonly Atom[]>()
  const atomsOf = (line: number): readonly Atom[] => {
    const atoms = analysed.get(line) ?? analyser.entry(index.lines[line] ?? '')
    analysed.set(line, atoms)
    return atoms
  }

  /** Fuse only re-ranks: it forgives what pairs cannot (a syllable too many or too few), but cannot retrieve Chinese. */
  const rerank = (query: ReadQuery, candidates: readonly Candidate[]): readonly Candidate[] => {
    const newest = query.segments[0]
    if (newest === undefined) return []
    const said = spell(newest.analysed.atoms)
    return candidates.map((candidate) => {
      const { fit, ranking } = candidate
      const likeness = fuzzyLikeness(said, spell(atomsOf(fit.line)))
      return { ...candidate, score: calibratedScore({ ...fit, ranking, likeness }, entries) }
    })
  }

  return {
    search: (query, top) => {
      const read = readQuery(query, reader)
      const found = byScore(rerank(read, draftCandidates(read, index, entries)))
      if ((found[0]?.score ?? 0) < leastScore) return []
      return found
        .filter(({ score }) => score >= leastBeside)
        .slice(0, top)
        .map(({ entry, fit, score }) => ({
          id: answers[entry]?.id ?? '',
          score: Math.round(score * 1000) / 1000,
          matched: matchedWords(atomsOf(fit.line), read, index.postings),
        }))
    },
  }
}

function draftCandidates(query: ReadQuery, index: EntryIndex, entries: number): readonly Candidate[] {
  const drafts = rankEntries(query.ranking, index.postings, entries, rated).map(({ entry, rank }) => {
    const fit = rateEntry(entry, query, index)
    const score = calibratedScore({ ...fit, ranking: rank, likeness: usualLikeness }, entries)
    return { entry, fit, ranking: rank, score }
  })
  return byScore(drafts).slice(0, fuzzyEntries)
}

function byScore(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.toSorted((a, b) => b.score - a.score || a.entry - b.entry)
}
