import { cardinalOf, numeralSource } from '../../../text/numerals.ts'
import { isClaim, type Sum } from './sums.ts'

const times = new RegExp(
  `(${numeralSource})(?:个|天|年|人|节|张|条|次|台|份|户|晚|单|趟|件|间|桌|箱|期|斤|吨)`,
  'g',
)

/** 工资两千二拖了三个月六千六: what another sum of the line comes to so many times. */
export function isProductOf(sum: Sum, siblings: readonly Sum[]): boolean {
  // 两年卡六千八还剩三千四
  if (siblings.some(({ role }) => role === 'left')) return false
  const counts = [...sum.line.text.slice(0, sum.start).matchAll(times)].map(([, words = '']) =>
    cardinalOf(words),
  )
  return siblings.some((other) =>
    counts.some((count) => count !== undefined && count > 1 && other.value * count === sum.value),
  )
}

/** 退四百八十六再赔一千加起来一千四百八十六: what the other sums of the line come to. */
export function isTotalOf(sum: Sum, siblings: readonly Sum[]): boolean {
  // 一共一万二他付了九千四还欠两千六: what is left is at issue.
  if (siblings.some(({ role }) => role === 'left')) return false
  const others = siblings.filter((other) => other.value !== sum.value && other.role !== 'undisputed')
  const parts = [...new Set(others.map((other) => other.value))]
  const added = parts.reduce((total, part) => total + part, 0)
  const all = others.reduce((total, other) => total + other.value, 0)
  const adds = /[加合]起来[^，]{0,3}$/.test(sum.line.text.slice(0, sum.start))
  if (adds && parts.length > 0 && parts.every((part) => part < sum.value)) return true
  return others.length > 1 && [added, all].some((total) => Math.abs(total - sum.value) < 0.01)
}

/** 两千四加六百三千, 两千三的一半一千一百五: what the sums before it come to. */
export function isWorkedOut(sum: Sum, siblings: readonly Sum[]): boolean {
  const [first, ...more] = siblings.filter(({ start }) => start < sum.start)
  if (first === undefined) return false
  const rest = more.reduce((total, { value }) => total + value, 0)
  const halved = sum.line.text.slice(first.end, sum.start).includes('一半') ? [first.value / 2] : []
  const results = more.length > 0 ? [first.value + rest, first.value - rest, ...halved] : halved
  return results.some((result) => Math.abs(result - sum.value) < 0.01) || isProductOf(sum, siblings)
}

/** The two sums told before that come to a total. */
export function partsOf<S extends Sum>(total: Sum, before: readonly S[]): readonly S[] {
  const parts = before.filter(({ value, role }) => value < total.value && role !== 'undisputed')
  return parts.filter(({ value }) =>
    parts.some((other) => Math.abs(other.value + value - total.value) < 0.01),
  )
}

/** 总共三十一万多老板说三十一万两千: what was said roughly, told exactly behind it. */
export function roughOf<S extends Sum & { readonly weight: number }>(
  sum: S,
  before: readonly S[],
): S | undefined {
  if (sum.approximate || sum.corrects || isClaim(sum)) return undefined
  return before.find(
    ({ approximate, value, weight, line }) =>
      approximate &&
      weight > 0 &&
      line.index === sum.line.index &&
      value < sum.value &&
      sum.value - value < lastUnit(value),
  )
}

/** 三十一万 is told in 万, 三百 in 百. */
function lastUnit(value: number): number {
  let unit = 1
  while (value % (unit * 10) === 0) unit *= 10
  return unit
}
