import type { RuleStanding } from '#shared/contract/review-views.ts'
import type { RuleCounts } from '#shared/domain/review/rule-counts.ts'
import { wilson } from '#shared/domain/review/wilson.ts'
import type { SitePack } from '#shared/domain/site-pack.ts'
import type { RuleVersion } from '../store/rule-version-store.ts'

/** Every rule of the pack with what the verdicts say of its version in use, those with the most verdicts first. */
export function ruleStandings(
  { norms, scorecard }: Pick<SitePack, 'norms' | 'scorecard'>,
  versions: readonly RuleVersion[],
  counts: readonly RuleCounts[],
): RuleStanding[] {
  const { verdicts, precision } = scorecard.trial
  const standings = versions.flatMap(({ rule, version, since, state }): RuleStanding[] => {
    const norm = norms.find((entry) => entry.rule === rule)
    if (norm === undefined) return []
    const own = counts.find((entry) => entry.rule === rule && entry.version === version)
    const { confirmed, dismissed, changed, open } = own ?? { confirmed: 0, dismissed: 0, changed: 0, open: 0 }
    const missed = Math.max(0, ...counts.filter((entry) => entry.rule === rule).map((entry) => entry.missed))
    const share = wilson(confirmed, confirmed + dismissed + changed)
    return [
      {
        ...{ rule, version, since, state, confirmed, dismissed, changed, open, missed },
        title: norm.title,
        severity: norm.severity,
        ...(share === undefined ? {} : { precision: share }),
        needs: { verdicts, precision },
      },
    ]
  })
  const judged = (standing: RuleStanding): number =>
    standing.confirmed + standing.dismissed + standing.changed
  return standings.toSorted((left, right) => judged(right) - judged(left))
}
