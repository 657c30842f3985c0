import type { NormRule } from '../site-pack.ts'
import type { JudgedFlag } from './fold-review.ts'
import type { Scorecard } from './scorecard.ts'
import { wilson } from './wilson.ts'

/** Verdicts on what one version of a rule raised. */
export interface RuleCounts {
  readonly rule: string
  readonly version: string
  readonly confirmed: number
  readonly dismissed: number
  readonly changed: number
  readonly open: number
  /** What the rule did not find: added by a reviewer, or raised by another rule. Of every version of it. */
  readonly missed: number
}

const none = { confirmed: 0, dismissed: 0, changed: 0, open: 0 }

/** Counts of every rule and version that the flags are of. */
export function countRules(flags: readonly JudgedFlag[]): readonly RuleCounts[] {
  const counts = new Map<string, RuleCounts>()
  const missed = new Map<string, number>()
  for (const flag of flags) {
    if (flag.from.origin === 'rule') {
      const { rule, version } = flag.from.raised
      const key = `${rule}@${version}`
      const before = counts.get(key) ?? { rule, version, ...none, missed: 0 }
      counts.set(key, { ...before, [flag.standing]: before[flag.standing] + 1 })
    }
    if (isMiss(flag)) missed.set(flag.rule, (missed.get(flag.rule) ?? 0) + 1)
  }
  return [...counts.values()]
    .map((entry) => ({ ...entry, missed: missed.get(entry.rule) ?? 0 }))
    .concat(
      [...missed]
        .filter(([rule]) => ![...counts.values()].some((entry) => entry.rule === rule))
        .map(([rule, count]) => ({ rule, version: '', ...none, missed: count })),
    )
}

/** Something that its rule should have found and did not. */
export function isMiss(flag: JudgedFlag): boolean {
  return flag.from.origin === 'reviewer'
    ? flag.standing === 'confirmed' || flag.standing === 'changed'
    : flag.standing === 'changed'
}

/** How many of its flags were judged. */
export function judgedOf(counts: Pick<RuleCounts, 'confirmed' | 'dismissed' | 'changed'>): number {
  return counts.confirmed + counts.dismissed + counts.changed
}

/** Whether a rule on trial (试运行) has shown itself: enough verdicts, and the low end of its precision at the limit or above. */
export function passesTrial(
  counts: Pick<RuleCounts, 'confirmed' | 'dismissed' | 'changed'>,
  { verdicts, precision }: Scorecard['trial'],
): boolean {
  const judged = judgedOf(counts)
  return judged >= verdicts && (wilson(counts.confirmed, judged)?.low ?? 0) >= precision
}

/**
 * All of a rule that decides what it raises, in a fixed order: the same text means the same rule. Its title, reason and rewrite
 * may be worded anew without a new trial.
 */
export function ruleContent(norms: readonly NormRule[]): string {
  return JSON.stringify(
    norms.map(({ threshold, scoreAbove, phrases, patterns, except, remedies, context }) => ({
      threshold,
      scoreAbove,
      phrases: phrases.map(({ say }) => say),
      patterns: patterns.map(({ match }) => match),
      except,
      remedies,
      context,
    })),
  )
}
