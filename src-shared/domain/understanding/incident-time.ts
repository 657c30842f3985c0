import type { HeardValue, IncidentTime } from '../ticket-fields.ts'
import { earlierToday, readInLightOf, settledToday } from './borrowed-date.ts'
import { onTheDay } from './clock-expression.ts'
import { mendTimeWords } from './heard-time-words.ts'
import { cite, type Hearing, heardValue, type Line, nextCitizenLine, previousSeatLine } from './hearing.ts'
import { addDays, formatDate, type LocalTime } from './local-time.ts'
import { durationIn } from './time-durations.ts'
import { formatMoment, type Moment, momentsIn } from './time-expression.ts'

interface TimedLine extends Line {
  /** True where clocks tell when something usually happens. */
  readonly habitual: boolean
}

interface Candidate {
  readonly value: IncidentTime
  readonly line: Line
  readonly start: number
  readonly end: number
  readonly score: number
  readonly confidence: number
  readonly moment: Moment | undefined
}

const reportedBefore =
  /^.{0,6}(打(过|了)?.{0,4}(电话|12345|一二三四五|热线)|打了|投诉过|反[映应]过|反[映应]了|举报过|报修过|报过|来过电话|打过|找过|已经(报|反映|投诉))/
const otherMatter =
  /(截止|到期|有效期|出生|生日|合同到|预约|答复|回复|上次|之前|上回|以前|每个?)$|(要求|希望|麻烦|请).{0,8}$/
const bill = /^份?的?.{0,4}(费|账单|单子)/
const purchase = /^.{0,6}(买的?|购买|交的?房|办的.{0,3}(卡|会员)|入职|入住|搬)/
const contract = /^.{0,6}(买的房|购房|办的.{0,3}(卡|会员)|入职|入住|签的?合同)/
const begins =
  /^(?:.{0,10}到(?:今天|现在|目前)|节?(?:过后|以后|之后)|(.{0,4})(开始|起(?!来|火|诉)|以来|到现在|至今|一直))/
const correction = /不对|不是|说错|记错|应该是|更正|错了/
const until = /^.{0,3}(?:到|至|直到)$/
const habit = /每天|天天|每晚|每个?(周|星期|礼拜|月)|平时|一般|通常/
const readback = /吗$|吧$|也就是|那就是|就是|对吗|对吧|是吗|是吧|是不是|没错吧/
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

/** The line with its words of time put right; a clock in answer to 一般几点 tells of a habit. */
function inContext(hearing: Hearing, line: Line): TimedLine {
  const question = line.speaker === 'citizen' ? previousSeatLine(hearing, line)?.text : undefined
  const text = mendTimeWords(line.text)
  return { ...line, text, habitual: habit.test(text) || habit.test(question ?? '') }
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
  if (known === said && typeof best.value === 'string') return typeof next.value === 'string' ? best : next
  const before = next.line.text.slice(Math.max(0, next.start - 8), next.start)
  return correction.test(before) || next.score > best.score ? next : best
}

const beginOf = (value: IncidentTime): string => (typeof value === 'string' ? value : value.from)

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
  if (!readback.test(line.text) || promise.test(line.text)) return []
  if (nextCitizenLine(hearing, line)?.reply !== 'yes') return []
  const last = candidatesIn(line, now, known)
    .filter((candidate) => candidate.moment?.date !== undefined)
    .at(-1)
  return last === undefined ? [] : [{ ...last, score: Math.max(last.score, (known?.score ?? 0) + 1) }]
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
  const lasted = found.length === 0 ? durationIn(line.text, now, asked) : undefined
  if (lasted !== undefined) {
    const { from, ...span } = lasted
    found.push({ ...span, value: { from }, line, score: asked ? 4 : 0, moment: undefined })
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
  const before = line.text.slice(previous?.end ?? 0, moment.start)
  const after = line.text.slice(moment.end)
  if (previous !== undefined && until.test(before)) return undefined
  const between = line.text.slice(moment.end, next?.start)
  if (isOther(line, moment, before, between)) return undefined
  const dated = moment.date === undefined ? dateFor(moment, known, line, now) : settledToday(moment, now)
  const from = dated === undefined ? undefined : formatMoment(dated)
  if (dated === undefined || from === undefined) return undefined
  if (from.slice(0, 10) > formatDate(now).slice(0, from.length)) return undefined
  const to = next !== undefined && until.test(between) ? endOf(next, dated) : undefined
  // From early till midnight, said at noon, is a habit.
  if (to !== undefined && to > formatDate(now, now)) return undefined
  const ongoing =
    line.asked.has('since') ||
    begins.test(after) ||
    (/从$|自从?$/.test(before) && !/买|购/.test(after.slice(0, 4)))
  const asked = line.asked.has('time')
  const score =
    (asked ? 4 : 0) +
    (dated.clock === undefined ? 0 : 1) +
    (ongoing ? 1 : 0) -
    (purchase.test(after) ? 2 : 0) +
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

/** Times of something else than the incident: an earlier report, a deadline, a contract, a month's bill. */
function isOther(line: Line, moment: Moment, before: string, after: string): boolean {
  if (reportedBefore.test(after) || otherMatter.test(before)) return true
  if (moment.monthOnly && bill.test(after)) return true
  if (line.asked.has('time')) return false
  // 十三号 at the end of a line is a house as often as a date.
  const bareDay =
    moment.end === line.text.length && /^[^年月]{1,3}[号日]$/.test(line.text.slice(moment.start))
  if (bareDay && !correction.test(before)) return true
  return contract.test(after)
}

/** 八点多 after 昨天晚上: the clock belongs to the date already heard. */
function dateFor(
  moment: Moment,
  known: Candidate | undefined,
  line: TimedLine,
  now: LocalTime,
): Moment | undefined {
  if (line.habitual) return undefined
  const asked = line.asked.has('time') || line.reply !== 'none'
  const before = line.text.slice(Math.max(0, moment.start - 4), moment.start)
  const lasts = before.endsWith('从') && /^.{0,4}到现在/.test(line.text.slice(moment.end))
  if (known === undefined) return line.asked.has('time') || lasts ? earlierToday(moment, now) : undefined
  return readInLightOf(moment, known.moment, asked, correction.test(before))
}

function endOf(next: Moment, from: Moment): string | undefined {
  if (next.date !== undefined) return formatMoment(next)
  if (next.clock === undefined || from.date === undefined || from.clock === undefined) return undefined
  const inherited =
    next.period === undefined
      ? onTheDay(next.clock.hour > 12 ? next.clock.hour - 12 : next.clock.hour, from.period)
      : { hour: next.clock.hour }
  const clock = { hour: inherited.hour, minute: next.clock.minute }
  const wraps = clock.hour < from.clock.hour
  return formatDate(wraps ? addDays(from.date, 1) : from.date, clock)
}
