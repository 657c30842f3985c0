import { oncePer, oncePerText, remember } from '../../../base/remember.ts'
import { askingWords, courtesyWords } from '../../retrieval/function-words.ts'
import type { Category } from '../../site-pack.ts'
import {
  type CategoryIndex,
  type Pair,
  pairsIn,
  type Posting,
  plainness,
  rarity,
  writtenPairs,
} from './category-index.ts'

/** Words of the citizen and how much they say of the matter, 0–1. */
export interface MatterWords {
  readonly text: string
  readonly weight: number
}

/** One leaf and how well the words fit it. */
interface RankedCategory {
  readonly category: Category
  readonly weight: number
}

/** What only sounds like a keyword may be a recogniser's error, or another word. */
const soundShare = 0.5
/** So many of the leaves that the pairs favour are searched for whole keywords. */
const candidates = 24
/** Pairs whose leaves are kept; a call has some hundreds. */
const mostPairs = 20_000
/** What every call says, whatever it is about. */
const formWords = new RegExp(
  [...courtesyWords, ...askingWords, '投诉', '举报', '反映', '建议', '咨询', '求助', '希望', '电话'].join(
    '|',
  ),
  'gu',
)

/**
 * The likeliest leaves for the words, best first: pairs of characters that few leaves' keywords hold weigh more, what only
 * sounds alike less, and keywords said in full twice.
 */
export function rankCategories(
  words: readonly MatterWords[],
  index: CategoryIndex,
): readonly RankedCategory[] {
  const told = words.map(({ text, weight }) => ({ ...withoutForm(text), weight }))
  const all = told.map(({ text }) => text).join('|')
  const weights = index.categories.map((category, leaf) => ({ category, leaf, weight: 0 }))
  for (const heard of distinctPairs(told))
    for (const { leaf, share } of leavesHolding(heard, index)) {
      const held = weights[leaf]
      if (held !== undefined) held.weight += heard.weight * share
    }
  return weights
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, candidates)
    .map(({ category, leaf, weight }) => ({ category, weight: weight + wholeWeight(leaf, told, all, index) }))
    .sort((a, b) => b.weight - a.weight || a.category.code.localeCompare(b.category.code))
}

interface ToldWords extends MatterWords {
  readonly pairs: readonly Pair[]
}

/** The text with form words blanked out, so that every other word keeps its place and its sound. */
const withoutForm = oncePerText((text): Pick<ToldWords, 'text' | 'pairs'> => {
  const rest = text.replace(formWords, (word) => ' '.repeat(word.length))
  return { text: rest, pairs: pairsIn(text).filter(({ at }) => !rest.slice(at, at + 2).includes(' ')) }
})

/** A pair by its sound, all the ways it was written, and the weight of the words that say most of the matter. */
interface HeardPair {
  readonly sound: string
  readonly written: Set<string>
  weight: number
}

function distinctPairs(told: readonly ToldWords[]): Iterable<HeardPair> {
  const heard = new Map<string, HeardPair>()
  for (const { pairs, weight } of told)
    for (const { written, sound } of pairs) {
      const known = heard.get(sound)
      if (known === undefined) heard.set(sound, { sound, written: new Set([written]), weight })
      else {
        known.written.add(written)
        known.weight = Math.max(known.weight, weight)
      }
    }
  return heard.values()
}

const knownLeaves = oncePer<CategoryIndex, Map<string, readonly Posting[]>>(() => new Map())

/** {@link leavesOf}, worked out once for a sound and its writings. */
const leavesHolding = ({ sound, written }: HeardPair, index: CategoryIndex): readonly Posting[] =>
  remember(knownLeaves(index), [sound, ...written].join(' '), mostPairs, () =>
    leavesOf(sound, written, index),
  )

/** What a pair says for each leaf that holds it: the most that any way of writing or hearing it says. */
function leavesOf(sound: string, written: ReadonlySet<string>, index: CategoryIndex): readonly Posting[] {
  const leaves = new Map<number, number>()
  const add = (holders: CategoryIndex['written'], key: string, says: number): void => {
    const postings = holders.get(key) ?? []
    const most = says * rarity(postings.length, index)
    for (const { leaf, share } of postings) leaves.set(leaf, Math.max(leaves.get(leaf) ?? 0, most * share))
  }
  for (const pair of written) add(index.written, pair, plainness(pair))
  add(index.sounding, sound, soundShare * Math.max(...Array.from(written, plainness)))
  return Array.from(leaves, ([leaf, share]) => ({ leaf, share }))
}

/** The pairs of the keywords that were said in full, each once: 家政 within 家政公司 adds nothing. */
function wholeWeight(leaf: number, told: readonly ToldWords[], all: string, index: CategoryIndex): number {
  const pairs = new Map<string, number>()
  for (const phrase of index.phrases[leaf] ?? []) {
    if (!all.includes(phrase)) continue
    const weight = Math.max(...told.map((said) => (said.text.includes(phrase) ? said.weight : 0)))
    for (const pair of writtenPairs(phrase)) pairs.set(pair, Math.max(weight, pairs.get(pair) ?? 0))
  }
  let sum = 0
  for (const [pair, weight] of pairs) sum += weight * rarity(index.written.get(pair)?.length ?? 0, index)
  return sum
}
