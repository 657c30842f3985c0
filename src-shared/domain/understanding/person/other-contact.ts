import type { Evidence } from '../../ticket-fields.ts'
import { formsOfAddress, type Title } from './form-of-address.ts'
import { cite, type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { agreedContact, thirdNamed, tookBack } from './agreed-contact.ts'
import { ownNames } from './own-names.ts'
import { type NameStatement, readName } from './name-statements.ts'
import { numberAsked } from '../phone/phone-words.ts'
import { settledName } from './settled-name.ts'
import { soundAlike } from './surnames.ts'

/** Another person whom the caller names as the contact (联系人). */
export interface OtherContact {
  readonly name: string | undefined
  readonly gender: '男' | '女' | undefined
  readonly line: number
  readonly evidence: readonly Evidence[]
}

const relatives =
  '(老公|丈夫|先生|儿子|爸爸?|父亲|老豆|爷爷|外公|公公|岳父|哥哥?|弟弟?|女婿|孙子|侄子|叔叔?|个?仔|老婆|妻子|太太|女儿|妈妈?|父母|母亲|老母|奶奶|外婆|婆婆|岳母|姐姐?|妹妹?|媳妇|儿媳妇?|孙女|侄女|阿姨|个?女(?=[啦吧啊他她叫姓]|$)|爱人|同事|朋友|孩子|[男女]朋友|男友|女友|对象|未婚[妻夫]|闺蜜|亲戚|表[哥弟姐妹]|堂[哥弟姐妹]|舅舅|舅妈|姑姑|姑妈|姑(?=的)|姨妈|伯父|大伯|工友|老乡|班长|组长|店长|舍友|室友|邻居|经理|主管|领导|老板|助理|秘书|文员|(?<=[我咱]们的?)(?:行政|前台|财务|会计|出纳|人事|带班的?|领班|队长|负责人|代表))'
const relation = new RegExp(relatives, 'g')
const ours = '(?:我|俺|我们|咱|咱们|我们?家|我们?公司|公司|我们?店|单位)?(?:的)?(?:[一-龥]{0,4}部门?)?的?'
const handedOver = new RegExp(
  `(?:联系人?|打给?|打比|打俾|找|写|填|留|登记|记|联络|用)(?:就|请|可以|是|写|填|一下|个|的|电话|给|比|我的话|吧)*${ours}${relatives}|联系人(?:就|可以)?(?:是|叫|写|填|留)(?!我)`,
)
/** 我女儿的给你好不好, to the question for a number. */
const given = new RegExp(
  `(?:我|我们)?(?:的|个|家)?${relatives}的(?:电话|号码|手机)?(?=给[你您]|行不行|行吗|好不好|可不可以|可以吗|可以吧)`,
)
const asContactOf = new RegExp(`^(?:啊|哦|那)?(?:就|写|填|留)*(?:我|我们)?(?:的|个|家)*${relatives}`)
const department =
  /(?:联系|找|打给?|写|留)(?:就|请|可以)?(?:我们?)?(?:[一-龥]{2,5})(?:部|科|室|组|店|处)[的地]/
const female = /女|姑|姨|舅妈|闺蜜|未婚妻|老婆|妻子|太太|女儿|妈|母|奶奶|外婆|婆婆|姐|妹|媳妇|女/
const male = /男|舅舅|未婚夫|伯|老公|丈夫|先生|儿子|爸|父|老豆|爷爷|外公|公公|哥|弟|女婿|孙子|侄子|叔|仔/
/** 不要打我老公的; 不用用我老婆的 answers first. */
const notMine = /(?:不要|别|不用(?!用)|没有?|联系不上|投诉)(?:再|去|给|有)?.$/
const happened = /^(?:联系|打给?|找|写)(?:不上|过|了)/
/** 不要写我写我们带班的: in my place. */
const notMyself = /(不要|不用|别|莫)(写|留|打|找|联系|登记|记)我的?$/
const narrated = /我(就|又|也|都|已经|刚才|昨天|今天)?$/
const asksForCaller = /^(?!.*(他|她|联系人)).*(您贵姓|您怎么称呼|怎么称呼您|您的?(姓名|名字))/
const called = /(?:他|她|佢|名字)(?:的?名字)?(?:叫|姓|是)|[叫较教交](?!给|通)|姓/g

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
  return contactOf(hearing, agreed.line, agreed.statement, genderOf(relationIn(agreed.about)), [])
}

function handedContact(hearing: Hearing): OtherContact | undefined {
  for (const line of hearing.lines.toReversed()) {
    if (line.speaker !== 'citizen') continue
    if (tookBack.test(line.text)) return undefined
    const match = handOver(hearing, line)
    if (match === undefined) continue
    const relative = match[1] ?? ''
    const cue = cite(line, match.index, match.index + match[0].length, 0.85)
    return named(hearing, line, match.index + match[0].length, genderOf(relative), cue)
  }
  return undefined
}

function handOver(hearing: Hearing, line: Line): RegExpExecArray | undefined {
  const seat = previousSeatLine(hearing, line)?.text ?? ''
  const match =
    handedOver.exec(line.text) ??
    department.exec(line.text) ??
    (numberAsked(seat) === 'phone' ? given.exec(line.text) : null) ??
    (seat.includes('联系人') ? asContactOf.exec(line.text) : null)
  if (match === null) return undefined
  const before = line.text.slice(0, match.index)
  const directed =
    /你|您|请|就|吧|麻烦|可以|电话|联系人/.test(line.text) ||
    numberAsked(seat) === 'phone' ||
    seat.includes('联系人')
  if (!directed && !/他|她/.test(line.text)) return undefined
  const instead = notMyself.test(before)
  // 我找我老公 tells a story, 我留我老公的 does not.
  const told = !/^[写留填登记]/.test(match[0]) && narrated.test(before)
  const denied = notMine.test(line.text.slice(0, match.index + 1)) || happened.test(match[0])
  return (denied && !instead) || told ? undefined : match
}

function genderOf(relative: string): '男' | '女' | undefined {
  return female.test(relative) ? '女' : male.test(relative) ? '男' : undefined
}

/** 您表弟叫什么, 我老公他: the last word for a relation in what was said of somebody. */
const relationIn = (about: string): string => [...about.matchAll(relation)].at(-1)?.[0] ?? ''

function named(
  hearing: Hearing,
  line: Line,
  from: number,
  gender: '男' | '女' | undefined,
  cue: Evidence,
): OtherContact {
  const forms = formsOfAddress(hearing).filter((form) => form.turn > line.index && form.surname !== undefined)
  const callers = ownNames(hearing, [])
  const statement =
    nameAfter(hearing, line, from, [
      ...forms.flatMap((form) => form.surname ?? []),
      ...callers.map(({ surname }) => surname),
    ]) ?? toldOfRelation(hearing)
  const echoed = forms.findLast(
    ({ given, surname = '' }) =>
      given !== undefined && !callers.some((caller) => soundAlike(caller.surname, surname)),
  )
  // 石工石锐敏, 姓安不是姓阮: the seat writes down which it was.
  if (echoed?.given !== undefined && statement?.given === undefined)
    return {
      name: (echoed.surname ?? '') + echoed.given,
      gender: titled(echoed.title) ?? toldGender(line) ?? gender,
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
  gender: '男' | '女' | undefined,
  cues: readonly Evidence[],
): OtherContact {
  const forms = formsOfAddress(hearing).filter(
    (form) => form.turn >= line.index && form.surname !== undefined,
  )
  const title: Title | undefined = gender === undefined ? undefined : gender === '男' ? '先生' : '女士'
  const own = /^(先生|女士|小姐)/.exec(statement.line.text.slice(statement.end))?.[0] as Title | undefined
  const said = new RegExp(`${statement.surname}(先生|女士|小姐)`).exec(statement.line.text)?.[1] as
    Title | undefined
  // The seat may go on addressing the caller, by another surname.
  const theirs = forms.filter((form) => soundAlike(form.surname ?? '', statement.surname))
  const settled = settledName(hearing, [statement], theirs, own ?? title)
  return {
    name: settled?.value,
    gender: titled(own ?? said ?? theirs.at(-1)?.title) ?? toldGender(statement.line) ?? gender,
    line: line.index,
    evidence: [...cues, statement.evidence],
  }
}

/** 他叫束炳坤男的. */
function toldGender({ text }: Line): '男' | '女' | undefined {
  const told = /(?<![儿子孙侄甥妇美少养一个那这])(男|女)[的士生](?=$|叫|姓)/.exec(text)?.[1]
  return told === undefined ? undefined : told === '男' ? '男' : '女'
}

function titled(title: Title | undefined): '男' | '女' | undefined {
  return title === undefined ? undefined : title === '先生' ? '男' : '女'
}

/** The name in the rest of the line, or in what the citizen says next of that person. */
function nameAfter(
  hearing: Hearing,
  line: Line,
  from: number,
  known: readonly string[],
): NameStatement | undefined {
  const lines = hearing.lines.slice(line.index, line.index + 6).filter((other) => other.speaker === 'citizen')
  for (const other of lines) {
    const start =
      other === line ? from + (/^[吧啦啊呢呀的就她他是]*/.exec(line.text.slice(from))?.[0].length ?? 0) : 0
    const named = /^(他|她|佢)/.test(line.text.slice(from)) ? toldBefore(line, from, known) : undefined
    if (named !== undefined) return named
    const question = other === line ? '' : (previousSeatLine(hearing, other)?.text ?? '')
    if (/我(姓|叫)/.test(other.text.slice(start)) || asksForCaller.test(question)) return undefined
    const asked = /叫什么|名字|姓名|贵姓|称呼|联系人/.test(question)
    const at = [...other.text.slice(start).matchAll(called)].map(
      (match) => start + match.index + match[0].length,
    )
    for (const position of at) {
      const read = readName(other, position, other.text[position - 1] === '姓' ? 'surnamed' : 'named', known)
      if (read !== undefined) return read
    }
    if (other === line || asked) {
      const read = readName(other, start, 'bare', known)
      if (read !== undefined) return withTitle(read, known)
    }
  }
  return undefined
}

/** 林小姐双木林林佩仪: the full name after the form of address. */
function withTitle(read: NameStatement, known: readonly string[]): NameStatement {
  const own = /^(先生|女士|小姐)/.exec(read.line.text.slice(read.end))?.[0]
  const full = own === undefined ? undefined : readName(read.line, read.end + own.length, 'bare', known)
  return full?.given !== undefined && soundAlike(full.surname, read.surname) ? full : read
}

/** 我儿子的吧…他姓焦焦雨辰: told of a relation, before or long after the words that hand over. */
function toldOfRelation(hearing: Hearing): NameStatement | undefined {
  const told = thirdNamed(hearing)
  return told !== undefined && relationIn(told.about) !== '' ? told.statement : undefined
}

/** 她叫黄小丽联系人写她: the name stands before the words that hand over. */
function toldBefore(line: Line, until: number, known: readonly string[]): NameStatement | undefined {
  const match = /(?:他|她|佢)(?:的?名字)?(?:是|叫)/.exec(line.text.slice(0, until))
  return match === null ? undefined : readName(line, match.index + match[0].length, 'named', known)
}
