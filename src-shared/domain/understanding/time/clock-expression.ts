import { cardinalOf, digitsOf, numeralSource } from '../../../text/numerals.ts'
import { addDays, type LocalDate } from './local-time.ts'

/** A time of day, with the words for the part of the day where said. */
export interface Clock {
  readonly date: LocalDate | undefined
  readonly clock: { readonly hour: number; readonly minute: number }
  readonly period: string | undefined
}

const number = numeralSource
/** 七八点 is no hour, but 六 in 七十九六点半, said of a man of 79, is one. */
const oneDigit =
  '(?:[零〇一]|(?<!一)[二两]|(?<![二两])三|(?<!三)四|(?<!四)五|(?<!五)六|(?<!六)七|(?<!七)八|(?<!八)九)'
const hour = `(?:(?<![二三四五六七八九])十[一二三四五六七八九]?|二十[一二三四]?|${oneDigit}|\\d{1,2})`
/** 早上, 晚上 … as the source of a regular expression. */
export const periodSource =
  '凌晨|清晨|早晨|早上|清早|大早上|上午|中午|下午|傍晚|晚上|夜里|夜晚|半夜|深夜|夜间|晚间|早(?![饭餐])|晚(?![饭餐])'
/** 下午三点半, with the groups that `readClock` reads. */
export const clockSource = `(?:(?<period>${periodSource})的?)?(?:大概|大约|差不多|快)?(?:差(?<short>${number})(?:分钟?|(?<shortQuarter>刻)))?(?:(?<hour>${hour})(?:点(?!水(?![就都才又也已进漫涌停断来]))|时(?!间))(?:钟)?(?:(?<half>半)|差(?<lack>${number})分|(?<quarter>[一三])刻|(?!十?[一二三四五六七八九十]月)过?(?<minute>[一二三四五]?十(?!几[个位名人口])[一二三四五六七八九]?|[零〇][一二三四五六七八九]|(?<=[过点钟])[一二三四五六七八九](?=分(?!钟))|\\d{1,2}(?!\\d))分?)?|(?<digital>\\d{1,2})[:：](?<digitalMinute>\\d{2}))`

/** A clock on a date: 下午三点 is 15:00, and the small hours after 昨晚 belong to the later date. */
export function readClock(
  groups: Readonly<Record<string, string | undefined>>,
  date: LocalDate | undefined,
): Clock | undefined {
  const spoken = groups['hour'] ?? groups['digital']
  const hour = spoken === undefined ? undefined : cardinalOf(spoken)
  const minute = minuteOf(groups)
  if (hour === undefined || hour > 24 || minute > 59 || !Number.isInteger(hour)) return undefined
  const period = groups['period']
  const { hour: resolved, nextDay } = onTheDay(hour, period)
  // 差十分八点 is ten to eight.
  const lack = cardinalOf(groups['short'] ?? groups['lack'] ?? '零') ?? 0
  const short = groups['shortQuarter'] === undefined ? lack : lack * 15
  if (short > 0 && short < 60 && resolved > 0)
    return { date, clock: { hour: resolved - 1, minute: 60 - short }, period }
  return {
    date: date === undefined ? undefined : nextDay ? addDays(date, 1) : date,
    clock: { hour: resolved, minute },
    period,
  }
}

function minuteOf(groups: Readonly<Record<string, string | undefined>>): number {
  if (groups['half'] !== undefined) return 30
  if (groups['quarter'] !== undefined) return (cardinalOf(groups['quarter']) ?? 0) * 15
  const words = groups['minute'] ?? groups['digitalMinute'] ?? '0'
  return cardinalOf(words) ?? Number(digitsOf(words) ?? 0)
}

/** The hour of the day that was meant, and whether it already belongs to the next date. */
export function onTheDay(hour: number, period: string | undefined): { hour: number; nextDay: boolean } {
  if (hour === 24) return { hour: 0, nextDay: true }
  if (hour > 12) return { hour, nextDay: false }
  const night = period !== undefined && /(?<!傍)晚|夜/.test(period)
  if (night && (hour === 12 || hour <= 5)) return { hour: hour % 12, nextDay: true }
  if (night || period === '傍晚' || period === '下午')
    return { hour: hour === 12 ? 12 : hour + 12, nextDay: false }
  if (period === '中午') return { hour: hour <= 3 ? hour + 12 : hour, nextDay: false }
  if (period === '凌晨') return { hour: hour % 12, nextDay: false }
  // Nobody says which half of the day: shops, offices and building sites are awake.
  if (period === undefined && hour >= 1 && hour <= 6) return { hour: hour + 12, nextDay: false }
  return { hour, nextDay: false }
}
