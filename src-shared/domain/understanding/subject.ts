import type { Subject } from '../site-pack.ts'
import type { HeardValue, IncidentAddress, SubjectRef, TicketFields } from '../ticket-fields.ts'
import type { NameIndex } from '../../text/name-index.ts'
import { cite, type Hearing, heardValue, nextCitizenLine } from './hearing.ts'
import { grieves } from './grievance.ts'
import { branchMeant } from './subject-branch.ts'
import { type Mention, mentionsIn } from './subject-mentions.ts'

/** What makes an unlisted name a party; a listed one is known to be one, unless it is only an ordinary word. */
const leastUnlisted = 2
const leastListed = 0.5
/** Who asks for help or proposes something complains of nobody whom he does not blame in words. */
const leastUnblaming = 2.4

/**
 * 被反映对象: the party complained about, reported or praised, by its id where the list has it. A landmark is none, and
 * of a chain's branches the address decides; where it does not, the name stands without an id.
 */
export function hearSubject(
  hearing: Hearing,
  index: NameIndex<Subject>,
  address: HeardValue<IncidentAddress> | undefined,
  requestType: TicketFields['requestType'],
): HeardValue<SubjectRef> | undefined {
  const blames =
    (requestType !== '求助' && requestType !== '建议' && requestType !== '咨询') || grieves(hearing)
  const mentions = hearing.lines.flatMap((line) =>
    line.speaker === 'citizen' || nextCitizenLine(hearing, line)?.reply === 'yes'
      ? mentionsIn(hearing, line, index)
      : [],
  )
  const best = mentions
    .filter(
      ({ role, subjects }) =>
        role >= (blames ? (subjects.length > 0 ? leastListed : leastUnlisted) : leastUnblaming),
    )
    .reduce<Mention | undefined>(
      (top, mention) => (top === undefined || rank(mention) > rank(top) ? mention : top),
      undefined,
    )
  if (best === undefined) return undefined
  const evidence = [cite(best.line, best.start, best.end, best.confidence)]
  if (best.subjects.length === 0) return heardValue({ name: best.name }, evidence)
  return branchMeant(hearing, best.name, best.subjects, evidence, address?.value)
}

const rank = (mention: Mention): number =>
  mention.role + (mention.subjects.length > 0 ? 1.5 : 0) + mention.confidence
