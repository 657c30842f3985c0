import type { IncidentTime } from '../../ticket-fields.ts'
import type { Line } from '../hearing/hearing.ts'
import type { Moment } from './time-expression.ts'
import { isCorrected } from './time-role.ts'

/** A time that may be the incident's, with the words that tell it. */
export interface Candidate {
  readonly value: IncidentTime
  readonly line: Line
  readonly start: number
  readonly end: number
  readonly score: number
  readonly confidence: number
  readonly moment: Moment | undefined
}

/** Of two times that were told one after the other the incident's, the one made finer by the other where they agree. */
export function better(best: Candidate | undefined, next: Candidate): Candidate {
  if (best === undefined) return next
  const [known, said] = [beginOf(best.value), beginOf(next.value)]
  if (known !== said && sameDay(known, said)) {
    if (known.startsWith(said)) return best
    // 昨晚一点多 and then 一点二十; another hour of the same day counts by its score.
    if (said.startsWith(known) || said.slice(0, 13) === known.slice(0, 13))
      return typeof best.value !== 'string' && typeof next.value === 'string'
        ? { ...next, value: { ...best.value, from: said } }
        : next
  }
  if (known === said) {
    // 国庆那几天, and then 一号到五号: what was said last of the end.
    if (typeof next.value !== 'string' && next.value.to !== undefined) return next
    if (typeof best.value === 'string' && typeof next.value === 'string')
      return next.moment?.period === undefined ? best : { ...best, moment: next.moment }
    if (typeof best.value === 'string') return next
    // 就是二十六号晚上对吗 says the day again, and not that it is over.
    if (typeof next.value === 'string') return best
  }
  // 五一那几天, and then 五月三号: the day of them.
  if (best.line.index !== next.line.index && isWithin(said, best.value)) return next
  const before = next.line.text.slice(Math.max(0, next.start - 8), next.start)
  return isCorrected(before) || next.score > best.score ? next : best
}

/** Goes on still. */
export const isOpen = (value: IncidentTime | undefined): boolean =>
  typeof value === 'object' && value.to === undefined

const beginOf = (value: IncidentTime): string => (typeof value === 'string' ? value : value.from)

const wholeDay = 'YYYY-MM-DD'.length
const isWithin = (day: string, span: IncidentTime): boolean =>
  typeof span !== 'string' &&
  span.to?.length === day.length &&
  day.length >= wholeDay &&
  day > span.from &&
  day <= span.to

const sameDay = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length, 10)
  return a.slice(0, length) === b.slice(0, length)
}
