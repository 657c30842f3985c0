import type { Hearing } from '../hearing/hearing.ts'
import { mendTimeWords } from './heard-time-words.ts'
import type { LocalTime } from './local-time.ts'
import { beginOf, type Candidate, isOpen } from './time-choice.ts'
import { formatMoment, type Moment, momentsIn } from './time-expression.ts'

const first = /(?:第一|头一?|最早(?:的|那)?一?|最开始(?:的|那)?一?)[次回趟]/
const last = /(?:最近|最后|末尾)(?:的|那|这)?一?[次回趟]/
/** 五次了, 前后三回 */
const counted = /(?<!第)[两二三四五六七八九十]+[次回趟](?!元|性|卡)/
const asks = /^(?:是|在|又)?(?:什么时[候间]|哪一?天|几号|几月|何时|呢|$)/
/** A name of one of several times and its day stand at most so many characters apart. */
const beside = 8

/** 第一次是十月五号最近一次是前天: a matter that came several times, from the first of them to the last. */
export function spanOfTimes(hearing: Hearing, best: Candidate, now: LocalTime): Candidate {
  const lastTold = timeCalled(last, hearing, now)
  if (lastTold === undefined) return best
  const firstTold = timeCalled(first, hearing, now)
  const several = hearing.lines.some(({ text }) => counted.test(text))
  const begun = beginOf(best.value)
  const from = firstTold ?? (several && isOpen(best.value) ? begun : lastTold)
  const to = from.includes('T') ? lastTold : lastTold.slice(0, from.length)
  const settled = [from, to].some((told) => told.startsWith(begun) || begun.startsWith(told))
  return settled && from < to ? { ...best, value: { from, to } } : best
}

/** The day that stands beside 最近一次, or that answers it. */
function timeCalled(name: RegExp, { lines }: Hearing, now: LocalTime): string | undefined {
  for (const [index, line] of lines.entries()) {
    const text = mendTimeWords(line.text)
    const called = name.exec(text)
    if (called === null || lines[index + 1]?.reply === 'no') continue
    const end = called.index + called[0].length
    const answered = line.speaker === 'seat' && asks.test(text.slice(end))
    const told = answered
      ? momentsIn(mendTimeWords(lines[index + 1]?.text ?? ''), now, true)[0]
      : momentBeside(text, called.index, end, now)
    const value = told === undefined ? undefined : formatMoment(told)
    if (value !== undefined) return value
  }
  return undefined
}

/** 最近一次是前天, or 九月三十号第一次打来 */
function momentBeside(text: string, start: number, end: number, now: LocalTime): Moment | undefined {
  const moments = momentsIn(text, now, true)
  const behind = moments.find((moment) => moment.start >= end && moment.start - end <= beside)
  return behind === undefined || text.slice(end, behind.start).includes('次')
    ? moments.findLast((moment) => moment.end <= start && start - moment.end <= 2)
    : behind
}
