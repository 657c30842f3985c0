import type { IncidentTime } from '../../ticket-fields.ts'
import type { Line } from '../hearing/hearing.ts'
import { formatMoment, type Moment } from './time-expression.ts'
import { readInLightOf, tellsHalfOfDay } from './borrowed-date.ts'
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
  /** True where only a clock was told, and today taken for its day. */
  readonly assumed?: boolean
  /** True where the matter was going on at the clock that was told, and had begun before. */
  readonly passing?: boolean
  /** True where the seat's very words before it ask since when. */
  readonly sinceAsked?: boolean
  /** True where the words tell that it was over at once, though it was asked since when. */
  readonly over?: boolean
}

/** Of two times that were told one after the other the incident's, the one made finer by the other where they agree. */
export function better(best: Candidate | undefined, next: Candidate): Candidate {
  if (best === undefined) return next
  const [known, said] = [beginOf(best.value), beginOf(next.value)]
  // 你就写九月吧, after 九月二号左右: as the caller wants it to stand.
  if (/(?:就|还是|[你您])(?:先|按)?(?:写|记|算|填|登记)$/.test(next.line.text.slice(0, next.start)))
    return isOpen(best.value) && typeof next.value === 'string' ? { ...next, value: { from: said } } : next
  if (known !== said && sameDay(known, said)) {
    // 从十七号到今天, to 十七号九点到两点: not over that night.
    if (known.startsWith(said))
      return isOpen(next.value) && !isOpen(best.value) && tillToday.test(next.line.text)
        ? { ...best, value: { from: known } }
        : best
    // 三月八号到九号, and then 早上八点半到十二点: the hours of each day.
    if (isOfDays(best.value) && !isOfDays(next.value)) return best
    // 停电三个多小时了, and then 七点一刻: what lasts since about that time, told exactly.
    if (best.moment === undefined && isOpen(best.value) && next.line.asked.has('time'))
      return typeof next.value === 'string' ? { ...next, value: { from: said } } : next
    // 昨晚一点多 and then 一点二十; another hour of the same day counts by its score.
    if (said.startsWith(known) || said.slice(0, 13) === known.slice(0, 13))
      return typeof best.value !== 'string' && typeof next.value === 'string'
        ? { ...next, value: { ...best.value, from: said } }
        : next
  }
  if (isOneOfLine(best, next)) return isBegunBefore(best, next) ? next : best
  if (best.assumed === true && isSinceAnEarlierDay(next, best)) return next
  const dated = best.assumed === true || isPutRight(next) ? onDayOf(next, best) : undefined
  if (dated !== undefined) return dated
  if (best.moment !== undefined && next.moment !== undefined && tellsHalfOfDay(next.moment, best.moment))
    return typeof best.value === 'string' ? next : { ...next, value: { ...best.value, from: said } }
  if (known === said) {
    // 国庆那几天, and then 一号到五号: what was said last of the end.
    if (typeof next.value !== 'string' && next.value.to !== undefined)
      return thatDay.test(wordsBehind(best)) ||
        (best.sinceAsked === true && isOpen(best.value) && !next.line.asked.has('time'))
        ? best
        : next
    if (best.over === true && isOpen(next.value)) return best
    // 从一号一直堵到今天现在还堵着, to 一号到三号吗
    if (isOpen(next.value) && next.line.speaker === 'citizen' && untilNow.test(next.line.text)) return next
    if (typeof best.value === 'string' && typeof next.value === 'string')
      return next.moment?.period === undefined ? best : { ...best, moment: next.moment }
    if (typeof best.value === 'string') return next
    // 就是二十六号晚上对吗 says the day again, and not that it is over; of 二号三号那两天 it tells which; 昨晚九点多 agrees to a span.
    if (typeof next.value === 'string')
      return isOpen(best.value) ||
        next.moment?.period === undefined ||
        (known.length > wholeDay && !isPutRight(next))
        ? best
        : next
  }
  // 五一那几天, and then 五月三号: the day of them.
  if (best.line.index !== next.line.index && isWithin(said, best.value)) return next
  const before = next.line.text.slice(Math.max(0, next.start - 8), next.start)
  return isCorrected(before) || next.score > best.score ? next : best
}

/** 五一那天, and later 五一放假: one day of the holiday. */
const thatDay = /^节?[那当]天/
const wordsBehind = ({ line, end }: Candidate): string => line.text.slice(end)

/** 十一月一号开业就开始了, in answer to 从什么时候起 after 九点半: the clock was that of every night. */
const isSinceAnEarlierDay = ({ line, value, moment, sinceAsked }: Candidate, told: Candidate): boolean =>
  line.index !== told.line.index &&
  sinceAsked === true &&
  isOpen(value) &&
  moment?.clock === undefined &&
  beginOf(value) < dayOf(told)

/** 前晚开始尤其今晚九点到现在, 今天早上清了又堆从上周六就这样: two beginnings in one line, one of them told as such. */
function isOneOfLine(best: Candidate, next: Candidate): boolean {
  if (best.line.index !== next.line.index || best.line.speaker === 'seat') return false
  if (!isOpen(best.value) || !isOpen(next.value)) return false
  const told = best.line.text.slice(best.end, next.start)
  return (begun.test(told) && !comesBack.test(best.line.text.slice(best.end))) || isBegunBefore(best, next)
}

const begun = /^(?:上|晚上|的时候)?(?:就|才)?开始/
const comesBack = /[又再]|不对|不是|好了/

const isBegunBefore = (best: Candidate, next: Candidate): boolean =>
  beginOf(next.value) < beginOf(best.value) && next.line.text.slice(0, next.start).endsWith('从')

/** 哦不对我是上周五去的 */
const isPutRight = ({ line, start }: Candidate): boolean =>
  line.speaker === 'citizen' &&
  (line.reply === 'no' || isCorrected(line.text.slice(Math.max(0, start - 8), start)))

/**
 * 昨天早上, in answer to the question after 八点左右, or 不对是上周五 after 昨天九点二十到一点: the clocks are those of the day
 * that is told now.
 */
function onDayOf(next: Candidate, told: Candidate): Candidate | undefined {
  const { moment, line } = next
  if (told.moment?.clock === undefined || typeof next.value !== 'string') return undefined
  if (moment?.date === undefined || moment.clock !== undefined || moment.monthOnly) return undefined
  if (told.assumed === true && !(told.line.asked.has('time') && line.asked.has('time'))) return undefined
  const dated = readInLightOf({ ...told.moment, date: undefined }, moment, true, false)
  const from = dated === undefined ? undefined : formatMoment(dated)
  if (dated === undefined || from === undefined || from.slice(0, wholeDay) === dayOf(told)) return undefined
  if (typeof told.value === 'string') return { ...next, value: from, moment: dated }
  const to = told.value.to === undefined ? {} : { to: onNewDay(told.value.to, told.value.from, from) }
  return { ...next, value: { ...told.value, from, ...to }, moment: dated }
}

/** The end of what began on another day, as many days after its new beginning. */
function onNewDay(to: string, from: string, begun: string): string {
  const [day, old, fresh] = [to, from, begun].map((told) => Date.parse(`${told.slice(0, wholeDay)}T00:00Z`))
  const moved = new Date((fresh ?? 0) + (day ?? 0) - (old ?? 0)).toISOString()
  return moved.slice(0, wholeDay) + to.slice(wholeDay)
}

/** 昨晚十点五十分也就是十九号晚上: a day, or what was said beside it that tells the same day better. */
export function finest(day: Candidate | undefined, others: readonly Candidate[]): Candidate | undefined {
  if (day === undefined) return undefined
  return others.find(({ value }) => beginOf(value).startsWith(`${beginOf(day.value)}T`)) ?? day
}

/** 七号到八号: from one day to another. */
const isOfDays = (value: IncidentTime): boolean =>
  typeof value !== 'string' &&
  value.to !== undefined &&
  value.from.slice(0, wholeDay) !== value.to.slice(0, wholeDay)

const tillToday = /从[^，]{1,14}到(?:今天|现在|目前)/
const untilNow = /到(?:今[天日]|现在|目前)|现在还/

/** Goes on still. */
export const isOpen = (value: IncidentTime | undefined): boolean =>
  typeof value === 'object' && value.to === undefined

export const beginOf = (value: IncidentTime): string => (typeof value === 'string' ? value : value.from)

export const wholeDay = 'YYYY-MM-DD'.length
export const dayOf = ({ value }: Candidate): string => beginOf(value).slice(0, wholeDay)
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
