import { remember } from '../../../base/remember.ts'
import { cardinalOf, numeralSource } from '../../../text/numerals.ts'
import { clockSource, periodSource, readClock } from './clock-expression.ts'
import { dayListsIn } from './day-lists.ts'
import { joined } from './joined-moments.ts'
import { daysBetween, formatDate, formatMonth, type LocalDate, type LocalTime } from './local-time.ts'
import { monthListsIn } from './month-lists.ts'
import { namedDaySource } from './named-days.ts'
import { inMonth, type Resolved, resolveDate } from './resolve-date.ts'

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
  /** True for the last month of several: 八 in 六七八三个月. */
  readonly closes?: boolean
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
        `(?<week>上上个?|上个?|这个?|本)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末]|[1-7])(?![期次]|周(?![一二三四五六日天末]))`,
        `(?:(?<year>${number}|今|去|前)年)?(?:(?<month>${month})月(?:份|初(?=[一二三四五六七八九十]{1,2}号)|(?![卡票薪饼嫂子色均]|供(?![暖水电热气])))|(?<relativeMonth>上上个?月|(?<![加晚早马路网街身楼])上个?月|这个月|本月))的?(?:(?<day>${day})(?:号|日|(?<=[一二三四五六七八九十]{2})(?![零一二三四五六七八九十百千万几多来个天块元年岁人家斤米平次户分点月层楼栋秒])|(?=$|早上|晚上|上午|中午|下午|凌晨|那天|左右|吧|[到至]|开始|起|[去在他她我就那]|多收|[交买办签退停来走搬入]的)))?`,
        `(?<ago>${number})(?:多|来)?(?<agoUnit>天|个?星期|周|个礼拜|个多?月)(?:以|之)?前(?![天晚日])|(?<halfMonth>半个月)(?:多)?(?:以|之)?前|(?<halfYear>半年)(?:多)?(?:以)?前`,
        `(?<![路街巷弄道村里苑园零一二三四五六七八九十百])(?!两)(?<dayOnly>${number})(?:号|日)(?=${periodSource}|那天|(?<=(?:我们?|[他她]们?)[一二三四五六七八九十]{1,3}[号日])[在从]|(?<=月.*)(?:吧|左右|$)|开始|起|才|(?:周|星期|礼拜)[一二三四五六日天]|去(?:了|的|就|,|$)|住[进院]|出院|到(?:的|了|货)|收到|[下寄买订交报办签付收](?:的|了|单)|[到至]${number}[号日](?![楼栋院线店])|$)`,
        `(?<=[号日][到至和跟同与及、]?)(?!两)(?<lastDay>${number})(?:号|日)(?![楼栋院线店房门])`,
        `(?<=(?<![跟])从)(?<fromDay>${number})(?:号|日)(?![楼栋院线店房门桌]|${number}[号楼栋])`,
        `(?<elapsed>半个?|${number}(?:个半|个)?)(?<elapsedUnit>小时|钟头|刻钟|钟(?=前|之前|以前)|分钟)(?:左右|之)?(?:以)?前`,
        namedDaySource,
        // In answer to 什么时候 a day needs no other word beside it.
        ...(asked
          ? [
              `(?<![路街巷弄道村里苑园零一二三四五六七八九十百])(?!两)(?<bareDay>${number})(?:号|日(?!了))(?![楼栋院线店馆门桌车房厅窗]|${number}[楼层栋])`,
            ]
          : []),
      ].join('|'),
      'g',
    ),
)
/** 星期一到星期五 are days of every week. */
const weekdayRange =
  /(?<![上这本个])(?:周|星期|礼拜)[一二三四五六日天][到至](?:周|星期|礼拜)[一二三四五六日天]|(?:每个?|逢)(?:周|星期|礼拜)[一二三四五六日天末](?:[同和跟、]?(?:周|星期|礼拜)[一二三四五六日天])*|周末(?=[也都不才开休供放是没]|上班)/g
const blank = (words: string): string => '，'.repeat(words.length)
const clockPattern = new RegExp(clockSource)
const clockAfter = new RegExp(`^(?:[的嘛吧啊呀呢]|那天)?${clockSource}`)
const periodAfter = new RegExp(`^(?:[的嘛吧啊呀呢]|那天)?(${periodSource})`)

/**
 * Every date or clock in a text, resolved against the start of the call. 一点 alone is a clock only where a clock was
 * asked for (快一点 and 有一点 are none).
 */
export function momentsIn(text: string, now: LocalTime, clockAsked = false): readonly Moment[] {
  const { year, month, day, hour, minute } = now
  const key = [year, month, day, hour, minute, clockAsked, text].join(' ')
  return remember(known, key, mostRemembered, () => readMoments(text, now, clockAsked))
}

/** The lines of a call are read again with every turn, and in the light of what surrounds them. */
const known = new Map<string, readonly Moment[]>()
const mostRemembered = 4_000

function readMoments(text: string, now: LocalTime, clockAsked: boolean): readonly Moment[] {
  const lists = [...monthListsIn(text, now), ...dayListsIn(text, now, clockAsked)]
  const rest = withoutMoments(text.replace(weekdayRange, blank), lists)
  const moments: Moment[] = []
  for (const match of rest.matchAll(dayPatterns[clockAsked ? 1 : 0] ?? /(?!)/g)) {
    const told = moments.at(-1)
    const groups = { ...match.groups, ...yearBefore(text, told, match) }
    const resolved = inSameMonth(groups, told) ?? resolveDate(groups, now)
    if (resolved === undefined) continue
    const gloss = isGloss(text, told, match)
    const end = match.index + match[0].length
    const meant = told === undefined || gloss ? told : weekTold(text, told, resolved, match.index)
    if (meant !== undefined) moments.splice(-1, 1, withClockBehind(text, meant, end))
    if (meant !== undefined || gloss) continue
    const { date, monthOnly, clock } = resolved
    const word = match.groups?.['named'] ?? match.groups?.['justNow']
    const named = word === undefined ? {} : { named: word }
    if (clock === undefined) moments.push({ ...withClock(text, match.index, end, date, monthOnly), ...named })
    else moments.push({ start: match.index, end, date, monthOnly, clock, period: undefined })
  }
  const dated = [...lists, ...moments]
  return [...dated, ...clocksAlone(text, dated, clockAsked)]
    .sort((a, b) => a.start - b.start)
    .reduce<readonly Moment[]>((told, next) => joined(text, told, next), [])
}

/** 去年国庆以后十月份: the year of the day before it, where only a month follows. */
function yearBefore(
  text: string,
  told: Moment | undefined,
  { groups, index }: RegExpExecArray,
): { readonly year?: string } {
  if (told === undefined || groups?.['month'] === undefined || groups['year'] !== undefined) return {}
  const year = /^[今去前](?=年)/.exec(text.slice(told.start, told.end))?.[0]
  const month = cardinalOf(groups['month']) ?? 0
  const follows = index - told.end <= nearby && month >= (told.date?.month ?? 0)
  return year === undefined || !follows ? {} : { year }
}

const samePlace = /^(?:[，正刚]|就是|也就是|即?是|刚好|正好)*$/
const thatDay = /[那当]天(?:正好|刚好|好像|应该|就)*是$/

/** 十六号星期六, 六月一号儿童节 and 那天是周六: the name of a day whose date was told. */
function isGloss(text: string, told: Moment | undefined, { groups, index }: RegExpExecArray): boolean {
  if (groups?.['weekday'] !== undefined && thatDay.test(text.slice(0, index))) return true
  if (told === undefined || told.named !== undefined) return false
  const named = groups?.['weekday'] !== undefined || groups?.['named'] !== undefined
  return (
    named &&
    /[号日月][^年月]{0,3}$/.test(text.slice(told.start, told.end)) &&
    !told.monthOnly &&
    samePlace.test(text.slice(told.end, index))
  )
}

/** 上个星期天早上发现的十月二十五号: the date, also a Sunday, tells which one is meant. */
function weekTold(
  text: string,
  told: Moment,
  { date, monthOnly, clock }: Resolved,
  at: number,
): Moment | undefined {
  if (told.date === undefined || monthOnly || clock !== undefined) return undefined
  if (at - told.end > nearby || !/周|星期|礼拜/.test(text.slice(told.start, told.end))) return undefined
  const days = daysBetween(told.date, date)
  return days % 7 === 0 && Math.abs(days) <= 14 ? { ...told, date } : undefined
}

/** A date and its weekday stand at most so many characters apart. */
const nearby = 8

function withoutMoments(text: string, moments: readonly Moment[]): string {
  return moments.reduce(
    (words, { start, end }) => words.slice(0, start) + '，'.repeat(end - start) + words.slice(end),
    text,
  )
}

/** 十月二十号不对二十一号: a day without a month is of the month said before it. */
function inSameMonth(
  groups: Readonly<Record<string, string | undefined>>,
  before: Moment | undefined,
): Resolved | undefined {
  const day = groups['dayOnly'] ?? groups['lastDay'] ?? groups['fromDay'] ?? groups['bareDay']
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

/** 十一号星期四晚上九点半: the clock behind a day that was told in two ways. */
function withClockBehind(text: string, told: Moment, end: number): Moment {
  if (told.date === undefined || told.clock !== undefined || told.monthOnly) return told
  const read = withClock(text, told.start, end, told.date, false)
  return read.clock === undefined ? told : { ...told, ...read }
}

function clocksAlone(text: string, dated: readonly Moment[], asked: boolean): readonly Moment[] {
  const found: Moment[] = []
  for (const match of text.matchAll(new RegExp(clockPattern, 'g'))) {
    const start = match.index
    const end = start + match[0].length
    if (dated.some((moment) => start < moment.end && end > moment.start)) continue
    const groups = match.groups ?? {}
    // 吃完晚饭散步大概七点: the meal tells the half of the day.
    const period = groups['period'] ?? (/晚[饭餐]/.test(text.slice(0, start)) ? '下午' : undefined)
    const read = readClock({ ...groups, period }, undefined)
    const few = /^[一1]点/.test(match[0]) && !isOneOClock(text, match[0], start, asked)
    if (read === undefined || few || decimal.test(text.slice(start))) continue
    found.push({ start, end, date: undefined, monthOnly: false, clock: read.clock, period: read.period })
  }
  return found
}

/** 八点五折, 三点五米 */
const decimal =
  /^[零一二三四五六七八九十]+点[零一二三四五六七八九](?:折|着(?=送)|倍|米|元|块|万|度|斤|吨|公里|平|成|个百分)/
const degree = /[有快慢早晚多少大小好高低近远差轻重缓急宽窄松紧粗细深浅长短厚薄软硬冷热亮暗响稳准]$/
const oneOClock = /^(?:左右|多(?!了|钱|的)|开始|起(?!来)|到现在|的时候|那会)/

/** 从一点开始, 一点二十 and the answer to 几点; 快一点 and 有一点 are a little. */
function isOneOClock(text: string, words: string, start: number, asked: boolean): boolean {
  const before = text.slice(0, start)
  if (degree.test(before)) return false
  // 一点泡沫都没塞: a little.
  if (words.endsWith('点') && /^[^，点]{1,3}[都也][没不]/.test(text.slice(start + words.length))) return false
  return (
    asked ||
    !words.endsWith('点') ||
    before.endsWith('从') ||
    /点[^，]{0,3}[到至]$/.test(before) ||
    oneOClock.test(text.slice(start + words.length))
  )
}

/** The moment at the granularity spoken; undefined for a clock without a date. */
export function formatMoment(moment: Moment): string | undefined {
  if (moment.date === undefined) return undefined
  return moment.monthOnly ? formatMonth(moment.date) : formatDate(moment.date, moment.clock)
}
