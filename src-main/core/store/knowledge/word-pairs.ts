/** Letters and digits of every script; whatever stands between them parts words. */
const runPattern = /[\p{L}\p{N}]+/gu

/**
 * Text as overlapping pairs of characters, with blanks between them; the last character of a run also stands alone, so that
 * one character is found wherever it stands, as the beginning of a pair.
 */
export function wordPairs(text: string): string {
  return Array.from(text.matchAll(runPattern), ([run]) => {
    const characters = Array.from(run)
    return characters.map((character, at) => character + (characters[at + 1] ?? '')).join(' ')
  }).join(' ')
}

/**
 * What finds, among the pairs of {@link wordPairs}, the texts that hold `words` as they are written, but for the signs between
 * letters; undefined where there is nothing but signs.
 */
export function pairQuery(words: string): string | undefined {
  const parts = Array.from(words.matchAll(runPattern), ([run]) => {
    const characters = Array.from(run)
    const pairs = characters.slice(1).map((character, at) => (characters[at] ?? '') + character)
    return pairs.length === 0 ? `"${run}"*` : `"${pairs.join(' ')}"`
  })
  return parts.length === 0 ? undefined : parts.join(' AND ')
}
