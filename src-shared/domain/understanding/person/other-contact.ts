import type { Evidence } from '../../ticket-fields.ts'
import { formsOfAddress, type Title } from './form-of-address.ts'
import { cite, type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { agreedContact, tookBack } from './agreed-contact.ts'
import { nameOfContact } from './contact-named.ts'
import { genderOfTitle, genderToldOf, titleIn } from './contact-titles.ts'
import { ownNames } from './own-names.ts'
import type { NameStatement } from './name-statements.ts'
import { numberAsked } from '../phone/phone-words.ts'
import { settledName } from './settled-name.ts'
import { callersGender, genderAnswered } from './own-gender.ts'
import { type Gender, genderOf, relationIn, relatives } from './relations.ts'
import { soundAlike } from './surnames.ts'

/** Another person whom the caller names as the contact (联系人). */
export interface OtherContact {
  readonly name: string | undefined
  readonly gender: Gender | undefined
  readonly line: number
  readonly evidence: readonly Evidence[]
}

const ours =
  '(?:我|俺|我们|咱|咱们|我们?家|我们?公司|公司|我们?店|单位)?[的个]?(?:[一-龥]{0,4}部门?|(?:[一-龥]{2}|[一-龥]{1,3}的)(?=主任|[站队组班]长|群主))?的?'
const handedOver = new RegExp(
  `(?:(?<=[你您]们?(?:就|直接|可以)?)(?:跟|和|同|发给?|通知|告诉)|接(?:电话|听)?的(?:人)?(?:会|就)?(?=是)|联系人?|打给?|打比|打俾|打到|找|揾|写|填|留|登记|记|联络|用|[改换](?:成|为|打|做)?)(?:就|请|可以|是|写|填|一下|个|的|电话|给|比|我的话|吧)*${ours}${relatives}|联系人(?:就|可以)?(?:是|叫|写|填|留)(?!我)`,
)
/** 我女儿的给你好不好, to the question for a number. */
const given = new RegExp(
  `(?:我|我们)?(?:的|个|家)?${relatives}的(?:电话|号码|手机)?(?:(?=给[你您]|行不行|行吗|好不好|可不可以|可以吗|可以吧)|(?<=^[^零一二三四五六七八九幺]{0,12})(?:号|是|吧)*(?=[一幺1][三四五六七八九3-9]))`,
)
const asContactOf = new RegExp(`^(?:啊|哦|那)?(?:就|写|填|留)*(?:我|我们)?(?:的|个|家)*${relatives}`)
const department =
  /(?:联系|找|打给?|写|留)(?:就|请|可以)?(?:我们?)?(?:[一-龥]{2,5})(?:部|科|室|组|店|处)[的地]/
/** 不要打我老公的; 不用用我老婆的 answers first. */
const notMine = /(?:不要|别|不用(?!用)|没有?|联系不上|投诉)(?:再|去|给|有)?.$/
const happened = /^(?:联系|打给?|找|写)(?:不上|过|了)/
/** 不要写我写我们带班的: in my place. */
const notMyself = /(不要|不用|别|莫)(写|留|打|找|联系|登记|记)我的?$/
const narrated = /我(就|又|也|都|已经|刚才|昨天|今天)?$/
const soonAfter = 4
const remembered = new WeakMap<Hearing, OtherContact | undefined>()

/** Finds the contact whom the caller names in their own place, with the name where it is said soon after. */
export function otherContact(hearing: Hearing): OtherContact | undefined {
  if (!remembered.has(hearing)) remembered.set(hearing, findContact(hearing))
  return remembered.get(hearing)
}

function findContact(hearing: Hearing): OtherContact | undefined {
  const handed = handedContact(hearing)
  const callers = ownNames(hearing, []).map(({ surname }) => surname)
  const agreed = agreedContact(hearing, callers)
  if (agreed === undefined || handed?.name?.startsWith(agreed.statement.surname) === true) return handed
  return contactOf(
    hearing,
    agreed.line,
    agreed.statement,
    genderOf(relationIn(agreed.about), callersGender(hearing)),
    [],
  )
}

function handedContact(hearing: Hearing): OtherContact | undefined {
  let unnamed: OtherContact | undefined
  for (const line of hearing.lines.toReversed()) {
    if (line.speaker !== 'citizen') continue
    if (tookBack.test(line.text)) return unnamed
    const match = handOver(hearing, line)
    if (match === undefined) continue
    const relative = match[1] ?? ''
    const cue = cite(line, match.index, match.index + match[0].length, 0.85)
    const found = named(
      hearing,
      line,
      match.index + match[0].length,
      genderOf(relative, callersGender(hearing)),
      cue,
    )
    if (found.name !== undefined) return found
    unnamed ??= found
  }
  return unnamed
}

/** Where a line hands over to another contact: 你打我姐姐. Undefined where the caller takes it back later. */
export function handedOverAt(hearing: Hearing, line: Line): number | undefined {
  return otherContact(hearing) === undefined ? undefined : handOver(hearing, line)?.index
}

function handOver(hearing: Hearing, line: Line): RegExpExecArray | undefined {
  const seat = previousSeatLine(hearing, line)?.text ?? ''
  const match =
    handedOver.exec(line.text) ??
    department.exec(line.text) ??
    (numberAsked(seat) === 'phone' && !seat.includes('知道') ? given.exec(line.text) : null) ??
    (seat.includes('联系人') ? asContactOf.exec(line.text) : null)
  if (match === null) return undefined
  const before = line.text.slice(0, match.index)
  const directed =
    /你|您|请|就|吧|麻烦|可以|电话|联系人/.test(line.text) ||
    numberAsked(seat) === 'phone' ||
    /联系(?:人|谁|哪)/.test(seat) ||
    match.index === 0
  if (!directed && !/他|她/.test(line.text)) return undefined
  const instead = notMyself.test(before)
  // 我找我老公 tells a story, 我留我老公的 does not.
  const told = !/^[写留填登记]/.test(match[0]) && narrated.test(before)
  const denied = notMine.test(line.text.slice(0, match.index + 1)) || happened.test(match[0])
  return (denied && !instead) || told ? undefined : match
}

function named(
  hearing: Hearing,
  line: Line,
  from: number,
  gender: Gender | undefined,
  cue: Evidence,
): OtherContact {
  const forms = formsOfAddress(hearing).filter((form) => form.turn > line.index && form.surname !== undefined)
  const callers = ownNames(hearing, [])
  const statement = nameOfContact(hearing, line, from, [
    ...forms.flatMap((form) => form.surname ?? []),
    ...callers.map(({ surname }) => surname),
  ])
  const echoed = forms.findLast(
    ({ given, surname = '' }) =>
      given !== undefined && !callers.some((caller) => soundAlike(caller.surname, surname)),
  )
  // 石工石锐敏, 姓安不是姓阮: the seat writes down which it was.
  if (echoed?.given !== undefined && statement?.given === undefined)
    return {
      name: (echoed.surname ?? '') + echoed.given,
      gender: genderOfTitle(echoed.title) ?? genderToldOf(line) ?? gender,
      line: line.index,
      evidence: [cue, echoed.evidence],
    }
  if (statement === undefined) return { name: undefined, gender, line: line.index, evidence: [cue] }
  return contactOf(hearing, line, statement, gender, [cue])
}

function contactOf(
  hearing: Hearing,
  line: Line,
  statement: NameStatement,
  gender: Gender | undefined,
  cues: readonly Evidence[],
): OtherContact {
  const forms = formsOfAddress(hearing).filter(
    (form) => form.turn >= line.index && form.surname !== undefined,
  )
  const told = genderToldOf(statement.line) ?? answeredOf(hearing, statement.line) ?? gender
  const title: Title | undefined = told === undefined ? undefined : told === '男' ? '先生' : '女士'
  const own = titleIn(statement.line.text.slice(statement.end))
  const said = new RegExp(`${statement.surname}(先生|女士|小姐)`).exec(statement.line.text)?.[1] as
    Title | undefined
  // The seat may go on addressing the caller, by another surname.
  const theirs = forms.filter((form) => soundAlike(form.surname ?? '', statement.surname))
  const settled = settledName(hearing, [statement], theirs, own ?? title)
  return {
    name: settled?.value,
    gender: genderOfTitle(own ?? said ?? theirs.at(-1)?.title) ?? told,
    line: line.index,
    evidence: [...cues, statement.evidence],
  }
}

/** What the seat learns of the contact's gender soon after the name. */
function answeredOf(hearing: Hearing, { index }: Line): Gender | undefined {
  for (const line of hearing.lines.slice(index + 1, index + 1 + soonAfter)) {
    const question = previousSeatLine(hearing, line)?.text ?? ''
    const gender =
      line.speaker === 'citizen' && !question.includes('您') ? genderAnswered(line, question) : undefined
    if (gender !== undefined) return gender
  }
  return undefined
}
