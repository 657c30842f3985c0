const ignored = /[\p{P}\p{S}\s]/gu

/** Text as it is compared: without marks and blanks, in one width and case. */
export function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(ignored, '')
}

/** Pairs of neighbouring characters; a single character is its own. */
export function pairsOf(text: string): ReadonlySet<string> {
  const characters = Array.from(plainText(text))
  if (characters.length === 1) return new Set(characters)
  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`))
}

/** Dice's coefficient, 0–1: how much of both sets is in common. */
export function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size + right.size === 0) return 0
  const [small, large] = left.size < right.size ? [left, right] : [right, left]
  let shared = 0
  for (const pair of small) if (large.has(pair)) shared++
  return (2 * shared) / (left.size + right.size)
}

export function likeness(left: string, right: string): number {
  return overlap(pairsOf(left), pairsOf(right))
}
