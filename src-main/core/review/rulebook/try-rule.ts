import { setImmediate } from 'node:timers/promises'
import type { RuleTrial } from '#shared/contract/rulebook-views.ts'
import type { Turn } from '#shared/domain/call.ts'
import { compareFlags, tallyVerdicts } from '#shared/domain/review/compare-flags.ts'
import type { JudgedFlag, Standing } from '#shared/domain/review/fold-review.ts'
import { maskPersonal, maskText } from '#shared/domain/review/masking.ts'
import { spanOfQuote } from '#shared/domain/review/quote-span.ts'
import type { Mask } from '#shared/domain/review/review-case.ts'
import type { NormRule } from '#shared/domain/site-pack.ts'
import type { WordingFlag } from '#shared/domain/wording-flag.ts'
import { createWordingCheck, type WordingCheck } from '#shared/domain/wording/check-wording.ts'

/** A call to try a rule on, unmasked. */
export interface TriedCall {
  readonly callId?: string
  readonly startedAt?: string
  readonly staffName?: string
  readonly turns: readonly Turn[]
  readonly masks: readonly Mask[]
  /** Flags that were raised while it ran, with what reviewers said. */
  readonly judged: readonly JudgedFlag[]
}

type TriedView = RuleTrial['calls'][number]

/**
 * What a rule flags with the norms in use and with those that would take their place. Whatever their day, all norms judge: the
 * question is what the words would find. Other work of the process gets its turn between two calls.
 */
export async function tryRule(
  rule: string,
  norms: { readonly before: readonly NormRule[]; readonly after: readonly NormRule[] },
  calls: readonly TriedCall[],
): Promise<RuleTrial> {
  const before = createWordingCheck(norms.before)
  const after = createWordingCheck(norms.after)
  const views: TriedView[] = []
  for (const call of calls) {
    const flagsOf = (check: WordingCheck): readonly WordingFlag[] =>
      check.check(call.turns, true).filter((flag) => flag.rule === rule)
    views.push(viewCall(rule, call, flagsOf(before), flagsOf(after)))
    await setImmediate()
  }
  const flags = views.flatMap((view) => view.flags)
  return {
    calls: views,
    flags: {
      before: flags.filter(({ change }) => change !== 'new').length,
      after: flags.filter(({ change }) => change !== 'gone').length,
    },
    ...tallyVerdicts(flags),
  }
}

function viewCall(
  rule: string,
  { callId, startedAt, staffName, turns, masks, judged }: TriedCall,
  before: readonly WordingFlag[],
  after: readonly WordingFlag[],
): TriedView {
  const masked = turns.map((turn, index) => maskText(turn.text, index, masks))
  return {
    ...(callId === undefined ? {} : { callId }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(staffName === undefined ? {} : { staffName }),
    turns: turns.map(({ speaker }, index) => ({ speaker, text: masked[index] ?? '' })),
    flags: compareFlags(before, after).map(({ change, flag }) => {
      const turn = turns[flag.turn]
      const span = turn === undefined ? { from: 0, to: 0 } : spanOfQuote(turn, flag.quote)
      const standing = standingOf(rule, flag.turn, judged)
      return {
        change,
        turn: flag.turn,
        severity: flag.severity,
        why: flag.why,
        quote:
          span.to === 0 ? maskPersonal(flag.quote) : (masked[flag.turn]?.slice(span.from, span.to) ?? ''),
        ...(standing === undefined ? {} : { standing }),
      }
    }),
  }
}

function standingOf(rule: string, turn: number, judged: readonly JudgedFlag[]): Standing | undefined {
  const flag = judged.find(
    ({ from }) => from.origin === 'rule' && from.raised.rule === rule && from.raised.turn === turn,
  )
  return flag === undefined || flag.standing === 'open' ? undefined : flag.standing
}
