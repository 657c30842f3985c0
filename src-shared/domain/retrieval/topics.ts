import type { WordAtom } from './atoms.ts'
import type { LexiconWords } from './lexicon-words.ts'
import { piecesOf } from './pieces.ts'

/** A text, or a part of one, and how much it counts. */
export interface WeightedText {
  readonly atoms: readonly WordAtom[]
  readonly weight: number
}

/**
 * The groups of the lexicon that a text leans to, by their number. The weights' squares add up to 1, or to less where the lexicon does not
 * know all of the text's characters: a small one knows little of what anything is about.
 */
export type Topics = ReadonlyMap<number, number>

export type TopicFinder = (texts: readonly WeightedText[]) => Topics

/** Groups that are kept of a text. */
const mostTopics = 24
/** Likeness (a cosine) from which on a group is no accident, and how much the liker ones stand out. */
const leastLikeness = 0.1
const contrast = 1.25

/**
 * Tells what a text is about where no word of the lexicon stands in it as a whole: each group is a small document of single
 * characters and pairs, and a text is as like to it as the pieces that they share are rare (explicit semantic analysis over
 * the lexicon). So `账上没打进来` leans to what `没打过来` and `还没进账` are about.
 */
export function createTopicFinder(lexicon: LexiconWords): TopicFinder {
  const groupsOf = groupsByPiece(lexicon)
  const rarity = new Map<string, number>()
  const lengths = new Float64Array(lexicon.groupCount)
  for (const [piece, holders] of groupsOf) {
    const rare = Math.log(1 + lexicon.groupCount / holders.size)
    rarity.set(piece, rare)
    for (const group of holders) lengths[group] = (lengths[group] ?? 0) + rare * rare
  }
  const likeness = new Float64Array(lexicon.groupCount)
  return (texts) => {
    const masses = new Map<string, number>()
    let characters = 0
    let knownCharacters = 0
    for (const { atoms, weight } of texts) {
      for (const piece of piecesOf(atoms)) {
        const known = rarity.has(piece)
        if (known) masses.set(piece, (masses.get(piece) ?? 0) + weight)
        if (piece.length > 1) continue
        characters += weight
        if (known) knownCharacters += weight
      }
    }
    likeness.fill(0)
    let length = 0
    for (const [piece, mass] of masses) {
      const rare = rarity.get(piece) ?? 0
      const weight = Math.sqrt(mass) * rare
      length += weight * weight
      for (const group of groupsOf.get(piece) ?? []) {
        likeness[group] = (likeness[group] ?? 0) + weight * rare
      }
    }
    const share = characters === 0 ? 1 : knownCharacters / characters
    return likest(likeness, (group) => Math.sqrt(length * (lengths[group] ?? 0)), share)
  }
}

function likest(likeness: Float64Array, lengthOf: (group: number) => number, share: number): Topics {
  const found: [group: number, weight: number][] = []
  likeness.forEach((product, group) => {
    if (product === 0) return
    const over = product / lengthOf(group) - leastLikeness
    if (over > 0) found.push([group, over ** contrast])
  })
  const best = found.toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostTopics)
  const length = Math.hypot(...best.map(([, weight]) => weight))
  return new Map(best.map(([group, weight]) => [group, (share * weight) / length]))
}

function groupsByPiece({ words }: LexiconWords): ReadonlyMap<string, ReadonlySet<number>> {
  const groupsOf = new Map<string, Set<number>>()
  for (const { stretches, groups } of words) {
    for (const piece of stretches.flatMap(piecesOf)) {
      const known = groupsOf.get(piece)
      if (known === undefined) groupsOf.set(piece, new Set(groups))
      else for (const group of groups) known.add(group)
    }
  }
  return groupsOf
}
