import type { JudgedFlag } from './fold-review.ts'
import type { SampleReason } from './review-case.ts'
import type { SamplingPlan } from './scorecard.ts'

/** A call as the plan draws it. */
export interface DrawnCall {
  /** A uuidv7: its last 48 bits are random, and nobody at the seat can choose them. */
  readonly callId: string
  readonly staffNumber: string
  readonly startedAt: string
}

const dayMs = 86_400_000

/** The calls that the plan draws: of each seat's calls in a week (Monday to Sunday) those with the lowest lot. */
export function drawCalls(calls: readonly DrawnCall[], plan: SamplingPlan): ReadonlySet<string> {
  const groups = Map.groupBy(
    calls,
    ({ staffNumber, startedAt }) => `${staffNumber}/${String(weekOf(startedAt))}`,
  )
  return new Set(
    [...groups.values()].flatMap((group) => {
      const wanted = Math.max(plan.leastPerWeek, Math.ceil(plan.share * group.length))
      return group
        .toSorted((a, b) => lotOf(a.callId) - lotOf(b.callId))
        .slice(0, wanted)
        .map(({ callId }) => callId)
    }),
  )
}

const lotOf = (callId: string): number => Number.parseInt(callId.slice(-12), 16)

/** Weeks since one that began on Monday 1970-01-05, by the local day that an ISO time begins with. */
export function weekOf(startedAt: string): number {
  return Math.floor((Date.parse(`${startedAt.slice(0, 10)}T00:00:00Z`) - 4 * dayMs) / (7 * dayMs))
}

/** Why a call belongs into the queue; empty where nothing speaks for it. */
export function reasonsFor(
  call: { readonly drawn: boolean; readonly urgency?: string | undefined; readonly calibration: boolean },
  flags: readonly JudgedFlag[],
  plan: SamplingPlan,
): SampleReason[] {
  const seen = flags.filter((flag) => !isSilent(flag) && flag.standing !== 'dismissed')
  const cautions = seen.filter(({ severity }) => severity === 'caution').length
  const tests: readonly (readonly [SampleReason, boolean])[] = [
    ['drawn', call.drawn],
    ['serious', seen.some(({ severity }) => severity === 'serious')],
    ['many-flags', cautions >= plan.manyFlags],
    ['urgent', call.urgency === '突发'],
    ['trial-rule', flags.some((flag) => isSilent(flag) && flag.standing === 'open')],
    ['calibration', call.calibration],
  ]
  return tests.flatMap(([reason, holds]) => (holds ? [reason] : []))
}

/** Raised by a rule on trial: the seat never saw it. */
export function isSilent(flag: JudgedFlag): boolean {
  return flag.from.origin === 'rule' && flag.from.raised.silent
}
