import { type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import { tellsHalfOfDay } from './borrowed-date.ts'
import { mendTimeWords } from './heard-time-words.ts'
import { daysBetween, formatDate, type LocalDate, type LocalTime } from './local-time.ts'
import { candidatesIn } from './time-candidates.ts'
import { beginOf, type Candidate, dayOf, finest, isOpen, wholeDay } from './time-choice.ts'
import { formatMoment, type Moment, momentsIn } from './time-expression.ts'
import { isHabitAsked, isToCome } from './time-role.ts'
import type { TimedLine } from './timed-line.ts'

const readback = /吗$|吧$|也就是|那就是|就是|对吗|对吧|是吗|是吧|是不是|没错吧/
/** 您这次反映是从五月五号又坏了开始: what the seat has understood, said as a statement. */
const states =
  /^(?:好的?|那|嗯)*(?:您|这次)(?!.*[哪几什怎谁])[^，]{0,4}(?:反[映应]|说|讲|投诉|举报|要?登记)(?:的|得)?(?:就?是|从)/
/** A seat's line of so few characters does nothing but repeat; with a date, a longer one. */
const shortEcho = 10
const shortReadback = 16
/** What a seat says before it repeats. */
const opening = /^(?:好的?|嗯|哦|那|也|就|是|您是|也就是说)*/
/** 七点半还是七点四十五, 十一月的哪: asked, and not repeated. */
const chooses = /还是|[哪呢]$/
const promise = /会|将|之内|以内|回复|联系您|答复/

/** 系, 差不多, 就那样: agreement that has no 对 in it. */
const agrees = /^(?:系|啱|差不多|就那样|就是|无错|没错|冇错|日日|天天|每天|正是|嗯)(?!什么|谁)/
/** 中秋是九月二十五号那就是二十四号: the calendar, and the day that it makes. */
const reckoned =
  /是[^，]{0,3}[一二三四五六七八九十]月[一二三四五六七八九十]+[号日].{0,6}?那?(?:就|也就)(?:是|从)/

/** 初二就是二月十八号几点的事, which is answered by a clock: the day is left as the seat has reckoned it. */
function asksForClock(line: TimedLine, next: Line | undefined, now: LocalTime): boolean {
  if (next === undefined || next.reply === 'no' || !/[号日天晚][^，]{0,8}(?:几点|什么时间)/.test(line.text))
    return false
  return momentsIn(mendTimeWords(next.text), now, true).some(({ clock }) => clock !== undefined)
}

/** Times that the seat says: 也就是十一月六号, to which the citizen agrees, or what it takes down of an answer. */
export function confirmed(
  hearing: Hearing,
  line: TimedLine,
  now: LocalTime,
  known: Candidate | undefined,
): readonly Candidate[] {
  const half = withHalfOfDay(line, now, known)
  if (half !== undefined) return [half]
  // 今天是十八号前天是十六号 explains a calendar.
  if (line.text.includes('今天是')) return []
  const short = known !== undefined && line.text.length <= shortReadback && !isHabitAsked(line.text)
  const next = nextCitizenLine(hearing, line)
  const reply = next?.reply === 'none' && agrees.test(next.text) ? 'yes' : next?.reply
  const reckons = reply !== 'no' && (reckoned.test(line.text) || asksForClock(line, next, now))
  const agreed =
    (((short || readback.test(line.text) || states.test(line.text)) && reply === 'yes') || reckons) &&
    !promise.test(line.text)
  if (!agreed && (reply === 'no' || !takesDown(hearing, line, now, known))) return []
  // 十六号对吗 after the answer to 哪天: a day needs no other word beside it.
  const answer = hearing.lines[line.index - 1]
  const asks = answer?.asked.has('time') === true && line.text.length <= shortEcho
  const said = candidatesIn(asks ? { ...line, asked: answer.asked } : line, now, known).filter(
    (candidate) => candidate.moment?.date !== undefined,
  )
  const last = finest(agreed ? said.at(-1) : said[0], said)
  if (last === undefined || isSameNight(last.moment, known?.moment)) return []
  // What goes on goes on, whatever day it is that the seat has understood better.
  const open =
    known !== undefined &&
    isOpen(known.value) &&
    (typeof last.value === 'string'
      ? known.line.index === line.index - 1 || reckons
      : last.moment?.named !== undefined && dayOf(last) === dayOf(known))
  const over = known?.over === true && isOpen(last.value) && dayOf(known) === dayOf(last)
  if (over) return []
  const value = open ? { from: beginOf(last.value) } : last.value
  return [{ ...last, value, score: Math.max(last.score, (known?.score ?? 0) + 1) }]
}

/** 昨晚几点发现的, of what began at midnight. */
const isSameNight = (said: Moment | undefined, known: Moment | undefined): boolean =>
  said?.date !== undefined &&
  known?.date !== undefined &&
  said.clock === undefined &&
  (known.clock?.hour ?? firstOfDay) < firstOfDay &&
  /晚|夜/.test(said.period ?? '') &&
  daysBetween(said.date, known.date) === 1

const firstOfDay = 5

/** 今天上午九点您买鱼花了多少钱, to 今早九点: the seat opens with the time that it was just told, in better words. */
function takesDown(hearing: Hearing, line: TimedLine, now: LocalTime, known: Candidate | undefined): boolean {
  const told = hearing.lines[line.index - 1]
  const opens = opening.exec(line.text)?.[0].length ?? 0
  const said = momentsIn(line.text, now, true).find(({ start }) => start === opens)
  if (said === undefined || told?.speaker !== 'citizen' || chooses.test(line.text)) return false
  const same = isSaidOf(line, said, told, known) || line.text.startsWith('就是', opens - 2)
  if (known?.line.index === told.index) return same
  if (said.date === undefined) return known !== undefined && same && rangeSaid.test(line.text)
  if (/[号日]$/.test(line.text.slice(said.start, said.end)) && tellsDay(told, said.date, now)) return true
  return (told.asked.has('time') && same) || /^(?:左右|吧|那会儿?|的时候)?$/.test(line.text.slice(said.end))
}

/** 下午一点到两点半同时干活的有多少人: from one clock to another. */
const rangeSaid = /^[^，]{0,9}点[^，]{0,3}到[^，]{0,6}点/

/** 八月三十号是在哪里走失, to 上个月三十号我爷爷走失了: the seat takes up the day that it was told. */
const tellsDay = (told: Line, day: LocalDate, now: LocalTime): boolean =>
  momentsIn(mendTimeWords(told.text), now).some(
    ({ date, monthOnly }) => date !== undefined && !monthOnly && formatDate(date) === formatDate(day),
  )

/** Whether two times are one: of the same day, or in half of the same characters, as misheard ones are. */
function isSaidOf(line: TimedLine, said: Moment, told: Line, known: Candidate | undefined): boolean {
  const words = Array.from(line.text.slice(said.start, said.end))
  if (words.filter((word) => told.text.includes(word)).length >= words.length / 2) return true
  return known !== undefined && formatMoment(said)?.slice(0, wholeDay) === dayOf(known)
}

/** 今晚八点四十, said by the seat of 八点四十: the clock of the answer in the part of the day that was meant. */
function withHalfOfDay(line: TimedLine, now: LocalTime, known: Candidate | undefined): Candidate | undefined {
  const said = momentsIn(line.text, now).find((moment) => tellsHalfOfDay(moment, known?.moment))
  const from = said === undefined ? undefined : formatMoment(said)
  if (known === undefined || said === undefined || from === undefined || isToCome(from, now)) return undefined
  const value = typeof known.value === 'string' ? from : { ...known.value, from }
  return { ...known, value, line, start: said.start, end: said.end, score: known.score + 1, moment: said }
}
