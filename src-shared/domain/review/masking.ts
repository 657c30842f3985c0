import type { Turn } from '../call.ts'
import type { Evidence } from '../ticket-fields.ts'
import type { Mask, ReviewCase } from './review-case.ts'

/** A digit, written or spoken; 幺 is said for 1. */
const digit = '[0-9０-９零〇一二两三四五六七八九幺]'

const personal: readonly RegExp[] = [
  // Telephone and identity-card numbers in one piece, with the pauses of dictation. 12345 and 110 are shorter.
  new RegExp(`${digit}(?:[\\s，,、-]?${digit}){6,}[xX]?`, 'gu'),
  // 我叫张三, 我姓张, 名字是张三
  /(?<=我(?:的名字)?(?:叫|姓|是)|(?:名字|姓名)(?:叫|是))(?!不是|这|那|你|您|他|她|们|什么|不|没|要|想|住|在|个|一|来|打|业主|租客|居民)\p{Script=Han}{1,3}(?=$|[，。！？,.!?\s]|先生|女士|小姐|我|电话|住|就)/gu,
  // 三栋二单元五零一室: the door, not the building that the matter may be about.
  new RegExp(`(?:${digit}|十|百){1,4}(?:室|号房|房(?!子|屋|东|产|管|租|价))`, 'gu'),
]

/**
 * Where a call's words hold personal data: long numbers, names, doors, and whatever the ticket took the contact from.
 *
 * @param evidence of the ticket's fields that hold personal data: contactName, contactPhone
 */
export function findPersonal(
  turns: readonly Pick<Turn, 'text'>[],
  evidence: readonly Pick<Evidence, 'turn' | 'quote'>[],
): Mask[] {
  const found = turns.flatMap(({ text }, turn) =>
    [
      ...personal.flatMap((pattern) =>
        [...text.matchAll(pattern)].map(({ index, 0: match }) => ({ from: index, to: index + match.length })),
      ),
      ...evidence.flatMap((cited) =>
        cited.turn === turn && cited.quote !== '' ? placesOf(text, cited.quote) : [],
      ),
    ].map((place) => ({ turn, ...place })),
  )
  return merge(found)
}

function placesOf(text: string, quote: string): readonly { readonly from: number; readonly to: number }[] {
  const from = text.indexOf(quote)
  return from === -1 ? [] : [{ from, to: from + quote.length }]
}

function merge(masks: readonly Mask[]): Mask[] {
  const ordered = masks.toSorted((a, b) => a.turn - b.turn || a.from - b.from)
  return ordered.reduce<Mask[]>((merged, mask) => {
    const last = merged.at(-1)
    if (last?.turn !== mask.turn || last.to < mask.from) return [...merged, mask]
    return [...merged.slice(0, -1), { ...last, to: Math.max(last.to, mask.to) }]
  }, [])
}

/** One star a character: places in the words stay where they are. */
export function maskText(text: string, turn: number, masks: readonly Mask[]): string {
  return masks
    .filter((mask) => mask.turn === turn)
    .reduce((masked, { from, to }) => masked.slice(0, from) + '＊'.repeat(to - from) + masked.slice(to), text)
}

/** Words of which only they themselves are known. */
export function maskPersonal(text: string): string {
  return maskText(text, 0, findPersonal([{ text }], []))
}

/** A call as those see it who may not look behind the masks. Quotes of flags are masked where the words are. */
export function maskCase(review: ReviewCase): ReviewCase {
  const { turns, flags, masks } = review
  return {
    ...review,
    turns: turns.map((turn, index) => ({ ...turn, text: maskText(turn.text, index, masks) })),
    flags: flags.map((flag) => ({ ...flag, quote: maskQuote(flag, turns[flag.turn]?.text ?? '', masks) })),
  }
}

function maskQuote(
  flag: { readonly turn: number; readonly quote: string },
  text: string,
  masks: readonly Mask[],
): string {
  const at = text.indexOf(flag.quote)
  if (at === -1) return flag.quote
  return maskText(text, flag.turn, masks).slice(at, at + flag.quote.length)
}
