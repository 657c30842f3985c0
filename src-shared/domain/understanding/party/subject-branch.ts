import type { Subject } from '../../site-pack.ts'
import type { Evidence, HeardValue, IncidentAddress, SubjectRef } from '../../ticket-fields.ts'
import { folded } from '../hearing/citizen-said.ts'
import { type Hearing, heardValue, nextCitizenLine, previousSeatLine } from '../hearing/hearing.ts'

/** Where the caller lives, and another branch that is only compared, tells nothing of where the shop is. */
const elsewhere =
  /(在|是)?.{2,8}住(?!院)|住在?.{2,8}|不是.{2,6}那?(家|间|边|个)|(平时|以前|同事|朋友|邻居).{0,12}那?(家|间|边|店)/g
const branchAddress =
  /^(?<district>.{2,4}?[区县市])?(?<street>.{2,6}?(?:街道|镇))?(?<road>[^\d]*?)(?<number>\d+号)?$/
const branchKind = '(?:分?店|校区|院区|网点|营业厅|营业部|支行|训练场)'
const asksBranch = new RegExp(`哪一?(?:个|家|间)?.{0,2}(?:家|${branchKind}|分)`)
/** 珠江新城店, in answer to 哪家店. */
const branchAnswer = new RegExp(
  `^(?:嗯|就|是|在|那个|他们)*(?<branch>\\p{Script=Han}{2,6}?)(?<kind>${branchKind})`,
  'u',
)
/** From this score on the words tell one branch from the others; a district alone may hold several. */
const roadScore = 10

/**
 * The party of the list that was meant: of a chain's branches the one whose name or address was said in the call; where
 * none was, `name` stands without an id and the branches are the alternatives. A branch that the caller names
 * and the list does not have is called as he calls it.
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
  const spoken = folded(
    hearing.lines
      .filter((line) => line.speaker === 'citizen')
      .map((line) => line.text.replace(elsewhere, '，'))
      .join('，'),
  )
  const settled = branchSettled(hearing, branches)
  const scored = branches
    .map((subject) => ({
      subject,
      score:
        branchScore(subject, branchOf(subject, branches), address, spoken) +
        (subject === settled ? settledScore : 0),
    }))
    .sort((a, b) => b.score - a.score)
  const [first, second] = scored
  const unlisted = (first?.score ?? 0) < roadScore ? unlistedBranch(hearing, branches) : undefined
  if (unlisted !== undefined)
    return heardValue<SubjectRef>({ name: name + unlisted }, evidence, {
      alternatives: refs(branches.slice(0, 5)),
    })
  if (first !== undefined && first.score > (second?.score ?? 0))
    return heardValue<SubjectRef>({ id: first.subject.id, name: first.subject.name }, evidence, {
      alternatives: refs(scored.slice(1, 4).map((entry) => entry.subject)),
    })
  return heardValue<SubjectRef>({ name }, evidence, {
    confidence: 0.7,
    alternatives: refs(scored.slice(0, 5).map((entry) => entry.subject)),
  })
}

/** More than the address of another branch that the caller has been to. */
const settledScore = 7
const asksBlamed = /(?:投诉|举报|反映|表扬|现在).{0,6}(?:哪|是|的|还是)|哪一?(?:个|家|间)|对象/

/** 就永和这个: the only branch that the caller names where the seat asks which one he means, or the seat, and he agrees. */
function branchSettled(hearing: Hearing, branches: readonly Subject[]): Subject | undefined {
  const namedIn = (text: string): readonly Subject[] => {
    const sounds = ` ${folded(text)} `
    return branches.filter((subject) => {
      const own = branchOf(subject, branches)
      return own.length >= 2 && sounds.includes(` ${folded(own)} `)
    })
  }
  const settled = hearing.lines.flatMap((line) => {
    if (line.speaker === 'seat') {
      const confirmed = asksBlamed.test(line.text) && nextCitizenLine(hearing, line)?.reply === 'yes'
      return confirmed ? [namedIn(line.text)] : []
    }
    const asked = asksBlamed.test(previousSeatLine(hearing, line)?.text ?? '')
    return asked || /就?投诉|就是?/.test(line.text) ? [namedIn(line.text)] : []
  })
  const [only] = settled.findLast(({ length }) => length === 1) ?? []
  return only
}

/** How much of a branch's name and address was said in the call. */
function branchScore(
  subject: Subject,
  branch: string,
  address: IncidentAddress | undefined,
  spoken: string,
): number {
  const { district, street, road, number } = branchAddress.exec(subject.address)?.groups ?? {}
  const alike = (said: string | undefined, own: string | undefined): boolean =>
    said !== undefined && own !== undefined && own !== '' && folded(said) === folded(own)
  const said = (words: string): boolean => ` ${spoken} `.includes(` ${folded(words)} `)
  const named = branch.length >= 2 && branch.length <= 6 && said(branch) ? 8 : 0
  const onRoad = alike(address?.road, road)
  if (onRoad)
    return (
      named + roadScore + (address?.number === number ? 6 : 0) + (alike(address?.district, district) ? 2 : 0)
    )
  const spokenRoad = road !== undefined && road.length >= 3 && said(road) ? 6 : 0
  const poi = address?.poi !== undefined && subject.address.includes(address.poi) ? 5 : 0
  const near = (alike(address?.street, street) ? 4 : 0) + (alike(address?.district, district) ? 2 : 0)
  // A shop on another road of the district is another shop.
  return named + spokenRoad + poi + (address?.road === undefined || named > 0 ? near : 0)
}

/** 珠江新城店 where no branch of the list is called so. */
function unlistedBranch(hearing: Hearing, branches: readonly Subject[]): string | undefined {
  const answers = hearing.lines.filter(
    (line) => line.speaker === 'citizen' && asksBranch.test(previousSeatLine(hearing, line)?.text ?? ''),
  )
  for (const { text } of answers) {
    const { branch, kind } = branchAnswer.exec(text)?.groups ?? {}
    if (branch === undefined || kind === undefined || /[这那哪]/.test(branch)) continue
    const listed = branches.some((subject) => folded(subject.name).includes(folded(branch)))
    if (!listed) return branch + kind
  }
  return undefined
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
