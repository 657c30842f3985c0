import type { CallScore, ItemResult } from '../review/score-call.ts'
import type { JudgedFlag } from '../review/fold-review.ts'
import type { MysteryCaller } from './rehearsal-script.ts'

/** How the call was rehearsed, as far as it decides what can be judged. */
export interface RehearsedHow {
  /** Rules that could find nothing, whatever the seat did. */
  readonly unjudged: ReadonlySet<string>
  /** From ringing to answering, ms, where it rang. */
  readonly answeredAfterMs: number | undefined
}

export interface ReportedItem extends ItemResult {
  /** In the mystery caller's words; empty where the pack has none. */
  readonly words: string
  /** The seat's words that cost points. */
  readonly quotes: readonly string[]
}

export interface MysteryReport extends Omit<CallScore, 'items'> {
  readonly items: readonly ReportedItem[]
}

/**
 * The 17 items of a rehearsed call as a mystery caller (暗访员) would report them. What the switch measures and nobody hears in
 * one call stays open, except for the time to answer, which the desk measured.
 *
 * @param rulesOf the rules behind an item
 */
export function mysteryReport(
  score: CallScore,
  flags: readonly JudgedFlag[],
  caller: MysteryCaller,
  how: RehearsedHow,
  rulesOf: (item: string) => readonly string[],
): MysteryReport {
  const items = score.items.map((item) => reported(measured(item, caller, how, rulesOf), flags, caller))
  const judged = items.flatMap(({ points, of }) => (points === undefined ? [] : [{ points, of }]))
  const points = judged.reduce((sum, item) => sum + item.points, 0)
  const of = judged.reduce((sum, item) => sum + item.of, 0)
  return { points, of, ...(of === 0 ? {} : { percent: Math.round((points / of) * 1000) / 10 }), items }
}

function measured(
  item: ItemResult,
  caller: MysteryCaller,
  how: RehearsedHow,
  rulesOf: (item: string) => readonly string[],
): ItemResult {
  const limit = caller.items[item.item]?.ringingSeconds
  if (limit !== undefined && how.answeredAfterMs !== undefined) {
    return { ...item, points: how.answeredAfterMs <= limit * 1000 ? item.of : 0 }
  }
  const rules = rulesOf(item.item)
  if (rules.length === 0 || !rules.every((rule) => how.unjudged.has(rule))) return item
  const { item: id, group, title, of, by } = item
  return { item: id, group, title, of, by, flagIds: [] }
}

function reported(item: ItemResult, flags: readonly JudgedFlag[], caller: MysteryCaller): ReportedItem {
  const words = caller.items[item.item]
  const { points, of } = item
  const said = points === undefined ? words?.open : points >= of ? words?.good : words?.lost
  const quotes = flags
    .filter(({ flagId }) => item.flagIds.includes(flagId))
    .flatMap(({ from }) => (from.origin === 'rule' && from.raised.quote !== '' ? [from.raised.quote] : []))
  return { ...item, words: said ?? '', quotes }
}
