import type { WordingFlag } from '../wording-flag.ts'
import type { Standing } from './fold-review.ts'

export type FlagChange = 'kept' | 'new' | 'gone'

export interface ComparedFlag {
  readonly change: FlagChange
  readonly flag: Pick<WordingFlag, 'turn' | 'quote' | 'severity' | 'why'>
}

/** What one rule flags in a call before and after it is changed, by turn: a rule flags a turn at most once. */
export function compareFlags(
  before: readonly ComparedFlag['flag'][],
  after: readonly ComparedFlag['flag'][],
): ComparedFlag[] {
  const turns = (flags: typeof before): ReadonlySet<number> => new Set(flags.map(({ turn }) => turn))
  const was = turns(before)
  const is = turns(after)
  return [
    ...before.filter(({ turn }) => !is.has(turn)).map((flag) => ({ change: 'gone' as const, flag })),
    ...after.map((flag) => ({ change: was.has(flag.turn) ? ('kept' as const) : ('new' as const), flag })),
  ].toSorted((a, b) => a.flag.turn - b.flag.turn)
}

/** How the rule before and the rule after agree with what reviewers said. */
export interface VerdictTally {
  readonly confirmed: { readonly before: number; readonly after: number }
  readonly dismissed: { readonly before: number; readonly after: number }
}

/** Judged flags among the compared ones, by how they stand. */
export function tallyVerdicts(
  compared: readonly { readonly change: FlagChange; readonly standing?: Standing | undefined }[],
): VerdictTally {
  const count = (standings: readonly Standing[], gone: FlagChange): number =>
    compared.filter(
      ({ change, standing }) => standing !== undefined && standings.includes(standing) && change !== gone,
    ).length
  return {
    confirmed: { before: count(['confirmed'], 'new'), after: count(['confirmed'], 'gone') },
    // One changed to another rule was no flag of this one.
    dismissed: {
      before: count(['dismissed', 'changed'], 'new'),
      after: count(['dismissed', 'changed'], 'gone'),
    },
  }
}
