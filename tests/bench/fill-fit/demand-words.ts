import { cardinalOf, numeralSource } from '#shared/text/numerals.ts'

const numeral = new RegExp(numeralSource, 'gu')

/**
 * Whether a demand holds more than half of the words that belong into it. Equal wordings stand with `|` between them
 * (救|解救), and a sum is the same as spoken (两千一百七十五) and as written (2175).
 */
export function holdsMost(demand: string, words: readonly string[]): boolean {
  return (
    words.filter((word) => wordingsOf(word).some((wording) => holds(demand, wording))).length * 2 >
    words.length
  )
}

/** The equal wordings of a word that belongs into a demand. */
export const wordingsOf = (word: string): readonly string[] => word.split('|')

function holds(demand: string, wording: string): boolean {
  const sum = cardinalOf(wording)
  return (
    demand.includes(wording) ||
    (sum !== undefined && (demand.match(numeral) ?? []).some((said) => cardinalOf(said) === sum))
  )
}
