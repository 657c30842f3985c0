/** Where a quote stands in a turn, in characters and, by their share of the turn, in time. */
export interface QuoteSpan {
  readonly from: number
  readonly to: number
  readonly startMs: number
  readonly endMs: number
}

/** Speech is not even: so much is added on both sides of what the characters say, ms. */
const marginMs = 300

/** The span of characters `from`–`to` of a turn; the whole turn where they are not of its words. */
export function spanOf(
  turn: { readonly startMs: number; readonly endMs: number; readonly text: string },
  from: number,
  to: number,
): QuoteSpan {
  const { startMs, endMs, text } = turn
  if (from >= to || to > text.length) return { from: 0, to: 0, startMs, endMs }
  const at = (character: number): number => startMs + ((endMs - startMs) * character) / text.length
  return {
    from,
    to,
    startMs: Math.round(Math.max(startMs, at(from) - marginMs)),
    endMs: Math.round(Math.min(endMs, at(to) + marginMs)),
  }
}

export function spanOfQuote(
  turn: { readonly startMs: number; readonly endMs: number; readonly text: string },
  quote: string,
): QuoteSpan {
  const from = quote === '' ? -1 : turn.text.indexOf(quote)
  return from === -1 ? spanOf(turn, 0, 0) : spanOf(turn, from, from + quote.length)
}
