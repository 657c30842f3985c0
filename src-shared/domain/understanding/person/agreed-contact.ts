import { type Hearing, type Line, nextCitizenLine, previousSeatLine } from '../hearing/hearing.ts'
import { formsOfAddress } from './form-of-address.ts'
import { type NameStatement, readName } from './name-statements.ts'
import { asksForAnother } from './name-questions.ts'
import { opening } from './own-names.ts'
import { relatives } from './relations.ts'
import { soundAlike } from './surnames.ts'
import { numberAsked } from '../phone/phone-words.ts'

/** Whom seat and caller take down as the contact, who is not the caller. */
interface AgreedContact {
  readonly statement: NameStatement
  readonly line: Line
  /** The words that tell who it is to the caller: 您先生怎么称呼. */
  readonly about: string
}

/** 那联系人写佟女士. */
const takenDown = /联系人(?:就|那|我)*(?:写|留|填|登记|记|是|[改换]?[为成])*(?!谁|您|你|他|她|哪)/g
/** 他的一三五…: the number, by whose it is. */
const theirNumber =
  '^(?:就|打|留|写|用)*[他她佢](?:的|那个)(?:电话|手机|号码?)*(?:是|就是)?[一幺1][3-9三四五六七八九]'
/** 写他吧, 留他的, 他接: said of somebody who was named before or is named now. */
const pointed = new RegExp(
  `(?:写|留|填|记|登记|找|联系|打给?)(?:就|我)?[他她佢]|[他她佢](?:自己)?接|${theirNumber}`,
)
const pointedAlone = /^(?:就|那|还是|写|留)*[他她佢](?:的|吧|啦|啊)*$/
const called = new RegExp(
  `(?<!别|不要|不用|莫|没|没有)(?:打给?|联系)(?:就|我)?[他她佢](?!们|不)|找[他她佢](?=就[行好可]|吧|$)|${theirNumber}`,
)
/** How many lines a number may take to be told. */
const dictation = 8
const asksWhom =
  /联系人|(?:写|留|填|登记|联系|找|打给?)(?:谁|哪)|[您你](?:本人|自己)?还是|还是[他她佢您你]|[他她佢](?:自己)?接/
const notMyself = /(?:不要|不用|别|莫)(?:写|留|打|找|联系|登记|记)我/
const takesNumber = /^[一-龥]{2}(?:[她他您]?的?(?:联系)?(?:电话|手机|号码|座机)|[零一幺二三四五六七八九]{3})/
const third = new RegExp(
  `[他她佢](?:的?名字)?(?:叫|交|姓|是|教)|我(?:的|家)?${relatives}(?:的?名字)?(?:叫|姓)`,
  'g',
)

const tookBack =
  /(?<!不要|不用|别|莫|甭)(打|留|写|联系|找|记)我(的|名字|自己|本人|这[个部台边]|来电)(?!.{0,2}(老|儿|女|妈|爸|同|朋))|还是(打|写|联系|找)我(?=吧|就|我|$)|(?<!不要|不用|别|莫|甭)(?:(?:打|写|联系|找)我(?=就[行好可])|(?:写|联系)我(?=联系|$|吧|啊|啦))/g

/** Where the caller is the contact after all: 还是打我的, 写我就行; -1 where the words do not say so. */
export const tookBackAt = (text: string): number => [...text.matchAll(tookBack)].at(-1)?.index ?? -1

/** The contact on whom both settled last; `callers` are the names that the caller goes by. */
export function agreedContact(
  hearing: Hearing,
  callers: readonly NameStatement[],
): AgreedContact | undefined {
  for (const line of hearing.lines.toReversed()) {
    const found = line.speaker === 'seat' ? fromSeat(hearing, line, callers) : fromCaller(hearing, line)
    if (found !== undefined) return found
    if (line.speaker === 'citizen' && tookBackAt(line.text) >= 0) return undefined
  }
  return undefined
}

function fromSeat(
  hearing: Hearing,
  line: Line,
  callers: readonly NameStatement[],
): AgreedContact | undefined {
  const echoed = echoedThird(hearing, line)
  if (echoed !== undefined) return echoed
  if (nextCitizenLine(hearing, line)?.reply === 'no') return undefined
  for (const match of line.text.matchAll(takenDown)) {
    const statement = readName(line, match.index + match[0].length, 'named')
    if (
      statement === undefined ||
      callers.some((own) => own.line.index < line.index && soundAlike(own.surname, statement.surname))
    )
      continue
    return { statement, line, about: line.text }
  }
  return undefined
}

/** 蒙志远先生一三五六…: somebody whom the caller named as 他叫, and whose number the seat goes on to take. */
function echoedThird(hearing: Hearing, line: Line): AgreedContact | undefined {
  const form = formsOfAddress(hearing).find(({ turn, given }) => turn === line.index && given !== undefined)
  if (form === undefined || !takesNumber.test(line.text.slice(form.titleAt))) return undefined
  const named = thirdNamed(hearing)
  return named?.statement.given !== undefined && soundAlike(named.statement.given, form.given ?? '')
    ? named
    : undefined
}

function fromCaller(hearing: Hearing, line: Line): AgreedContact | undefined {
  const picked = pickedOfTwo(hearing, line)
  if (picked !== undefined) return picked
  const question = previousSeatLine(hearing, line)?.text ?? ''
  const isAsked = asksWhom.test(question)
  const at = pointed.exec(line.text)?.index ?? (isAsked ? line.text.search(pointedAlone) : -1)
  if (at < 0 || tookBackAt(line.text) >= 0 || /[他她佢]的?还是/.test(line.text)) return undefined
  return isAsked || notMyself.test(line.text) || isToBeCalled(hearing, line) ? thirdNamed(hearing) : undefined
}

/** 她姓游你就打给她 and 他的一三五…, where the number is told. */
function isToBeCalled(hearing: Hearing, line: Line): boolean {
  const asked = hearing.lines
    .slice(Math.max(0, line.index - dictation), line.index)
    .some(({ speaker, text }) => speaker === 'seat' && numberAsked(text) === 'phone')
  return asked && called.test(line.text)
}

/** 小褚, to 登记您还是小褚: the other one of the two. */
function pickedOfTwo(hearing: Hearing, line: Line): AgreedContact | undefined {
  const question = previousSeatLine(hearing, line)?.text ?? ''
  const other = /[您你](?:本人|自己)?还是[您你]?(?:的)?([老小阿]?[一-龥]{1,3}?)(?:的|呢|啊)?$/.exec(
    question,
  )?.[1]
  const start =
    other === undefined
      ? -1
      : line.text.search(new RegExp(`(?<=^(?:就|那|[写留填记]|登记|联系|打|的)*)${other}`))
  if (other === undefined || start < 0) return undefined
  const statement = readName(line, /^[老小阿]./.test(other) ? start + 1 : start, 'surnamed')
  return statement === undefined ? undefined : { statement, line, about: question }
}

/** The name of somebody else that the caller told last, asked for it or by 他叫. */
export function thirdNamed(hearing: Hearing): AgreedContact | undefined {
  for (const line of hearing.lines.toReversed()) {
    if (line.speaker !== 'citizen') continue
    const question = previousSeatLine(hearing, line)?.text ?? ''
    const told = [...line.text.matchAll(third)]
    const asked = asksForAnother(question) && told.length === 0 ? opening.exec(line.text) : null
    for (const { index, 0: words } of asked === null ? told : [asked]) {
      const statement = readName(line, index + words.length, words.endsWith('姓') ? 'surnamed' : 'named')
      if (statement !== undefined) return { statement, line, about: question + line.text }
    }
  }
  return undefined
}
