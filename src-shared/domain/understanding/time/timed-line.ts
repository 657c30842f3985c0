import { mendTimeWords } from './heard-time-words.ts'
import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { isHabitAsked } from './time-role.ts'

/** A line with what the call tells of the times in it. */
export interface TimedLine extends Line {
  /** True where all clocks tell when something usually happens. */
  readonly habitual: boolean
  /** True where the seat asked how long something else lasted: 用了多久. */
  readonly usage: boolean
  /** True where the seat asked how long ago something happened once: 捡到多久了. */
  readonly once: boolean
  /** The seat's line before. */
  readonly question: string
  /** All that the citizen says in the call. */
  readonly spoken: string
}

const usage = /(?:用|住|做|干|租|练|学|读|吃|上班|工作|办)了?多(?:久|长时间)/
/** 您几点下班, 什么时候方便: asked for something else than the matter. */
const hoursAsked =
  /(?:几点|什么时[候间])[^，]{0,4}(?:下班|上班|开门|关门|营业|放学|方便|有空|接电话|回复)|(?:希望|方便)[^，]{0,4}什么时候/
const once = /(?:捡|拾|摔|撞|走|丢|掉|发现|看到|出去|离开|出事|发生)[^，]{0,4}多(?:久|长时间)/

/** The line with its words of time put right; a clock in answer to 一般几点 tells of a habit. */
export function inContext(hearing: Hearing, line: Line): TimedLine {
  const question = line.speaker === 'citizen' ? (previousSeatLine(hearing, line)?.text ?? '') : ''
  const text = mendTimeWords(line.text)
  const spoken = hearing.lines.map((other) => (other.speaker === 'citizen' ? other.text : '')).join('，')
  return {
    ...line,
    text,
    spoken,
    habitual: isHabitAsked(question) || hoursAsked.test(question),
    question,
    usage: usage.test(question),
    once: once.test(question),
  }
}
