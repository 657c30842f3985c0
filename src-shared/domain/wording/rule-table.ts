import type { Detector } from './finding.ts'
import { detectClosing } from './rules/closing.ts'
import { detectCommanding } from './rules/commanding.ts'
import { detectForbiddenExpression } from './rules/forbidden-expression.ts'
import { detectInformalAddress } from './rules/informal-address.ts'
import { detectOpening } from './rules/opening.ts'
import { detectOverPromise } from './rules/over-promise.ts'
import { detectRhetoricalQuestion } from './rules/rhetorical-question.ts'
import { detectShirking } from './rules/shirking.ts'
import { detectVagueAnswer } from './rules/vague-answer.ts'

/** The rules of a pack that are judged from words. Other ids (speed, overlap, read-back) are judged elsewhere. */
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
}
