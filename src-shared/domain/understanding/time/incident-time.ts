import type { HeardValue, IncidentTime } from '../../ticket-fields.ts'
import { earlierToday, endOf, readInLightOf, settledToday, tellsHalfOfDay } from './borrowed-date.ts'
import { cite, type Hearing, heardValue, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import type { LocalTime } from './local-time.ts'
import { holidayEnd } from './named-days.ts'
import { durationIn } from './time-durations.ts'
import { inContext, type TimedLine } from './timed-line.ts'
import { formatMoment, type Moment, momentsIn } from './time-expression.ts'
import {
  endsMatter,
  goesOn,
  isHabit,
  isCorrected,
  isOtherMatter,
  isPurchase,
  isStillIn,
  isStillOff,
  isToCome,
  type Surroundings,
} from './time-role.ts'

interface Candidate {
  readonly value: IncidentTime
  readonly line: Line
  readonly start: number
  readonly end: number
  readonly score: number
  readonly confidence: number
  readonly moment: Moment | undefined
}

const until = /^.{0,3}(?:到|至|直到)$/
const readback = /吗$|吧$|也就是|那就是|就是|对吗|对吧|是吗|是吧|是不是|没错吧/
/** A seat's line of so few characters does nothing but repeat. */
const shortEcho = 10
const promise = /会|将|之内|以内|回复|联系您|答复/

/**
 * 事发时间 in the granularity spoken. Times of earlier reports, purchases, deadlines and the future are not the
 * incident's; an answer to 什么时候 counts most, the seat's confirmed read-back settles, a correction replaces what it
 * corrects, and a finer word for the same day makes it finer.
 */
export function hearIncidentTime(hearing: Hearing): HeardValue<IncidentTime> | undefined {
  const now = hearing.startedAt
  if (now === undefined) return undefined
  let best: Candidate | undefined
  const others: IncidentTime[] = []
  for (const line of hearing.lines) {
    const words = inContext(hearing, line)
    const candidates =
      line.speaker === 'citizen' ? candidatesIn(words, now, best) : confirmed(hearing, words, now, best)
    for (const candidate of candidates) {
      const chosen = better(best, candidate)
      if (chosen === best) continue
      if (best !== undefined) others.push(best.value)
      best = chosen
    }
  }
  if (best === undefined) return undefined
  const evidence = cite(best.line, best.start, best.end, best.confidence)
  return heardValue(best.value, [evidence], { alternatives: others.slice(-2) })
}

function better(best: Candidate | undefined, next: Candidate): Candidate {
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
    if (typeof best.value === 'string') return typeof next.value === 'string' ? best : next
    // 就是二十六号晚上对吗 says the day again, and not that it is over.
    if (typeof next.value === 'string') return best
  }
  // 五一那几天, and then 五月三号: the day of them.
  if (best.line.index !== next.line.index && isWithin(said, best.value)) return next
  const before = next.line.text.slice(Math.max(0, next.start - 8), next.start)
  return isCorrected(before) || next.score > best.score ? next : best
}

const beginOf = (value: IncidentTime): string => (typeof value === 'string' ? value : value.from)

const isWithin = (day: string, span: IncidentTime): boolean =>
  typeof span !== 'string' && span.to?.length === day.length && day > span.from && day <= span.to

const sameDay = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length, 10)
  return a.slice(0, length) === b.slice(0, length)
}

/** 也就是十一月六号, to which the citizen agrees. */
function confirmed(
  hearing: Hearing,
  line: TimedLine,
  now: LocalTime,
  known: Candidate | undefined,
): readonly Candidate[] {
  const half = withHalfOfDay(line, now, known)
  if (half !== undefined) return [half]
  // 今天是十八号前天是十六号 explains a calendar.
  if (!readback.test(line.text) || promise.test(line.text) || line.text.includes('今天是')) return []
  if (nextCitizenLine(hearing, line)?.reply !== 'yes') return []
  // 十六号对吗 after the answer to 哪天: a day needs no other word beside it.
  const answer = hearing.lines[line.index - 1]
  const asks = answer?.asked.has('time') === true && line.text.length <= shortEcho
  const last = candidatesIn(asks ? { ...line, asked: answer.asked } : line, now, known)
    .filter((candidate) => candidate.moment?.date !== undefined)
    .at(-1)
  return last === undefined ? [] : [{ ...last, score: Math.max(last.score, (known?.score ?? 0) + 1) }]
}

/** 今晚八点四十, said by the seat of 八点四十: the clock of the answer in the part of the day that was meant. */
function withHalfOfDay(line: TimedLine, now: LocalTime, known: Candidate | undefined): Candidate | undefined {
  const said = momentsIn(line.text, now).find((moment) => tellsHalfOfDay(moment, known?.moment))
  const from = said === undefined ? undefined : formatMoment(said)
  if (known === undefined || said === undefined || from === undefined || isToCome(from, now)) return undefined
  const value = typeof known.value === 'string' ? from : { ...known.value, from }
  return { ...known, value, line, start: said.start, end: said.end, score: known.score + 1, moment: said }
}

function candidatesIn(line: TimedLine, now: LocalTime, known: Candidate | undefined): readonly Candidate[] {
  const asked = line.asked.has('time')
  const moments = momentsIn(line.text, now, asked)
  const found: Candidate[] = []
  for (const [index, moment] of moments.entries()) {
    const latest = found.at(-1) ?? known
    const candidate = candidateOf(line, moment, moments[index - 1], moments[index + 1], now, latest)
    if (candidate !== undefined) found.push(candidate)
  }
  const lasted = found.length === 0 && !line.usage ? durationIn(line.text, now, asked) : undefined
  if (lasted !== undefined) {
    const { from, ...span } = lasted
    found.push({ ...span, value: line.once ? from : { from }, line, score: asked ? 4 : 0, moment: undefined })
  }
  return found
}

function candidateOf(
  line: TimedLine,
  moment: Moment,
  previous: Moment | undefined,
  next: Moment | undefined,
  now: LocalTime,
  known: Candidate | undefined,
): Candidate | undefined {
  const around: Surroundings = {
    before: line.text.slice(previous?.end ?? 0, moment.start),
    after: line.text.slice(moment.end),
    between: line.text.slice(moment.end, next?.start),
  }
  const asked = line.asked.has('time')
  if (previous !== undefined && until.test(around.before)) return undefined
  // 唱到凌晨三点: when it ended that night, and perhaps every night.
  if (moment.date === undefined && /[到至]$/.test(around.before)) return undefined
  if (isOtherMatter(moment, around, asked) || isBareNumber(line, moment, around.before)) return undefined
  const dated = moment.date === undefined ? dateFor(moment, known, line, now) : settledToday(moment, now)
  const from = dated === undefined ? undefined : formatMoment(dated)
  if (dated === undefined || from === undefined || isToCome(from, now)) return undefined
  const to = lastOf(dated, next, around, line)
  // From early till midnight, said at noon, is a habit.
  if (to !== undefined && isToCome(to, now)) return undefined
  const ongoing =
    line.asked.has('since') ||
    goesOn(around) ||
    isStillOff(around, line.spoken, line.question) ||
    isStillIn(around, line.spoken)
  const score =
    (asked ? 4 : 0) +
    (dated.clock === undefined ? 0 : 1) +
    (ongoing ? 1 : 0) -
    (isPurchase(around.after) ? 2 : 0) +
    (moment.date === undefined ? 3 : 0)
  const vagueHour = dated.clock !== undefined && dated.period === undefined
  return {
    value: to !== undefined ? { from, to } : ongoing ? { from } : from,
    line,
    start: moment.start,
    end: to === undefined ? moment.end : (next?.end ?? moment.end),
    score,
    confidence: asked ? 0.9 : vagueHour ? 0.7 : 0.85,
    moment: dated,
  }
}

/** 十三号 at the end of a line is a house as often as a date. */
function isBareNumber(line: Line, moment: Moment, before: string): boolean {
  if (line.asked.has('time')) return false
  if (line.asked.has('number') || /[路街巷楼门栋]号?(?:牌|是)/.test(before)) return true
  const alone = moment.end === line.text.length && /^[^年月]{1,3}[号日]$/.test(line.text.slice(moment.start))
  return alone && !isCorrected(before)
}

/** The end of the matter: a second moment after 到 or with what ended it, the last of several days, a holiday's end. */
function lastOf(
  dated: Moment,
  next: Moment | undefined,
  { after, between }: Surroundings,
  line: Line,
): string | undefined {
  if (next === undefined) return holidayEnd(dated, after)
  // 上周五开始到今天都没好: it has not ended.
  if (until.test(between) && next.clock === undefined && /^今[天日]/.test(line.text.slice(next.start)))
    return undefined
  const rest = line.text.slice(next.end)
  const joined = dated.monthOnly ? /^(?:和|跟|、|还有|以及)?$/ : /^(?:和|跟|、|还有|以及)$/
  const together = joined.test(between) && /^(?:这|那)?(?:两|[三四五]|几)?(?:天|晚|个月)/.test(rest)
  const ended = between.length <= 14 && endsMatter(rest) && next.date !== undefined
  return until.test(between) || together || ended ? endOf(next, dated) : holidayEnd(dated, after)
}

/** 八点多 after 昨天晚上: the clock belongs to the date already heard. */
function dateFor(
  moment: Moment,
  known: Candidate | undefined,
  line: TimedLine,
  now: LocalTime,
): Moment | undefined {
  if (line.habitual || isHabit(line.text, moment)) return undefined
  const asked = line.asked.has('time') || line.reply !== 'none' || isEvent(line, moment)
  const before = line.text.slice(Math.max(0, moment.start - 4), moment.start)
  const lasts = /^.{0,6}到(?:现在|目前|依家)/.test(line.text.slice(moment.end))
  if (known === undefined)
    return line.asked.has('time') || lasts || isRecent(line, moment) ? earlierToday(moment, now) : undefined
  return readInLightOf(moment, known.moment, asked, isCorrected(before))
}

/** 九点钟挖断的: the clock is that of the event. */
const isEvent = (line: Line, moment: Moment): boolean =>
  /^(?:左右|多|钟)*[^我你他就才要也都还没]{1,4}[的得](?!时候|人|车|店|路|钱)/.test(
    line.text.slice(moment.end),
  )

/** 我五点二十扫到的现在有张桌子大. */
const isRecent = (line: Line, moment: Moment): boolean =>
  isEvent(line, moment) && /现在|刚|今[天早晚]/.test(line.text)
