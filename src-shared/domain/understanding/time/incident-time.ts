import type { HeardValue, IncidentTime } from '../../ticket-fields.ts'
import { earlierToday, endOf, readInLightOf, settledToday, tellsHalfOfDay } from './borrowed-date.ts'
import { isEvent, isOfToday } from './clock-of-today.ts'
import { cite, type Hearing, heardValue, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import type { LocalTime } from './local-time.ts'
import { holidayEnd } from './named-days.ts'
import { durationIn } from './time-durations.ts'
import { better, type Candidate, isOpen } from './time-choice.ts'
import { inContext, type TimedLine } from './timed-line.ts'
import { formatMoment, type Moment, momentsIn } from './time-expression.ts'
import {
  endsMatter,
  goesOn,
  isHabit,
  isHabitAsked,
  isCorrected,
  isOtherMatter,
  isNoticed,
  isStateAsked,
  isStillIn,
  isStillOff,
  isToCome,
  type Surroundings,
} from './time-role.ts'
import { weightOf } from './time-weight.ts'

const until = /^.{0,3}(?:到|至|直到)$/
const readback = /吗$|吧$|也就是|那就是|就是|对吗|对吧|是吗|是吧|是不是|没错吧/
/** A seat's line of so few characters does nothing but repeat; with a date, a longer one. */
const shortEcho = 10
const shortReadback = 16
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
  const short = known !== undefined && line.text.length <= shortReadback && !isHabitAsked(line.text)
  if (!(short || readback.test(line.text)) || promise.test(line.text) || line.text.includes('今天是'))
    return []
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
    // 去年十二月开始搭今年三月盖完的: the end is told with the beginning.
    if ((found.at(-1)?.end ?? 0) >= moment.end) continue
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
  const untilNow = /[到至]$/.test(around.before) && line.text.startsWith('今', moment.start)
  if (previous !== undefined && (untilNow || until.test(around.before))) return undefined
  // 唱到凌晨三点: when it ended that night, and perhaps every night.
  if (moment.date === undefined && /[到至]$/.test(around.before)) return undefined
  if (isOtherMatter(moment, around, asked) || isBareNumber(line, moment, around.before)) return undefined
  const dated = moment.date === undefined ? dateFor(moment, known, line, now) : settledToday(moment, now)
  const from = dated === undefined ? undefined : formatMoment(dated)
  if (dated === undefined || from === undefined || isToCome(from, now)) return undefined
  const last = lastOf(dated, next, around, line)
  const to = last !== undefined && last < from ? undefined : last
  // From early till midnight, said at noon, is a habit.
  if (to !== undefined && isToCome(to, now)) return undefined
  const ongoing =
    (line.asked.has('since') && !isNoticed(line.question, around)) ||
    (line.exact && isOpen(known?.value)) ||
    (isStateAsked(line.question, around) && !line.text.slice(0, moment.end).endsWith('前')) ||
    goesOn(around) ||
    isStillOff(around, line.spoken, line.question) ||
    isStillIn(around, line.spoken)
  const score = weightOf(moment, dated, around, {
    asked,
    ongoing,
    exact: line.exact,
    question: line.question,
  })
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
  if (line.asked.has('time') || !/^[^年月]{1,3}[号日]$/.test(line.text.slice(moment.start, moment.end)))
    return false
  if (line.asked.has('number') || /[路街巷楼门栋]号?(?:牌|是)/.test(before)) return true
  const street = /[路街道巷村里][^，]{0,20}$/.test(line.text.slice(0, moment.start))
  return moment.end === line.text.length && (street || !isCorrected(before))
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
  const together =
    (joined.test(between) && /^(?:这|那)?(?:两|[三四五]|几)?(?:天|晚|个月)/.test(rest)) ||
    (between === '' && /^[两三][天晚]/.test(rest))
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
  const asked = line.asked.has('time') || line.reply !== 'none' || isEvent(line.text, moment)
  const before = line.text.slice(Math.max(0, moment.start - 4), moment.start)
  const lasts = /^.{0,10}到(?:现在|目前|依家)/.test(line.text.slice(moment.end))
  if (known === undefined)
    return line.asked.has('time') || lasts || isOfToday(line.text, moment)
      ? earlierToday(moment, now, /刚才|刚刚|刚/.test(line.text))
      : undefined
  return readInLightOf(moment, known.moment, asked, isCorrected(before))
}
