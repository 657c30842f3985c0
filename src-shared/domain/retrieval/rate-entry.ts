import type { RankedEntry } from './rank-entries.ts'
import type { QueryReader, ReadQuery, TermMasses } from './read-query.ts'
import { topicSteps, type Ragged, type Segment } from './segment.ts'

/** How much of a line was heard, 0–1, by kind of term; rare terms count more. */
interface LineHeard {
  readonly sound: number
  readonly character: number
  readonly concept: number
  /** Weight (sum of rarities) of what the line and the query have in common by sound. */
  readonly evidence: number
}

/** How well a query and an entry fit, before calibration. */
export interface Fit {
  /** Index, within the entry, of the question that fits best. */
  readonly line: number
  readonly question: LineHeard
  readonly title: LineHeard
  /** Weight of the heaviest keyword that was heard. */
  readonly keyword: number
  /** The most that was heard of any keyword as ideas, 0–1. */
  readonly keywordConcept: number
  /** Shares of the query's meaning that the whole entry holds, about 0–1. */
  readonly pairs: number
  readonly characters: number
  readonly concepts: number
  /** Weight of the ideas that query and entry share. */
  readonly conceptEvidence: number
  /** The heaviest that was said and that the entry does not speak of, 0–1 of a term that one entry has. */
  readonly missingCharacter: number
  readonly missingConcept: number
  /** How much the entry is about what the query is about, 0–1. */
  readonly topics: number
  /** The same as learnt from how citizens say things, −1 to 1. */
  readonly meaning: number
  /** How much the entry is about the matter that the query is likest to, of all that are known, −1 to 1. */
  readonly agreement: number
  /** The first ranking, relative to the best entry, 0–1. */
  readonly relative: number
}

/** What only sounds alike may be a recogniser's error, or another word. */
const homophoneShare = 0.65
/** A keyword counts as said where half of it was, not too long ago. */
const wholeKeyword = 0.5
const nothingHeard: LineHeard = { sound: 0, character: 0, concept: 0, evidence: 0 }

/** An entry with what {@link Fit} says of its meaning. */
export type MeantEntry = RankedEntry & Pick<Fit, 'meaning' | 'agreement'>

/** Rates one entry against the query; `bestRank` is the highest of this query's ranking. Cost: the terms of the entry's lines. */
export function rateEntry(
  ranked: MeantEntry,
  bestRank: number,
  segment: Segment,
  query: ReadQuery,
  rarity: QueryReader['rarity'],
): Fit {
  const first = segment.firstLine[ranked.entry] ?? 0
  const firstKeyword = segment.firstKeyword[ranked.entry] ?? 0
  const last = segment.firstLine[ranked.entry + 1] ?? 0
  const heard = Array.from({ length: last - first }, (_, at) => heardOf(first + at, segment, query, rarity))
  const questions = heard.slice(0, firstKeyword - first)
  const keywords = heard.slice(firstKeyword - first)
  const line = bestLine(questions)
  const pairs = shareOf(ranked.pairs, query.pairs) ?? 0
  return {
    line,
    question: questions[line] ?? nothingHeard,
    title: heard[0] ?? nothingHeard,
    keyword: Math.max(0, ...keywords.map(({ sound, evidence }) => (sound >= wholeKeyword ? evidence : 0))),
    keywordConcept: Math.max(0, ...keywords.map(({ concept }) => concept)),
    pairs,
    characters: shareOf(ranked.characters, query.characters) ?? pairs,
    concepts: shareOf(ranked.concepts, query.concepts) ?? pairs,
    conceptEvidence: ranked.concepts,
    missingCharacter: heaviestMissing(ranked.entry, segment, query.characters) / rarity(undefined),
    missingConcept: heaviestMissing(ranked.entry, segment, query.concepts) / rarity(undefined),
    topics: topicsShared(ranked.entry, segment, query),
    meaning: ranked.meaning,
    agreement: ranked.agreement,
    relative: bestRank === 0 ? 0 : ranked.rank / bestRank,
  }
}

/** Undefined where the query has nothing of the kind, such as characters where pinyin was typed. */
function shareOf(sum: number, { total }: TermMasses): number | undefined {
  return total === 0 ? undefined : sum / total
}

function topicsShared(entry: number, { topics, topicWeights }: Segment, query: ReadQuery): number {
  let shared = 0
  for (let slot = topics.start[entry] ?? 0; slot < (topics.start[entry + 1] ?? 0); slot += 1) {
    shared += (query.topics.get(topics.values[slot] ?? -1) ?? 0) * (topicWeights[slot] ?? 0)
  }
  return shared / topicSteps
}

function heaviestMissing(entry: number, segment: Segment, { masses, unknown }: TermMasses): number {
  let heaviest = unknown
  for (const [term, mass] of masses) {
    if (mass > heaviest && !stands(term, entry, segment)) heaviest = mass
  }
  return heaviest
}

/** Whether a term stands anywhere in an entry; the entries of a term are in order. */
function stands(term: number, entry: number, { start, documents }: Segment): boolean {
  let low = start[term] ?? 0
  const end = start[term + 1] ?? 0
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if ((documents[middle] ?? 0) < entry) low = middle + 1
    else high = middle
  }
  return low < end && documents[low] === entry
}

function bestLine(lines: readonly LineHeard[]): number {
  const fits = lines.map(({ sound, character, concept }) => sound + 0.5 * concept + 0.5 * character)
  return Math.max(0, fits.indexOf(Math.max(...fits)))
}

function heardOf(line: number, segment: Segment, query: ReadQuery, rarity: QueryReader['rarity']): LineHeard {
  const recencyOf = (term: number): number => query.recency.get(term) ?? 0
  const soundWeight = (slot: number): number => (segment.weights[slot] ?? 100) / 100
  const bySound = heardAmong(line, segment.sounds, rarity, soundWeight, (term, slot) => {
    const recency = recencyOf(term)
    const written = segment.written[slot] ?? -1
    return written < 0 || query.certain.has(written) || query.certain.has(term)
      ? recency
      : recency * homophoneShare
  })
  const plain = (list: Ragged) => heardAmong(line, list, rarity, () => 1, recencyOf)
  const byInitials = plain(segment.initials)
  const { share: sound, evidence } = bySound.evidence >= byInitials.evidence ? bySound : byInitials
  return {
    sound,
    evidence,
    character: plain(segment.characters).share,
    concept: plain(segment.concepts).share,
  }
}

function heardAmong(
  line: number,
  { start, values }: Ragged,
  rarity: QueryReader['rarity'],
  weightAt: (slot: number) => number,
  clarityOf: (term: number, slot: number) => number,
): { readonly share: number; readonly evidence: number } {
  let evidence = 0
  let total = 0
  for (let slot = start[line] ?? 0; slot < (start[line + 1] ?? 0); slot += 1) {
    const term = values[slot] ?? 0
    const weight = rarity(term) * weightAt(slot)
    total += weight
    evidence += weight * clarityOf(term, slot)
  }
  return { share: total === 0 ? 0 : evidence / total, evidence }
}
