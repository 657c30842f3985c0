import type { HeardValue, TicketFields } from '../../ticket-fields.ts'
import { hearDanger } from './danger.ts'
import { type Hearing, heardValue } from '../hearing/hearing.ts'
import { closedWithoutTicket } from './on-the-spot.ts'
import { ticketRaised } from './ticket-raised.ts'
import type { Urgency } from './urgency-cues.ts'

type RequestType = NonNullable<TicketFields['requestType']>

/**
 * 紧急程度: 突发 where life or property is in danger now, 及时 for water, power, gas, heating and extreme weather, else
 * 一般. History, denial and fear are no danger. Absent where no ticket is raised: a question answered on the spot.
 */
export function hearUrgency(
  hearing: Hearing,
  requestType: HeardValue<RequestType> | undefined,
): HeardValue<Urgency> | undefined {
  if (requestType === undefined) return undefined
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
    reason: '未听到危险或停水停电等情形',
  })
}
