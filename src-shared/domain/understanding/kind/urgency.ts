import type { RequestType } from './named-type.ts'
import { urgencyReasons } from '../../../catalogue/kind-reasons.ts'
import type { HeardValue } from '../../ticket-fields.ts'
import { hearDanger, seatActsOnDanger } from './danger.ts'
import { type Hearing, heardValue } from '../hearing/hearing.ts'
import { urgencyWeights } from './kind-weights.ts'
import { leaning } from './leaning.ts'
import { closedWithoutTicket } from './on-the-spot.ts'
import { ticketRaised } from './ticket-raised.ts'
import type { Urgency } from './urgency-cues.ts'

/** 紧急程度: as the rules hear it, unless the words of the whole call speak clearly for another; raising is free. */
export function hearUrgency(
  hearing: Hearing,
  requestType: HeardValue<RequestType> | undefined,
  weights = urgencyWeights,
): HeardValue<Urgency> | undefined {
  if (requestType === undefined) return undefined
  const ruled = ruledUrgency(hearing, requestType)
  // Of dangers people also talk when they compare, fear or remember, unless the seat acts on it.
  if (ruled?.value === '突发' && seatActsOnDanger(hearing)) return ruled
  return leaning(ruled, hearing, weights, { readily: '突发', sure: aboveOrdinary })
}

/** Raising is free, lowering needs a reason. */
const aboveOrdinary: ReadonlySet<Urgency> = new Set(['突发', '及时'])

/**
 * 突发 where life or property is in danger now, 及时 for water, power, gas, heating and extreme weather, else
 * 一般. History, denial and fear are no danger. Absent where no ticket is raised: a question answered on the spot.
 */
export function ruledUrgency(
  hearing: Hearing,
  requestType: HeardValue<RequestType>,
): HeardValue<Urgency> | undefined {
  // What the weather or the supply is like does not make a question, a proposal or praise urgent.
  const calm = requestType.value === '咨询' || requestType.value === '建议' || requestType.value === '表扬'
  // Praise is always passed on; a question or a proposal may end with the call.
  if (calm && requestType.value !== '表扬' && !ticketRaised(hearing)) return undefined
  const danger = calm ? undefined : hearDanger(hearing, '突发')
  if (danger !== undefined) return danger
  if (closedWithoutTicket(hearing)) return undefined
  const supply = calm ? undefined : hearDanger(hearing, '及时')
  if (supply !== undefined) return supply
  return heardValue<Urgency>('一般', requestType.evidence, {
    confidence: 0.85,
    reason: urgencyReasons.nothingHeard,
  })
}
