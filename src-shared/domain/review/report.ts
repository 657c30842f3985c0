import { isMiss } from './rule-counts.ts'
import type { JudgedFlag, ReviewRecord, Standing } from './fold-review.ts'
import { isSilent, weekOf } from './sampling.ts'
import { wilson, type Share } from './wilson.ts'

export type ReportGroup = 'seat' | 'team' | 'rule' | 'day' | 'week' | 'month'

export interface ReportQuery {
  /** Local days `YYYY-MM-DD`, both included. */
  readonly from: string
  readonly to: string
  readonly by: ReportGroup
  readonly staffNumber?: string | undefined
  readonly team?: string | undefined
  /** Flags of this rule alone. */
  readonly rule?: string | undefined
}

/** A call as reports count it. */
export interface ReportedCall {
  readonly callId: string
  /** ISO local time with offset. */
  readonly startedAt: string
  readonly staffNumber: string
  readonly staffName: string
  readonly team: string
  readonly record: ReviewRecord
  /** 0–100, where something was judged. */
  readonly percent?: number | undefined
}

export interface ReportFigures {
  readonly calls: number
  readonly reviewed: number
  readonly confirmed: number
  readonly dismissed: number
  readonly open: number
  readonly missed: number
  readonly appeals: number
  readonly accepted: number
  readonly precision?: Share | undefined
  readonly percent?: number | undefined
}

export interface ReportPlace {
  readonly call: ReportedCall
  readonly flag: JudgedFlag
}

export interface ReportGroupFigures extends ReportFigures {
  readonly key: string
  readonly label: string
  /** The seconds behind the figures, newest first. */
  readonly places: readonly ReportPlace[]
}

interface Counted {
  readonly call: ReportedCall
  readonly flags: readonly JudgedFlag[]
}

/** Whether a call lies in the report's days, seat and team. */
export function isReported(
  call: Pick<ReportedCall, 'startedAt' | 'staffNumber' | 'team'>,
  query: ReportQuery,
): boolean {
  const day = call.startedAt.slice(0, 10)
  return (
    day >= query.from &&
    day <= query.to &&
    (query.staffNumber === undefined || call.staffNumber === query.staffNumber) &&
    (query.team === undefined || call.team === query.team)
  )
}

/**
 * Figures of the calls that fit, by seat, team, rule or period. Flags of rules on trial count in a report by rule and nowhere
 * else. A flag that was changed is wrong for the rule that raised it and missed by the other one.
 *
 * @param titles of the rules
 */
export function makeReport(
  calls: readonly ReportedCall[],
  query: ReportQuery,
  titles: ReadonlyMap<string, string>,
): { readonly total: ReportFigures; readonly rows: readonly ReportGroupFigures[] } {
  const counted = calls
    .filter((call) => isReported(call, query))
    .map((call) => ({ call, flags: call.record.flags.filter((flag) => isCounted(flag, query)) }))
  const groups = query.by === 'rule' ? groupByRule(counted) : groupByCall(counted, query.by)
  const rows = [...groups].map(([key, group]) => ({
    key,
    label: labelOf(key, group, query.by, titles),
    ...figuresOf(group, query.by === 'rule' ? key : query.rule),
    places: placesOf(group),
  }))
  return { total: figuresOf(counted, query.rule), rows: rows.toSorted(inOrderOf(query.by)) }
}

function isCounted(flag: JudgedFlag, { by, rule }: ReportQuery): boolean {
  if (by !== 'rule' && isSilent(flag)) return false
  return rule === undefined || rulesOf(flag).includes(rule)
}

/** The rule that raised it, and the one it was changed to. */
function rulesOf(flag: JudgedFlag): readonly string[] {
  const raisedAs = flag.from.origin === 'rule' ? flag.from.raised.rule : flag.from.added.rule
  return raisedAs === flag.rule ? [flag.rule] : [raisedAs, flag.rule]
}

function groupByRule(counted: readonly Counted[]): ReadonlyMap<string, readonly Counted[]> {
  const rules = new Set(counted.flatMap(({ flags }) => flags.flatMap(rulesOf)))
  return new Map(
    [...rules].map((rule) => [
      rule,
      counted.flatMap(({ call, flags }) => {
        const own = flags.filter((flag) => rulesOf(flag).includes(rule))
        return own.length === 0 ? [] : [{ call, flags: own }]
      }),
    ]),
  )
}

function groupByCall(
  counted: readonly Counted[],
  by: Exclude<ReportGroup, 'rule'>,
): ReadonlyMap<string, readonly Counted[]> {
  return Map.groupBy(counted, ({ call }) => keyOf(call, by))
}

function keyOf(call: ReportedCall, by: Exclude<ReportGroup, 'rule'>): string {
  switch (by) {
    case 'seat':
      return call.staffNumber
    case 'team':
      return call.team
    case 'day':
      return call.startedAt.slice(0, 10)
    case 'week':
      return mondayOf(call.startedAt)
    case 'month':
      return call.startedAt.slice(0, 7)
  }
}

function mondayOf(startedAt: string): string {
  return new Date((weekOf(startedAt) * 7 + 4) * 86_400_000).toISOString().slice(0, 10)
}

function labelOf(
  key: string,
  group: readonly Counted[],
  by: ReportGroup,
  titles: ReadonlyMap<string, string>,
): string {
  if (by === 'seat') return `${group[0]?.call.staffName ?? ''} ${key}`.trim()
  return by === 'rule' ? (titles.get(key) ?? key) : key
}

/** Periods in time; else the group with the most calls first. */
function inOrderOf(by: ReportGroup): (a: ReportGroupFigures, b: ReportGroupFigures) => number {
  const isPeriod = by === 'day' || by === 'week' || by === 'month'
  return (a, b) => (isPeriod ? (a.key < b.key ? -1 : 1) : b.calls - a.calls || (a.key < b.key ? -1 : 1))
}

function figuresOf(counted: readonly Counted[], rule: string | undefined): ReportFigures {
  const flags = counted.flatMap((call) => call.flags)
  const raised = flags.filter(
    ({ from }) => from.origin === 'rule' && (rule === undefined || from.raised.rule === rule),
  )
  const of = (standing: Standing): number => raised.filter((flag) => flag.standing === standing).length
  const [confirmed, wrong] = [of('confirmed'), of('dismissed') + of('changed')]
  const appeals = flags.flatMap(({ appeal }) => appeal ?? [])
  const precision = wilson(confirmed, confirmed + wrong)
  const percent = rule === undefined ? meanOf(counted.flatMap(({ call }) => call.percent ?? [])) : undefined
  return {
    calls: counted.length,
    reviewed: counted.filter(({ call }) => call.record.finished.length > 0).length,
    confirmed,
    dismissed: wrong,
    open: of('open'),
    missed: flags.filter((flag) => isMiss(flag) && (rule === undefined || flag.rule === rule)).length,
    appeals: appeals.length,
    accepted: appeals.filter(({ state }) => state === 'accepted' || state === 'finally-accepted').length,
    ...(precision === undefined ? {} : { precision }),
    ...(percent === undefined ? {} : { percent }),
  }
}

function meanOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10
}

function placesOf(counted: readonly Counted[]): readonly ReportPlace[] {
  return counted
    .toSorted((a, b) => Date.parse(b.call.startedAt) - Date.parse(a.call.startedAt))
    .flatMap(({ call, flags }) => flags.map((flag) => ({ call, flag })))
}
