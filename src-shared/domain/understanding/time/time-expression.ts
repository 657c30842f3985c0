import { numeralSource, cardinalOf } from '../../../text/numerals.ts'
import { clockSource, periodSource, readClock } from './clock-expression.ts'
import {
  addDays,
  addMinutes,
  addMonths,
  formatDate,
  formatMonth,
  isRealDate,
  type LocalDate,
  type LocalTime,
  weekday,
} from './local-time.ts'
import { namedDate, namedDaySource } from './named-days.ts'

/** A moment read from words: a month, a date, or a date with a clock. */
export interface Moment {
  readonly start: number
  readonly end: number
  readonly date: LocalDate | undefined
  readonly monthOnly: boolean
  readonly clock: { readonly hour: number; readonly minute: number } | undefined
  /** 早上, 晚上 … of the date, where said: a clock heard later is read in its light. */
  readonly period: string | undefined
  /** The name of the day, where it has one: 国庆; 刚刚 makes the clock the latest one. */
  readonly named?: string
}

const number = numeralSource
const month = '十[一二]?|[一二三四五六七八九]|1[0-2]|0?[1-9]'
const day =
  '三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]|[12]\\d|3[01]|0?[1-9]'
const days = '大前天|前天|昨天|今天|当天|昨日|今日|昨儿|今儿'
const dayPatterns = [false, true].map(
  (asked) =>
    new RegExp(
      [
        `(?<spoken>${days})`,
        '(?<nightly>[昨今前](?=[晚早夜]))',
        `(?<justNow>刚[才刚])(?=${number}点)`,
        `(?<week>上上个?|上个?|这个?|本)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末]|[1-7])(?![周期次])`,
        `(?:(?<year>${number}|今|去|前)年)?(?:(?<month>${month})月份?|(?<relativeMonth>上上个?月|上个?月|这个月|本月))的?(?:(?<day>${day})(?:号|日|(?=$|早上|晚上|上午|中午|下午|凌晨|那天|左右|吧|[到至]|开始|起|[去在他她我就那]|多收|[交买办签退停]的)))?`,
        `(?<ago>${number})(?:多|来)?(?<agoUnit>天|个?星期|周|个礼拜|个多?月)(?:以|之)?前|(?<halfMonth>半个月)(?:多)?(?:以|之)?前|(?<halfYear>半年)(?:多)?(?:以)?前`,
        `(?<![路街巷弄道村里苑园])(?<dayOnly>${number})(?:号|日)(?=${periodSource}|那天|开始|起|[下寄买订交报办签付收](?:的|了|单)|[到至]${number}[号日](?![楼栋院线店])|$)`,
        `(?<=[号日][到至])(?<lastDay>${number})(?:号|日)(?![楼栋院线店])`,
        `(?<elapsed>半个?|${number}(?:个半|个)?)(?<elapsedUnit>小时|钟头|钟(?=前|之前|以前)|分钟)(?:左右|之)?(?:以)?前`,
        namedDaySource,
        // In answer to 什么时候 a day needs no other word beside it.
        ...(asked
          ? [
              `(?<![路街巷弄道村里苑园])(?<bareDay>${number})(?:号|日)(?![楼栋院线店馆门桌车房厅窗]|${number}[楼层栋])`,
            ]
          : []),
      ].join('|'),
      'g',
    ),
)
/** 星期一到星期五 are days of every week. */
const weekdayRange =
  /(?<![上这本个])(?:周|星期|礼拜)[一二三四五六日天][到至](?:周|星期|礼拜)[一二三四五六日天]|每个?(?:周|星期|礼拜)[一二三四五六日天末]|周末(?=[也都不才开休供放是没]|上班)/g
const blank = (words: string): string => '，'.repeat(words.length)
const clockPattern = new RegExp(clockSource)
const clockAfter = new RegExp(`^(?:的)?${clockSource}`)
const periodAfter = new RegExp(`^(?:的)?(${periodSource})`)

/**
 * Every date or clock in a text, resolved against the start of the call. 一点 alone is a clock only where a clock was
 * asked for (快一点 and 有一点 are none).
 */
export function momentsIn(text: string, now: LocalTime, clockAsked = false): readonly Moment[] {
  const moments: Moment[] = []
  for (const match of text
    .replace(weekdayRange, blank)
    .matchAll(dayPatterns[clockAsked ? 1 : 0] ?? /(?!)/g)) {
    const resolved = inSameMonth(match.groups ?? {}, moments.at(-1)) ?? resolveDate(match.groups ?? {}, now)
    if (resolved === undefined) continue
    const end = match.index + match[0].length
    const { date, monthOnly, clock } = resolved
    const word = match.groups?.['named'] ?? match.groups?.['justNow']
    const named = word === undefined ? {} : { named: word }
    if (clock === undefined) moments.push({ ...withClock(text, match.index, end, date, monthOnly), ...named })
    else moments.push({ start: match.index, end, date, monthOnly, clock, period: undefined })
  }
  return [...moments, ...clocksAlone(text, moments, clockAsked)].sort((a, b) => a.start - b.start)
}

/** 十月二十号不对二十一号: a day without a month is of the month said before it. */
function inSameMonth(
  groups: Readonly<Record<string, string | undefined>>,
  before: Moment | undefined,
): Resolved | undefined {
  const day = groups['dayOnly'] ?? groups['lastDay'] ?? groups['bareDay']
  return day === undefined || before?.date === undefined
    ? undefined
    : inMonth({ ...before.date, day: 1 }, day)
}

function withClock(text: string, start: number, end: number, date: LocalDate, monthOnly: boolean): Moment {
  const rest = text.slice(end)
  const clock = monthOnly ? null : clockAfter.exec(rest)
  const read = clock === null ? undefined : readClock(clock.groups ?? {}, date)
  if (clock !== null && read !== undefined)
    return {
      start,
      end: end + clock[0].length,
      date: read.date,
      monthOnly,
      clock: read.clock,
      period: read.period,
    }
  const period = monthOnly ? null : periodAfter.exec(rest)
  return {
    start,
    end: end + (period?.[0].length ?? 0),
    date,
    monthOnly,
    clock: undefined,
    period: period?.[1],
  }
}

function clocksAlone(text: string, dated: readonly Moment[], asked: boolean): readonly Moment[] {
  const found: Moment[] = []
  for (const match of text.matchAll(new RegExp(clockPattern, 'g'))) {
    const start = match.index
    const end = start + match[0].length
    if (dated.some((moment) => start < moment.end && end > moment.start)) continue
    const groups = match.groups ?? {}
    const read = readClock(groups, undefined)
    const plain = groups['period'] === undefined && groups['digital'] === undefined
    if (read === undefined || (plain && !asked && /^[一1]点/.test(match[0]))) continue
    found.push({ start, end, date: undefined, monthOnly: false, clock: read.clock, period: read.period })
  }
  return found
}

interface Resolved {
  readonly date: LocalDate
  readonly monthOnly: boolean
  readonly clock?: Moment['clock']
}

function resolveDate(
  groups: Readonly<Record<string, string | undefined>>,
  now: LocalTime,
): Resolved | undefined {
  const { spoken, nightly, ago, agoUnit, elapsed, elapsedUnit, named } = groups
  if (named !== undefined) {
    const date = namedDate(named, groups['namedYear'], now)
    const nth = cardinalOf(groups['nth'] ?? '一') ?? 1
    const eve = groups['eve']
    const back = eve === undefined ? 0 : eve === '前夕' ? 1 : (cardinalOf(eve.slice(1, 2)) ?? 1)
    return date === undefined ? undefined : { date: addDays(date, nth - 1 - back), monthOnly: false }
  }
  if (elapsed !== undefined && elapsedUnit !== undefined) return earlier(elapsed, elapsedUnit, now)
  const dayOnly = groups['dayOnly'] ?? groups['lastDay'] ?? groups['bareDay']
  const justNow = groups['justNow'] === undefined ? undefined : '今'
  const day = spoken?.slice(0, spoken.startsWith('大') ? 2 : 1) ?? nightly ?? justNow
  if (day !== undefined) {
    const back = { 今: 0, 当: 0, 昨: 1, 前: 2, 大前: 3 }[day]
    return spoken === '当天' || back === undefined
      ? undefined
      : { date: addDays(now, -back), monthOnly: false }
  }
  if (groups['weekday'] !== undefined)
    return { date: weekdayDate(groups['week'], groups['weekday'], now), monthOnly: false }
  if (groups['halfMonth'] !== undefined) return { date: addDays(now, -15), monthOnly: false }
  if (groups['halfYear'] !== undefined) return { date: addMonths(now, -6), monthOnly: true }
  if (ago !== undefined && agoUnit !== undefined) return before(cardinalOf(ago), agoUnit, now)
  if (dayOnly !== undefined) return lately(dayOnly, now)
  return monthDate(groups, now)
}

/** 半个小时前 and 二十分钟前, counted back from the call's start. */
function earlier(words: string, unit: string, now: LocalTime): Resolved | undefined {
  const minutes = minutesOf(words, unit)
  if (minutes === undefined) return undefined
  const moment = addMinutes(now, -minutes)
  return { date: moment, monthOnly: false, clock: { hour: moment.hour, minute: moment.minute } }
}

/** 一个半小时 is 90, 二十分钟 is 20. */
export function minutesOf(words: string, unit: string): number | undefined {
  const half = words.includes('半') ? 0.5 : 0
  const whole = words.replace(/[个半]/g, '')
  const count = whole === '' ? 0 : cardinalOf(whole)
  return count === undefined ? undefined : Math.round((count + half) * (unit === '分钟' ? 1 : 60))
}

function before(
  count: number | undefined,
  unit: string,
  now: LocalTime,
): { date: LocalDate; monthOnly: boolean } | undefined {
  if (count === undefined || !Number.isInteger(count)) return undefined
  if (unit.endsWith('月')) return { date: addMonths(now, -count), monthOnly: true }
  return { date: addDays(now, unit === '天' ? -count : -7 * count), monthOnly: false }
}

function weekdayDate(week: string | undefined, name: string, now: LocalTime): LocalDate {
  const wanted = /[日天末7]/.test(name) ? (name === '末' ? 6 : 7) : (cardinalOf(name) ?? 1)
  const monday = addDays(now, 1 - weekday(now))
  const weeks = week === undefined || /这|本/.test(week) ? 0 : week.startsWith('上上') ? -2 : -1
  const date = addDays(monday, weeks * 7 + wanted - 1)
  // A bare 周五 said on a Wednesday is the last one.
  return week === undefined && wanted > weekday(now) ? addDays(date, -7) : date
}

function monthDate(
  groups: Readonly<Record<string, string | undefined>>,
  now: LocalTime,
): { date: LocalDate; monthOnly: boolean } | undefined {
  const { year, month, relativeMonth, day } = groups
  if (relativeMonth !== undefined) {
    const back = relativeMonth.startsWith('上上') ? 2 : relativeMonth.startsWith('上') ? 1 : 0
    const first = addMonths(now, -back)
    return day === undefined ? { date: first, monthOnly: true } : inMonth(first, day)
  }
  const number = month === undefined ? undefined : cardinalOf(month)
  if (number === undefined || number < 1 || number > 12) return undefined
  const spokenYear = yearOf(year, now)
  const guessed = number > now.month ? now.year - 1 : now.year
  const first = { year: spokenYear ?? guessed, month: number, day: 1 }
  return day === undefined ? { date: first, monthOnly: true } : inMonth(first, day)
}

/** 二十八号 said on the third is last month's. */
function lately(day: string, now: LocalTime): { date: LocalDate; monthOnly: boolean } | undefined {
  const turned = now.day <= 10 && (cardinalOf(day) ?? 0) >= 20
  return inMonth(addMonths(now, turned ? -1 : 0), day)
}

function inMonth(first: LocalDate, day: string): { date: LocalDate; monthOnly: boolean } | undefined {
  const date = { year: first.year, month: first.month, day: cardinalOf(day) ?? 0 }
  return date.day > 0 && isRealDate(date) ? { date, monthOnly: false } : undefined
}

function yearOf(words: string | undefined, now: LocalTime): number | undefined {
  if (words === undefined) return undefined
  const relative = { 今: 0, 去: 1, 前: 2 }[words]
  if (relative !== undefined) return now.year - relative
  const digits = Number(Array.from(words, (word) => cardinalOf(word) ?? '').join(''))
  return digits >= 2000 && digits < 2100 ? digits : digits > 0 && digits < 100 ? 2000 + digits : undefined
}

/** The moment at the granularity spoken; undefined for a clock without a date. */
export function formatMoment(moment: Moment): string | undefined {
  if (moment.date === undefined) return undefined
  return moment.monthOnly ? formatMonth(moment.date) : formatDate(moment.date, moment.clock)
}
