import type { Detector } from './finding.ts'
import { detectClosing } from './rules/closing.ts'
import { detectCommanding } from './rules/commanding.ts'
import { detectForbiddenExpression } from './rules/forbidden-expression.ts'
import { detectFurtherNeeds } from './rules/further-needs.ts'
import { detectHold } from './rules/hold.ts'
import { detectInformalAddress } from './rules/informal-address.ts'
import { detectInterrupting } from './rules/interrupting.ts'
import { detectOpening } from './rules/opening.ts'
import { detectOverPromise } from './rules/over-promise.ts'
import { detectPersonalData } from './rules/personal-data.ts'
import { detectPromise } from './rules/promise.ts'
import { detectReadBack } from './rules/read-back.ts'
import { detectReadBackAddress } from './rules/read-back-address.ts'
import { detectReadBackDemand } from './rules/read-back-demand.ts'
import { detectRepeatedQuestion } from './rules/repeated-question.ts'
import { detectRhetoricalQuestion } from './rules/rhetorical-question.ts'
import { detectShirking } from './rules/shirking.ts'
import { detectSilence } from './rules/silence.ts'
import { detectSpeed } from './rules/speed.ts'
import { detectTalkingOver } from './rules/talking-over.ts'
import { detectVagueAnswer } from './rules/vague-answer.ts'
import { detectWords } from './rules/words.ts'

/** The rules that look for more than their words, by the id that a pack's entries name. */
export const detectors: Readonly<Record<string, Detector>> = {
  'forbidden-expression': detectForbiddenExpression,
  'rhetorical-question': detectRhetoricalQuestion,
  'vague-answer': detectVagueAnswer,
  shirking: detectShirking,
  commanding: detectCommanding,
  'over-promise': detectOverPromise,
  'informal-address': detectInformalAddress,
  opening: detectOpening,
  closing: detectClosing,
  'further-needs': detectFurtherNeeds,
  'read-back': detectReadBack,
  'read-back-address': detectReadBackAddress,
  'read-back-demand': detectReadBackDemand,
  hold: detectHold,
  silence: detectSilence,
  speed: detectSpeed,
  'talking-over': detectTalkingOver,
  interrupting: detectInterrupting,
  'repeated-question': detectRepeatedQuestion,
  promise: detectPromise,
  'personal-data': detectPersonalData,
}

/** A rule that is not in the table is one of words. */
export function detectorOf(rule: string): Detector {
  return (Object.hasOwn(detectors, rule) ? detectors[rule] : undefined) ?? detectWords
}

/** Those of the table that find nothing where none of an entry's own words stand. */
const detectorsOfWords: ReadonlySet<string> = new Set([
  'forbidden-expression',
  'rhetorical-question',
  'vague-answer',
  'shirking',
  'commanding',
  'over-promise',
  'informal-address',
  'promise',
])

/** Whether a rule finds nothing where none of an entry's own words stand: most of a pack's entries, most of the time. */
export function isOfWords(rule: string): boolean {
  return detectorsOfWords.has(rule) || !Object.hasOwn(detectors, rule)
}
