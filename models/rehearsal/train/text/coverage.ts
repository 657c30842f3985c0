import { spokenCharacters } from './spoken-text.ts'

/** A character that is heard less often than this is not learnt. */
export const leastOccurrences = 25
/** A sentence is said again for the sake of a rare character up to so often. */
const mostRepeats = 7

/** Characters and how often they are said. */
export function countCharacters(sentences: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const sentence of sentences) {
    for (const character of spokenCharacters(sentence))
      counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  return counts
}

/**
 * The sentences, those with rare characters said again until each is said often enough, those with rarer ones left out;
 * and the characters that are then covered, in the order of their code points.
 */
export function coverTokens(sentences: readonly string[]): {
  readonly sentences: readonly string[]
  readonly tokens: readonly string[]
} {
  const counts = countCharacters(sentences)
  const repeatsOf = (sentence: string): number =>
    Math.max(
      1,
      ...Array.from(spokenCharacters(sentence), (each) =>
        Math.ceil(leastOccurrences / (counts.get(each) ?? 1)),
      ),
    )
  let covered = sentences.flatMap((sentence) => {
    const repeats = repeatsOf(sentence)
    return repeats > mostRepeats ? [] : Array.from({ length: repeats }, () => sentence)
  })
  for (;;) {
    const now = countCharacters(covered)
    const rare = (character: string): boolean => (now.get(character) ?? 0) < leastOccurrences
    const kept = covered.filter((sentence) => !Array.from(spokenCharacters(sentence)).some(rare))
    if (kept.length === covered.length) return { sentences: kept, tokens: [...now.keys()].sort() }
    covered = kept
  }
}
