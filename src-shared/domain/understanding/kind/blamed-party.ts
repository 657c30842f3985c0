import { typeReasons } from '../../../catalogue/kind-reasons.ts'
import type { HeardValue, SubjectRef } from '../../ticket-fields.ts'
import { type Hearing, heardValue } from '../hearing/hearing.ts'
import { hearDanger } from './danger.ts'
import { hearTypeTalk, type RequestType } from './named-type.ts'

/** From here on a caller has asked for help in so many words. */
const askedOutright = 0.95

/**
 * 投诉 in place of 求助 where the help is wanted against a party that is named (a lift that the management does not mend);
 * not where somebody called it help, ruled a complaint out, or is in danger or without water or power.
 */
export function typeAgainstParty(
  requestType: HeardValue<RequestType> | undefined,
  subject: HeardValue<SubjectRef> | undefined,
  hearing: Hearing,
): HeardValue<RequestType> | undefined {
  if (requestType?.value !== '求助' || subject === undefined) return requestType
  const { settled, ruledOut } = hearTypeTalk(hearing)
  const isHelp = settled !== undefined || ruledOut.has('投诉') || requestType.confidence >= askedOutright
  if (isHelp || hearDanger(hearing, '突发') !== undefined || hearDanger(hearing, '及时') !== undefined)
    return requestType
  return heardValue<RequestType>('投诉', subject.evidence, {
    alternatives: ['求助', ...requestType.alternatives.filter((other) => other !== '投诉')],
    confidence: 0.75,
    reason: typeReasons.partyNamed,
  })
}
