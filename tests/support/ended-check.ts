import type { Turn } from '#shared/domain/call.ts'
import type { NormRule } from '#shared/domain/site-pack.ts'
import { createWordingCheck } from '#shared/domain/wording/check-wording.ts'
import type { WordingFlag } from '#shared/domain/wording-flag.ts'

/** The wording rules as they judge a call that is over. */
export function endedCheck(norms: readonly NormRule[]): {
  readonly check: (turns: readonly Turn[]) => readonly WordingFlag[]
} {
  const wording = createWordingCheck(norms)
  return { check: (turns) => wording.check(turns, true) }
}
