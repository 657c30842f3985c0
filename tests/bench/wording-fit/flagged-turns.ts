import type { CallText } from '#shared/domain/wording/call-text.ts'
import type { CompiledNorm } from '#shared/domain/wording/compile-norms.ts'
import { learnedRules } from '#shared/domain/wording/learned-weights.ts'
import { detectors } from '#shared/domain/wording/rule-table.ts'

/**
 * The turns that each learned rule flags if its scored entries ask for more than `scoreAbove`: with an infinite one those
 * that it flags by its other entries, with a minus infinite one all that nothing clears (a ticket that follows, danger).
 */
export function flaggedTurns(
  norms: readonly CompiledNorm[],
  call: CallText,
  scoreAbove: number,
): ReadonlyMap<string, ReadonlySet<number>> {
  return new Map(
    learnedRules.map((rule) => {
      const entries = norms.filter(({ norm }) => norm.rule === rule)
      const found = entries.flatMap((entry) => {
        const { evidence, norm } = entry
        return (
          detectors[rule]?.(
            evidence === undefined ? entry : { ...entry, norm: { ...norm, scoreAbove } },
            call,
          ) ?? []
        )
      })
      return [rule, new Set(found.map(({ turn }) => turn))]
    }),
  )
}
