import type { TurnText } from '../call-text.ts'
import type { CompiledNorm, CompiledPattern } from '../compile-norms.ts'
import type { Match } from '../find-matches.ts'
import { containsAny } from '../find-matches.ts'

/**
 * A formula (首问语, 结束语) is judged by its slots, never as an exact string: each pattern of the entry is one slot, its
 * `why` names it. `threshold` says how many slots have to be said (default: all).
 */
export function missingSlots(norm: CompiledNorm, texts: readonly TurnText[]): readonly CompiledPattern[] {
  const missing = norm.patterns.filter(
    ({ expression }) => !texts.some(({ repaired }) => containsAny([expression], repaired)),
  )
  const required = norm.norm.threshold ?? norm.patterns.length
  return norm.patterns.length - missing.length >= required ? [] : missing
}

/** The whole turn, with what is missing as the reason. */
export function slotMatch(turn: TurnText, missing: readonly CompiledPattern[]): Match {
  const reasons = missing.flatMap(({ why }) => why ?? [])
  return {
    start: 0,
    end: turn.heard.text.length,
    ...(reasons.length === 0 ? {} : { why: reasons.join('；') }),
  }
}
