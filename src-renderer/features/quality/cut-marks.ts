import type { ReviewFlag } from '#shared/contract/review-views.ts'

/** A piece of a turn's words, with the flags that are on it. */
export interface MarkedPiece {
  readonly text: string
  /** Place in the turn's text. */
  readonly from: number
  readonly flags: readonly ReviewFlag[]
}

/** Cuts a turn's words at the ends of its flags; a flag whose quote is not in there is on no piece. */
export function cutMarks(text: string, flags: readonly ReviewFlag[]): readonly MarkedPiece[] {
  const placed = flags.filter(({ from, to }) => to > from && to <= text.length)
  const cuts = [...new Set([0, text.length, ...placed.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  )
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length
    return {
      text: text.slice(from, to),
      from,
      flags: placed.filter((flag) => flag.from <= from && flag.to >= to),
    }
  })
}
