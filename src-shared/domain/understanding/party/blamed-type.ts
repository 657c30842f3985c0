import type { HeardValue, TicketFields } from '../../ticket-fields.ts'
import { hearDanger } from '../kind/danger.ts'
import { hearTypeTalk } from '../kind/named-type.ts'
import { ticketRaised } from '../kind/ticket-raised.ts'
import { cite, type Hearing, heardValue } from '../hearing/hearing.ts'
import type { TaggedParty } from './tagged-parties.ts'

type RequestType = NonNullable<TicketFields['requestType']>

/** By how much a name has to weigh as a party for a call to be a complaint about it. */
const leastForHelp = 80
const leastForQuestion = 150

/**
 * A call for help, or what began as a question, in which somebody is named as to blame is a complaint, unless seat and
 * caller settled the type: of 190 calls that blame a named party two ask for help, and none only asks.
 */
export function withBlame(
  type: HeardValue<RequestType> | undefined,
  hearing: Hearing,
  parties: readonly TaggedParty[],
): HeardValue<RequestType> | undefined {
  if (type === undefined || (type.value !== '求助' && type.value !== '咨询')) return type
  const blamed = parties
    .filter(({ line }) => line.speaker === 'citizen')
    .reduce<TaggedParty | undefined>(
      (top, party) => (top === undefined || party.margin > top.margin ? party : top),
      undefined,
    )
  const least = type.value === '求助' ? leastForHelp : leastForQuestion
  if (blamed === undefined || blamed.margin < least) return type
  if (type.value === '咨询' && !ticketRaised(hearing)) return type
  if (hearDanger(hearing, '突发') !== undefined || hearDanger(hearing, '及时') !== undefined) return type
  const { settled, ruledOut } = hearTypeTalk(hearing)
  if (settled !== undefined || ruledOut.has('投诉')) return type
  return heardValue<RequestType>('投诉', [cite(blamed.line, blamed.start, blamed.end, 0.75)], {
    alternatives: [type.value, ...type.alternatives.filter((other) => other !== '投诉')],
    reason: '来电人指名反映某一方',
  })
}
