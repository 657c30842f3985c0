import { type Hearing, type Line, topicsOf } from '../hearing/hearing.ts'
import { isAnothers, isSetAside, withdrawsNumber } from './number-owner.ts'
import { type DigitRun, digitRuns } from './phone-digits.ts'
import { isTail } from './phone-place.ts'
import { filesWithoutNumber, refusesNumber } from './phone-refusal.ts'
import { announcesNumber, isCorrection, numberAsked } from './phone-words.ts'

/** Digits said in one breath, by either speaker, with what the words around them tell of them. */
export interface Piece {
  readonly line: Line
  readonly run: DigitRun
  /** The words before it put something right: 不对, 应该是. */
  readonly corrects: boolean
  /** 九零, in 最后是九零不是零九 and 不是零九是九零: the digits that stood there before. */
  readonly wrong: string | undefined
  /** 零九, in 最后是九零不是零九: the digits that are to stand there. */
  readonly right: string | undefined
  /** The piece before it in the same line. */
  readonly previous: string | undefined
  /** The words before it name somebody else as its owner. */
  readonly anothers: boolean
}

/** As many digits are a whole number: another's is no piece at all. */
const wholeNumber = 10
/** A digit by itself in more words than these is no piece, unless 是 or its place (末位) tells it. */
const mostBesideDigit = 4
/** 那尾号不是二二一四. */
const denied = /(?:号码?|数|电话|手机|[这那]个|来电|显示)不是$/
/** 最后是零九, before 不是九零. */
const deniedAfter = /^(?:而|在.{1,3})?不是$/
const asksOn = /[几两]位|号|后面/

/** The pieces of a line that may be of the number to be called. */
export function piecesOf(hearing: Hearing, line: Line): readonly Piece[] {
  if (line.speaker === 'seat' && announcesNumber(line.text)) return []
  const runs = digitRuns(line)
  return runs.flatMap((run, index) => {
    const [previous, next] = [runs[index - 1], runs[index + 1]]
    if (isNone(hearing, line, run) || (next !== undefined && isExchange(run, next))) return []
    return [{ line, run, ...toldOf(run, previous, next), anothers: isAnothers(hearing, run) }]
  })
}

function isNone(hearing: Hearing, line: Line, run: DigitRun): boolean {
  const { digits, before } = run
  const isNamed = before.endsWith('是') || isTail(before)
  if (digits.length === 1 && line.text.length > 1 + mostBesideDigit && !isNamed) return true
  if (denied.test(before)) return true
  return digits.length >= wholeNumber && (isAnothers(hearing, run) || isSetAside(line, run))
}

function toldOf(
  run: DigitRun,
  previous: DigitRun | undefined,
  next: DigitRun | undefined,
): Pick<Piece, 'corrects' | 'wrong' | 'right' | 'previous'> {
  const after = next !== undefined && deniedAfter.test(next.before) ? next.digits : undefined
  return {
    corrects: isCorrection(run.before),
    wrong: previous !== undefined && isExchange(previous, run) ? previous.digits : after,
    right: deniedAfter.test(run.before) ? previous?.digits : undefined,
    previous: previous?.digits,
  }
}

/** 不是零九, before 是九零. */
const isExchange = (wrong: DigitRun, right: DigitRun): boolean =>
  wrong.before.endsWith('不是') && /^而?是?$/.test(right.before)

/** No number is left after all, or the one told is not to be called: before the digits of the line, or after them. */
export function givesUpNumber(hearing: Hearing, line: Line, where: 'before' | 'after'): boolean {
  if (line.speaker === 'seat') return filesWithoutNumber(line.text)
  const end = digitRuns(line).at(-1)?.end ?? 0
  const words = where === 'before' ? line.text.slice(0, end) : line.text.slice(end)
  return withdrawsNumber(words) || (where === 'before' && refusesNumber(hearing, line, true))
}

/** 反了, 第三位是五, 最后一个改成七: a number is put right by other words than its digits. */
export const mendsInWords = ({ speaker, text }: Line): boolean =>
  speaker === 'citizen' && /反了|颠倒|[倒调][过转]来|改[成为]|第[一二三四五六七八九十]{1,2}[位个]/.test(text)

/** The seat goes on to another question: what was told in part stays so. */
export function endsTelling({ speaker, text }: Line): boolean {
  return speaker === 'seat' && topicsOf(text).size > 0 && numberAsked(text) !== 'phone' && !asksOn.test(text)
}
