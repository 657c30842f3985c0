import type { TurnView } from '#shared/contract/views.ts'
import { applyCorrections } from '#shared/domain/correction/apply-corrections.ts'
import type { Correction } from '#shared/domain/correction/correction.ts'
import { displayText } from '#shared/text/written-form/display-text.ts'
import { toDisplay, type Stretch, type WrittenText } from '#shared/text/written-form/written-text.ts'

/** A correction and where its words stand on the screen. */
export interface ShownCorrection extends Stretch {
  readonly correction: Correction
}

/** A turn as it stands on the screen, and how its own words (which evidence and flags quote) lead there. */
export interface TurnDisplay {
  /** The words that count; see `TurnView.text`. */
  readonly words: string
  readonly written: WrittenText
  readonly corrections: readonly ShownCorrection[]
}

/** Words shown as they are. */
export function plainDisplay(words: string): TurnDisplay {
  return { words, written: { text: words, spans: [] }, corrections: [] }
}

/** The turn with numbers and marks as a ticket writes them, but for the numerals of the names in `keep`. */
export function displayTurn(turn: TurnView, keep: readonly string[]): TurnDisplay {
  const heard = turn.secondPass?.inUse === true ? turn.secondPass.text : (turn.heard ?? turn.text)
  const named = applyCorrections(heard, turn.corrections).spans
  const { text, punctuated } = turn
  const written = displayText(punctuated === undefined ? { text } : { text, punctuated }, {
    uncut: named,
    keep,
  })
  const corrections = named.map(({ start, end, correction }) => ({
    ...toDisplay(written, start, end),
    correction,
  }))
  return { words: turn.text, written, corrections }
}

/** Where a quote stands on the screen; null where the turn does not have it. */
export function placeOf({ words, written }: TurnDisplay, quote: string): Stretch | null {
  const start = quote === '' ? -1 : words.indexOf(quote)
  return start < 0 ? null : toDisplay(written, start, start + quote.length)
}
