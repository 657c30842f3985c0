import { localDay } from '../../base/local-time.ts'
import { cardinalOf, numeralSource } from '../../text/numerals.ts'
import type { Calendar } from '../site-pack.ts'
import { addWorkingDays } from '../ticket/working-days.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000

const counted = new RegExp(`(${numeralSource})个?(工作日|小时|钟头|分钟|天|日|周|星期|礼拜)`)
const soon = /今[天日晚]|当[天日]|下班|马上|立[即刻]|稍后|半个?(?:小时|钟头)/
const days: readonly (readonly [RegExp, number])[] = [
  [/后天/, 2],
  [/明[天日早晚]/, 1],
  [soon, 0],
]

/**
 * The local day (`YYYY-MM-DD`) that a promise (承诺) falls on; undefined where its words name none (尽快, 有结果后).
 *
 * @param by as it was said: 三个工作日内, 明天下午前
 * @param promisedAt ms since 1970
 */
export function promiseDue(by: string, promisedAt: number, calendar: Calendar): string | undefined {
  const [, numeral, unit] = counted.exec(by) ?? []
  const count = numeral === undefined ? undefined : cardinalOf(numeral)
  if (count !== undefined && unit !== undefined) return dayAfter(promisedAt, count, unit, calendar)
  const offset = days.find(([words]) => words.test(by))?.[1]
  return offset === undefined ? undefined : localDay(promisedAt + offset * dayMs)
}

function dayAfter(from: number, count: number, unit: string, calendar: Calendar): string {
  switch (unit) {
    case '工作日':
      return addWorkingDays(localDay(from), Math.ceil(count), calendar).day
    case '小时':
    case '钟头':
      return localDay(from + count * hourMs)
    case '分钟':
      return localDay(from + (count * hourMs) / 60)
    case '天':
    case '日':
      return localDay(from + count * dayMs)
    default:
      return localDay(from + count * 7 * dayMs)
  }
}
