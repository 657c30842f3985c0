import { toSyllables } from '../../text/pinyin.ts'
import type { Subject } from '../site-pack.ts'
import type { Evidence, HeardValue, IncidentAddress, SubjectRef } from '../ticket-fields.ts'
import { type Hearing, heardValue } from './hearing.ts'

/** Where the caller lives tells nothing of where the shop is. */
const dwelling = /(在|是)?.{2,8}住(?!院)|住在?.{2,8}|不是.{2,6}那?(家|间|边|个)/g

/**
 * The party of the list that was meant: of a chain's branches the one whose name or address was said in the call; where
 * none was, `name` stands without an id and the branches are the alternatives.
 */
export function branchMeant(
  hearing: Hearing,
  name: string,
  branches: readonly Subject[],
  evidence: readonly Evidence[],
  address: IncidentAddress | undefined,
): HeardValue<SubjectRef> {
  const refs = (subjects: readonly Subject[]) => subjects.map(({ id, name }) => ({ id, name }))
  const [only, ...more] = branches
  if (only !== undefined && more.length === 0)
    return heardValue<SubjectRef>({ id: only.id, name: only.name }, evidence)
  const spoken = hearing.lines
    .filter((line) => line.speaker === 'citizen')
    .map((line) => line.text.replace(dwelling, ' '))
    .join(' ')
  const scored = branches
    .map((subject) => ({
      subject,
      score: branchScore(subject, branchOf(subject, branches), address, spoken),
    }))
    .sort((a, b) => b.score - a.score)
  const [first, second] = scored
  if (first !== undefined && first.score > (second?.score ?? 0))
    return heardValue<SubjectRef>({ id: first.subject.id, name: first.subject.name }, evidence, {
      alternatives: refs(scored.slice(1, 4).map((entry) => entry.subject)),
    })
  return heardValue<SubjectRef>({ name }, evidence, {
    confidence: 0.7,
    alternatives: refs(branches.slice(0, 5)),
  })
}

/** How much of a branch's name and address was said in the call. */
function branchScore(
  subject: Subject,
  branch: string,
  address: IncidentAddress | undefined,
  spoken: string,
): number {
  const said = Object.values(address ?? {}).filter(
    (part): part is string => part !== undefined && part.length >= 2,
  )
  const inAddress = said
    .filter((part) => subject.address.includes(part))
    .reduce((sum, part) => sum + part.length, 0)
  if (branch.length < 2 || branch.length > 6) return inAddress
  const named =
    spoken.includes(branch) ||
    ` ${toSyllables(spoken).join(' ')} `.includes(` ${toSyllables(branch).join(' ')} `)
  return inAddress + (named ? 6 : 0)
}

/** What sets a branch's name apart from its siblings': 龙口 of 美缘坊美容院龙口店. */
function branchOf(subject: Subject, siblings: readonly Subject[]): string {
  let common = 0
  while (siblings.every(({ name }) => common < name.length && name[common] === subject.name[common])) common++
  return subject.name
    .slice(common)
    .replace(/[（）()]/g, '')
    .replace(/(分?店|分公司|支行|网点|校区|院区|训练场|园)$/, '')
}
