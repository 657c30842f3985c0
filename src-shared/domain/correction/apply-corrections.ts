import type { Correction } from './correction.ts'

/** A stretch of the corrected text and the heard words that it stands for; offsets are UTF-16 units, ends exclusive. */
export interface CorrectedSpan {
  readonly start: number
  readonly end: number
  readonly correction: Correction
}

export interface CorrectedText {
  readonly text: string
  /** A span for every correction, chosen or not, in order. */
  readonly spans: readonly CorrectedSpan[]
}

/** Puts the chosen names into the words; where none is chosen the words stay. Corrections must not overlap. */
export function applyCorrections(words: string, corrections: readonly Correction[]): CorrectedText {
  const spans: CorrectedSpan[] = []
  let text = ''
  let at = 0
  for (const correction of corrections.toSorted((left, right) => left.start - right.start)) {
    text += words.slice(at, correction.start)
    const start = text.length
    text += correction.chosen ?? words.slice(correction.start, correction.end)
    spans.push({ start, end: text.length, correction })
    at = correction.end
  }
  return { text: text + words.slice(at), spans }
}
