import type { WordingFlag } from '../wording-flag.ts'
import type { CallText, TurnText } from './call-text.ts'
import type { CompiledNorm } from './compile-norms.ts'
import type { Match } from './find-matches.ts'
import { quoteSpan } from './heard-text.ts'

/** What a detector found in one turn. */
export interface Finding {
  readonly turn: number
  readonly match: Match
  /** Index of the turn after which this was certain; a rule that looks ahead is certain later than its turn. */
  readonly decidedAt: number
}

/** Looks through the call so far for one entry of the norms. The same call with more turns finds the same and more. */
export type Detector = (norm: CompiledNorm, call: CallText) => readonly Finding[]

export function toFlag({ norm }: CompiledNorm, { turn, match }: Finding, text: TurnText): WordingFlag {
  return {
    turn,
    rule: norm.rule,
    quote: quoteSpan(text.heard, match),
    severity: norm.severity,
    why: match.why ?? norm.why,
    rewrite: match.rewrite ?? norm.rewrite,
    ...(norm.clause === '' ? {} : { clause: norm.clause }),
  }
}
