import { cite, type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import type { Assembly } from './phone-assembly.ts'
import { takeCallIn } from './phone-call-in.ts'
import { callerDigits, digitRuns, distance } from './phone-digits.ts'
import { lacksOne } from './phone-like-callers.ts'
import { agrees, objects } from './phone-words.ts'

const display = /来电|显示|屏幕|系统|您打[过进]?来/
/** 哎呀我记错了, 显示的对: the number was told wrongly. */
const concession =
  /[看说记念报讲]错|[漏掉少]了|[漏少][说念报讲]|(?:显示|来电|屏幕|您|你)(?:上|那)?的?(?:是|才)?(?:对|为准)/
const notMine = /(?:不是|别人|另外|[他她]|老[公婆]|单位|同事|朋友)/
const mostDiffering = 2

/**
 * 您说的尾号是九六吗来电显示四四九五: the seat holds a number that was told against the call-in one, from which it hardly differs.
 * True where the caller owns to the slip.
 */
export function hearDisplay(hearing: Hearing, line: Line, assembly: Assembly): boolean {
  const caller = callerDigits(hearing)
  if (caller === undefined || !display.test(line.text)) return false
  const shown = digitRuns(line).findLast(
    ({ digits }) =>
      digits.length >= 2 && (digits.length > 2 ? caller.includes(digits) : caller.endsWith(digits)),
  )
  const answer = nextCitizenLine(hearing, line)
  if (shown === undefined || answer === undefined || !concedes(answer, caller)) return false
  if (!assembly.readings.some((told) => isNear(told, caller))) return false
  takeCallIn(assembly, caller, cite(line, shown.start, shown.end, 0.93))
  return true
}

/** 哦四四九五对, 对我掉了一个一. */
function concedes(answer: Line, caller: string): boolean {
  if (notMine.test(answer.text)) return false
  const said = digitRuns(answer).filter(({ digits }) => digits.length >= 2)
  if (said.length > 0) return said.some(({ digits }) => caller.includes(digits))
  return concession.test(answer.text) || (agrees(answer) && !objects(answer))
}

/** A digit or two told otherwise, one left out, or one too many. */
function isNear(told: string, caller: string): boolean {
  if (told.length === caller.length) return told !== caller && distance(told, caller) <= mostDiffering
  return lacksOne(caller, told) || lacksOne(told, caller)
}
