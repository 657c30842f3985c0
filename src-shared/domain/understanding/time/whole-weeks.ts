import { addDays, formatDate, type LocalTime, weekday } from './local-time.ts'

/** A week, from its Monday to its Sunday, with the words that name it. */
export interface WholeWeek {
  readonly from: string
  readonly to: string
  readonly start: number
  readonly end: number
}

const named = /(?<back>上上|上)个?(?:周|星期|礼拜)(?![一二三四五六日天末1-7])/
const dayUnknown = /记不|不记得|忘|反正|说不准|不确定|大概|应该|差不多/
/** 上个礼拜贴出来涨价: what was done, of which no day is told. */
const done =
  /^(?:他们?|她|物业|老板|就|才)*(?:贴|发|出|通知|公示|搬|拆|撞|摔|打|骂|扣|停|买|签|充|交|报)[^，]{0,2}[了的出过着]/
/** An answer of so few characters names nothing but the week. */
const barely = 6

/** 记不得是礼拜几了反正是上上周, in answer to 哪天: the caller knows no more than the week. */
export function wholeWeekIn(text: string, now: LocalTime, asked: boolean): WholeWeek | undefined {
  const match = named.exec(text)
  if (match === null) return undefined
  const told = asked
    ? dayUnknown.test(text) || text.length <= barely
    : done.test(text.slice(match.index + match[0].length))
  if (!told) return undefined
  const weeks = match.groups?.['back'] === '上上' ? 2 : 1
  const monday = addDays(now, 1 - weekday(now) - 7 * weeks)
  return {
    from: formatDate(monday),
    to: formatDate(addDays(monday, 6)),
    start: match.index,
    end: match.index + match[0].length,
  }
}
