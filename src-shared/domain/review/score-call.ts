import type { JudgedFlag, ReviewRecord } from './fold-review.ts'
import { isSilent } from './sampling.ts'
import type { ScorecardItem } from './scorecard.ts'

/** Ids of the pack's rules. */
type Rules = Pick<ReadonlySet<string>, 'has'>

const noRules: Rules = new Set<string>()

export interface ItemResult {
  readonly item: string
  readonly group: string
  readonly title: string
  /** Full points. */
  readonly of: number
  /** Absent where nobody judged it, or it is not measured in a call. */
  readonly points?: number
  readonly by: ScorecardItem['by']
  /** Flags that cost points. */
  readonly flagIds: string[]
  readonly note?: string
}

export interface CallScore {
  readonly points: number
  readonly of: number
  /** 0–100, one decimal; absent where nothing was judged. */
  readonly percent?: number
  readonly items: ItemResult[]
}

/**
 * A call by the scorecard (评分表). Flags cost points unless they were dismissed; those of rules on trial never do. What nobody
 * judged counts neither way: an item whose rules the pack does not have, or could not judge in this call, too. Items that are
 * off (停用) are left out.
 *
 * @param rules those of the pack in use
 * @param unjudged those that could find nothing in this call, whatever the seat did
 */
export function scoreCall(
  items: readonly ScorecardItem[],
  record: Pick<ReviewRecord, 'flags' | 'scores'>,
  rules: Rules,
  unjudged: Rules = noRules,
): CallScore {
  const judging: Rules = { has: (rule) => rules.has(rule) && !unjudged.has(rule) }
  const results = items.filter(({ off }) => off !== true).map((item) => scoreItem(item, record, judging))
  const judged = results.flatMap(({ points, of }) => (points === undefined ? [] : [{ points, of }]))
  const points = judged.reduce((sum, result) => sum + result.points, 0)
  const of = judged.reduce((sum, result) => sum + result.of, 0)
  return {
    points,
    of,
    ...(of === 0 ? {} : { percent: Math.round((points / of) * 1000) / 10 }),
    items: results,
  }
}

function scoreItem(
  item: ScorecardItem,
  { flags, scores }: Pick<ReviewRecord, 'flags' | 'scores'>,
  judging: Rules,
): ItemResult {
  const { id, group, title, by } = item
  const result = { item: id, group, title, of: item.points, by, flagIds: [] }
  switch (by) {
    case 'exchange':
      return result
    case 'reviewer': {
      const given = scores.get(id)
      if (given === undefined) return result
      return { ...result, points: given.points, ...(given.note === undefined ? {} : { note: given.note }) }
    }
    case 'rules': {
      const costly = flags.filter((flag) => item.rules.includes(flag.rule) && costs(flag))
      // A reviewer may have found what the rule had no chance to.
      if (costly.length === 0 && !item.rules.some((rule) => judging.has(rule))) return result
      const lost = costly.length * (item.deduct ?? item.points)
      return {
        ...result,
        points: Math.max(0, item.points - lost),
        flagIds: costly.map(({ flagId }) => flagId),
      }
    }
  }
}

function costs(flag: JudgedFlag): boolean {
  return flag.standing !== 'dismissed' && !isSilent(flag)
}
