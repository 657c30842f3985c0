import { oncePerText } from '../../../base/remember.ts'
import { createOrdinaryWords } from '../../correction/ordinary-words.ts'
import type { Category } from '../../site-pack.ts'
import { askedFor, things } from './ticket-words.ts'

/** Splits spoken words into words; together they are the text again. */
export type WordUnits = (text: string) => readonly string[]

/** The likeliest sequence of the pack's terms (优待卡, 占道经营) and ordinary words. */
export function createWordUnits(categories: readonly Category[]): WordUnits {
  const terms = categories.flatMap(({ keywords, level3 }) => [...keywords, level3])
  const words = createOrdinaryWords([...terms, ...`${askedFor} ${things}`.split(' ')])
  return oncePerText((text) => words.read(text).map(({ start, end }) => text.slice(start, end)))
}
