import { remember } from '../../../base/remember.ts'
import { cardinalOf } from '../../../text/numerals.ts'
import { addDays, formatDate, type LocalDate, weekday } from './local-time.ts'

/** Days of the solar calendar that are known by name, as [month, day]. */
const solar: Readonly<Record<string, readonly [number, number]>> = {
  ...{
    元旦: [1, 1],
    情人节: [2, 14],
    妇女节: [3, 8],
    五一: [5, 1],
    劳动节: [5, 1],
    五四: [5, 4],
    三一五: [3, 15],
    六一: [6, 1],
    教师节: [9, 10],
  },
  ...{
    儿童节: [6, 1],
    六一八: [6, 18],
    国庆: [10, 1],
    双十一: [11, 11],
    光棍节: [11, 11],
    双十二: [12, 12],
    圣诞: [12, 25],
  },
  ...{ 平安夜: [12, 24] },
}
/** Days that fall on a Sunday of their month, as [month, which of its Sundays]. */
const sundays: Readonly<Record<string, readonly [number, number]>> = { 母亲节: [5, 2], 父亲节: [6, 3] }
/** Days of the lunar calendar (农历), as [month, day]. */
const lunar: Readonly<Record<string, readonly [number, number]>> = {
  ...{ 春节: [1, 1], 元宵: [1, 15], 端午: [5, 5], 七夕: [7, 7], 中秋: [8, 15], 重阳: [9, 9] },
  ...{ 腊八: [12, 8], 小年: [12, 23] },
}
const digit = '[零一二三四五六七八九十]'
const telling =
  '前(?:的?[一两三]天|的?那天|夕)|次日|第二天|那天|那晚|当天|当晚|那几天|那阵|假期|放假|节|期间|黄金周|的时候|后|过后|晚上|早上|上午|下午|中午|凌晨'

/** Names of days, as the source of a regular expression with the groups `namedYear`, `named` and `nth` (国庆第二天). */
export const namedDaySource =
  '(?<namedYear>[今去前]年)?的?(?<named>元旦|母亲节|父亲节|教师节|情人节|妇女节|劳动节|儿童节|光棍节|冬至|国庆|双十一|双十二|圣诞|平安夜|春节|元宵|端午|七夕|中秋|重阳|腊八|清明|除夕|年三十' +
  `|过年(?=的时候|那|期间|前后|放假)|(?:(?:农历|阴历|旧历)(?:正|腊|冬|${digit}{1,2})|腊|冬)月(?:初|廿)?${digit}{1,3}|年(?:二十|廿)[一二三四五六七八九]|(?:大年|年|正月|(?<![读上升念是])(?=初[一二三四五六七八九十](?:早上|上午|中午|下午|晚上|凌晨|那天|那晚)))初${digit}{1,3}|正月${digit}{1,3}|(?<!${digit})(?:五一|六一|六一八|三一五)(?=${telling}))节?(?:(?:的?第|(?<=国庆节?)(?=[二三四五六七]号))(?<nth>[二三四五六七])(?:天|号(?!楼|线|院|公馆))|(?<morrow>次日)|(?<eve>(?:放假|假期|长假)?(?:的|之)?前(?:的?[一两三]天|的?那天|夕)))?(?!节?前(?!后))(?!节?(?:月饼|粽|礼[盒品包]|联欢|汤圆|好(?![几多])|快[乐到了要]|将近|将至))`

/** Days off of public holidays (全国年节及纪念日放假办法, with the days worked in exchange around them). */
const daysOff: readonly (readonly [name: RegExp, days: number])[] = [
  [/国庆/, 7],
  [/五一|劳动节/, 5],
  [/元旦|中秋|端午|清明/, 3],
]
const wholeHoliday =
  /^(?:节)?(?:的)?(?:放?假)?(?:那|这)?(?:几天|期间|假期|长假|放假|黄金周)(?!开始|起|以来|从|[那当头第]|前)/

/** The last day of a holiday that was named as a whole (五一那几天), as `YYYY-MM-DD`. */
export function holidayEnd(
  moment: { readonly date: LocalDate | undefined; readonly named?: string },
  after: string,
): string | undefined {
  const days = daysOff.find(([name]) => moment.named !== undefined && name.test(moment.named))?.[1]
  if (days === undefined || moment.date === undefined || !wholeHoliday.test(after)) return undefined
  return formatDate(addDays(moment.date, days - 1))
}

const lunarFormat = new Intl.DateTimeFormat('en-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
})

/** New Year of 2027 began four minutes before midnight in Beijing; the calendar of the platform has it a day late. */
const newYears: Readonly<Record<number, LocalDate>> = { 2027: { year: 2027, month: 2, day: 6 } }

/** Lunar month and day of a date; a leap month has no number. */
function lunarOf(date: LocalDate): readonly [number, number] {
  const parts = lunarFormat.formatToParts(Date.UTC(date.year, date.month - 1, date.day))
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return [number('month'), number('day')]
}

/** The date a name means: the latest one that is not after today, or the one of the year said. */
export function namedDate(name: string, year: string | undefined, today: LocalDate): LocalDate | undefined {
  const back = year === undefined ? undefined : { 今: 0, 去: 1, 前: 2 }[year.slice(0, 1)]
  if (back !== undefined) return inYear(name, today.year - back)
  const current = inYear(name, today.year)
  return current !== undefined && isAfter(current, today) ? inYear(name, today.year - 1) : current
}

const isAfter = (a: LocalDate, b: LocalDate): boolean =>
  (a.year - b.year || a.month - b.month || a.day - b.day) > 0

function inYear(name: string, year: number): LocalDate | undefined {
  const fixed = solar[name]
  if (fixed !== undefined) return { year, month: fixed[0], day: fixed[1] }
  const sunday = sundays[name]
  if (sunday !== undefined) return sundayOf({ year, month: sunday[0], day: 1 }, sunday[1])
  if (name === '清明') return { year, month: 4, day: solarTerm(year, 4.81) }
  if (name === '冬至') return { year, month: 12, day: solarTerm(year, 21.94) }
  if (/除夕|年三十/.test(name)) {
    const newYear = lunarDate(year, 1, 1)
    return newYear === undefined ? undefined : addDays(newYear, -1)
  }
  if (name === '过年') return inYear('春节', year)
  const late = /^年(?:二十|廿)(?<day>.)$/.exec(name)?.groups?.['day']
  if (late !== undefined) return lunarDate(year - 1, 12, 20 + (cardinalOf(late) ?? 0))
  const told = /^(?:农历|阴历|旧历)?(?<month>.{1,2})月(?<tens>[初廿])?(?<day>.+)$/.exec(name)?.groups
  if (told !== undefined) {
    const lunarMonth = { 正: 1, 冬: 11, 腊: 12 }[told['month'] ?? ''] ?? cardinalOf(told['month'] ?? '') ?? 0
    return lunarDate(
      year,
      lunarMonth,
      (cardinalOf(told['day'] ?? '') ?? 0) + (told['tens'] === '廿' ? 20 : 0),
    )
  }
  const spoken = /^(?:大年|年|正月)?初?(?<day>.+)$/.exec(name)?.groups?.['day']
  const [month, day] = lunar[name] ?? [1, cardinalOf(spoken ?? '') ?? 0]
  return lunarDate(year, month, day)
}

/** The `nth` Sunday of a month. */
const sundayOf = (first: LocalDate, nth: number): LocalDate => addDays(first, 7 * nth - weekday(first))

/** The day of a solar term (清明, 冬至) by the formula for the years 2000 to 2099. */
const solarTerm = (year: number, shift: number): number =>
  Math.floor((year % 100) * 0.2422 + shift) - Math.floor((year % 100) / 4)

/** The date of a lunar day in the lunar year that begins in `year`. */
function lunarDate(year: number, month: number, day: number): LocalDate | undefined {
  return remember(lunarDates, [year, month, day].join('-'), mostRemembered, () =>
    findLunarDate(year, month, day),
  )
}

/** The calendar of the platform is asked for one day after another. */
const lunarDates = new Map<string, LocalDate | undefined>()
const mostRemembered = 1_000

function findLunarDate(year: number, month: number, day: number): LocalDate | undefined {
  if (day < 1 || day > 30) return undefined
  const newYear = month === 1 ? newYears[year] : undefined
  if (newYear !== undefined) return addDays(newYear, day - 1)
  // Lunar months begin three to eight weeks after the solar ones of their number.
  for (let offset = 15; offset < 75; offset++) {
    const date = addDays({ year, month, day: 1 }, offset + day - 20)
    const [lunarMonth, lunarDay] = lunarOf(date)
    if (lunarMonth === month && lunarDay === day) return date
  }
  return undefined
}
