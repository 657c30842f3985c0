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
/** An answer of so few characters names nothing but the week. */
const barely = 6

/** 记不得是礼拜几了反正是上上周, in answer to 哪天: the caller knows no more than the week. */
export function wholeWeekIn(text: string, now: LocalTime): WholeWeek | undefined {
  const match = named.exec(text)
  if (match === null || (!dayUnknown.test(text) && text.length > barely)) return undefined
  const weeks = match.groups?.['back'] === '上上' ? 2 : 1
  const monday = addDays(now, 1 - weekday(now) - 7 * weeks)
  return {
    from: formatDate(monday),
    to: formatDate(addDays(monday, 6)),
    start: match.index,
    end: match.index + match[0].length,
  }
}
