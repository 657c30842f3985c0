import type { HeardValue, IncidentTime } from '../ticket-fields.ts'
import { cardinalOf, numeralSource } from '../../text/numerals.ts'
import { cite, type Hearing, heardValue, type Line } from './hearing.ts'
import { addDays, addMonths, formatDate, formatMonth, type LocalTime } from './local-time.ts'
import { formatMoment, type Moment, momentsIn, onTheDay } from './time-expression.ts'

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
  /^.{0,6}(打(过|了)?.{0,4}(电话|12345|一二三四五|热线)|投诉过|反映过|反映了|举报过|报修过|报过|来过电话|打过|找过|已经(报|反映|投诉))/
const otherMatter =
  /(截止|到期|有效期|出生|生日|合同到|预约|答复|回复|上次|之前|上回|以前)$|(要求|希望|麻烦|请).{0,8}$/
const purchase = /^.{0,6}(买的?|购买|交的?房|办的.{0,3}(卡|会员)|入职|入住|搬)/
const contract = /^.{0,6}(买的房|购房|办的.{0,3}(卡|会员)|入职|入住|签的?合同)/
const begins = /^(?:.{0,10}到(?:今天|现在|目前)|(.{0,4})(开始|起(?!来|火|诉)|以来|到现在|至今|一直))/
const correction = /不对|不是|说错|记错|应该是|更正|错了/
const until = /^.{0,3}(?:到|至|直到)$/
const durationPattern = new RegExp(
  `(?:(?:[坏停断堵吵臭漏]了|已经|都|快|停|断|持续|有|连续|整整|差不多|大概)+)[水电气]?(?:停|断|有)?了?(?<count>${numeralSource}|半)(?<unit>天|个?星期|个礼拜|周|个多?月)(?:多)?(?:了|都|还)`,
)
const askedDuration = new RegExp(
  `^(?:大概|差不多|有|快|已经|都)*(?<count>${numeralSource}|半)(?<unit>天|个?星期|个礼拜|周|个多?月)`,
)
const recentPattern = /(?:这|近|最近)(?<count>[两二三四五2-5])天/

/**
 * 事发时间 in the granularity spoken. Times of earlier reports, purchases, deadlines and the future are not the
 * incident's; an answer to 什么时候 counts most and a correction replaces what it corrects.
 */
export function hearIncidentTime(hearing: Hearing): HeardValue<IncidentTime> | undefined {
  const now = hearing.startedAt
  if (now === undefined) return undefined
  let best: Candidate | undefined
  const others: IncidentTime[] = []
  for (const line of hearing.lines) {
    if (line.speaker !== 'citizen') continue
    for (const candidate of candidatesIn(line, now, best)) {
      const corrected = correction.test(line.text.slice(Math.max(0, candidate.start - 8), candidate.start))
      if (best !== undefined && !corrected && candidate.score <= best.score) continue
      if (best !== undefined) others.push(best.value)
      best = candidate
    }
  }
  if (best === undefined) return undefined
  const evidence = cite(best.line, best.start, best.end, best.confidence)
  return heardValue(best.value, [evidence], { alternatives: others.slice(-2) })
}

function candidatesIn(line: Line, now: LocalTime, known: Candidate | undefined): readonly Candidate[] {
  const moments = momentsIn(line.text, now, line.asked.has('time'))
  const found: Candidate[] = []
  for (const [index, moment] of moments.entries()) {
    const candidate = candidateOf(line, moment, moments[index - 1], moments[index + 1], now, known)
    if (candidate !== undefined) found.push(candidate)
  }
  if (found.length === 0) found.push(...durations(line, now))
  return found
}

function candidateOf(
  line: Line,
  moment: Moment,
  previous: Moment | undefined,
  next: Moment | undefined,
  now: LocalTime,
  known: Candidate | undefined,
): Candidate | undefined {
  const before = line.text.slice(previous?.end ?? 0, moment.start)
  const after = line.text.slice(moment.end)
  if (reportedBefore.test(after) || otherMatter.test(before)) return undefined
  if (previous !== undefined && until.test(before)) return undefined
  // 十三号 at the end of a line is a house as often as a date.
  const bareDay =
    moment.end === line.text.length && /^[^年月]{1,3}[号日]$/.test(line.text.slice(moment.start))
  if (bareDay && !line.asked.has('time')) return undefined
  if (contract.test(after) && !line.asked.has('time')) return undefined
  const dated = moment.date === undefined ? borrowDate(moment, known, line, now) : moment
  if (dated === undefined) return undefined
  const from = formatMoment(dated)
  if (from === undefined || from.slice(0, 10) > formatDate(now).slice(0, from.length)) return undefined
  const between = next === undefined ? '' : line.text.slice(moment.end, next.start)
  const to = next !== undefined && until.test(between) ? endOf(next, dated) : undefined
  const ongoing =
    line.asked.has('since') ||
    begins.test(after) ||
    (/从$|自从?$/.test(before) && !/买|购/.test(after.slice(0, 4)))
  const score =
    (line.asked.has('time') ? 4 : 0) +
    (dated.clock === undefined ? 0 : 1) +
    (ongoing ? 1 : 0) -
    (purchase.test(after) ? 2 : 0) +
    (moment.date === undefined ? 3 : 0)
  const value = to !== undefined ? { from, to } : ongoing ? { from } : from
  const vagueHour = dated.clock !== undefined && dated.period === undefined
  const confidence = line.asked.has('time') ? 0.9 : vagueHour ? 0.7 : 0.85
  return {
    value,
    line,
    start: moment.start,
    end: to === undefined ? moment.end : (next?.end ?? moment.end),
    score,
    confidence,
    moment: dated,
  }
}

/** 八点多 after 昨天晚上: the clock belongs to the date already heard. */
function borrowDate(
  moment: Moment,
  known: Candidate | undefined,
  line: Line,
  now: LocalTime,
): Moment | undefined {
  if (known === undefined && line.asked.has('time')) return earlierToday(moment, now)
  const base = known?.moment
  if (base?.date === undefined || base.monthOnly || base.clock !== undefined || moment.clock === undefined)
    return undefined
  if (!line.asked.has('time') && moment.period === undefined) return undefined
  if (/每天|天天|每晚/.test(line.text)) return undefined
  const period = moment.period ?? base.period
  const spoken =
    moment.period === undefined && moment.clock.hour > 12 ? moment.clock.hour - 12 : moment.clock.hour
  const resolved =
    moment.period === undefined
      ? onTheDay(spoken, period)
      : {
          hour: moment.clock.hour,
          nextDay: onTheDay(moment.clock.hour % 12 || 12, period).nextDay && moment.clock.hour < 6,
        }
  const date = resolved.nextDay ? addDays(base.date, 1) : base.date
  return { ...moment, date, clock: { hour: resolved.hour, minute: moment.clock.minute }, period }
}

/** 上午八点半 in answer to 几点开始, with no date said: today, where it has already been. */
function earlierToday(moment: Moment, now: LocalTime): Moment | undefined {
  const { clock, period } = moment
  if (
    clock === undefined ||
    period === undefined ||
    clock.hour * 60 + clock.minute > now.hour * 60 + now.minute
  )
    return undefined
  return { ...moment, date: now }
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

/** 停水三天了 and 这两天: the matter goes on, and its start is counted back. */
function durations(line: Line, now: LocalTime): readonly Candidate[] {
  const lasting =
    durationPattern.exec(line.text) ?? (line.asked.has('time') ? askedDuration.exec(line.text) : null)
  const recent = recentPattern.exec(line.text)
  const match = lasting ?? recent
  if (match === null) return []
  const { count = '', unit = '天' } = match.groups ?? {}
  const amount = count === '半' ? 0.5 : cardinalOf(count)
  if (amount === undefined || amount > 60) return []
  const days = recent === match ? amount - 1 : amount * (unit === '天' ? 1 : 7)
  const from = unit.endsWith('月')
    ? amount === 0.5
      ? formatDate(addDays(now, -15))
      : formatMonth(addMonths(now, -amount))
    : formatDate(addDays(now, -Math.round(days)))
  const score = line.asked.has('time') ? 4 : 0
  const end = match.index + match[0].length
  return [
    {
      value: { from },
      line,
      start: match.index,
      end,
      score,
      confidence: lasting === null ? 0.65 : 0.75,
      moment: undefined,
    },
  ]
}
