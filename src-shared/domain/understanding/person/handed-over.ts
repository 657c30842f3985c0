import { calledBy } from './contact-titles.ts'
import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { numberAsked } from '../phone/phone-words.ts'
import { readName } from './name-statements.ts'
import { relatives } from './relations.ts'

/** 我们公司的, 后面那个车厢的我, 我儿子她: whose relation it is. */
const ours =
  '(?:(?:(?!我)[一-龥]){1,8}的(?=我))?(?:[我哇]|俺|我们|咱|咱们|我们?家|我们?公司|公司|我们?店|单位)?[的个]?(?:(?:孩子|小孩|娃儿?|崽|儿|女儿|宝宝|姑娘)?[他她](?=[妈爸])|[一-龥]{0,4}部门?|(?:[一-龥]{2}|[一-龥]{1,3}的)(?=主任|[站队组]长|群主))?的?'
const directed =
  '(?:(?<=[你您]们?(?:就|直接|可以)?)(?:跟|和|同|发给?|通知|告诉)|接(?:电话|听)?的(?:人)?(?:会|就)?(?=是)|联系人?|打给?|打比|打俾|打到|找|揾|写|填|留|登记|记|联络|用|[改换](?:成|为|打|做)?)'
const lead = '(?:就|请|可以|是|写|填|一下|个|的|电话|给|比|我的话|吧)*'
const handedOver = new RegExp(
  `${directed}${lead}${ours}${relatives}|联系人(?:就|可以)?(?:是|叫|写|填|留)(?!我)`,
)
/** 打我跟车的小邱, 打楼长老何, 打调度黄师傅: somebody by what everybody calls them, whatever they are to the caller. */
const byName = new RegExp(
  `(?<!不要|不用|别|莫|不)${directed}${lead}(?:我|我们|我家|[你您](?=[一-龥]{2}))?(?!我|他|她|你|您|这|那)[一-龥]{0,6}?(?=${calledBy}(?:$|[的吧就他她啦啊呢，]|叫|姓|电话|手机|号码|[一幺1][三四五六七八九3-9]))`,
)
/** 打我契妹一三五…: a relation of any name, and then the number or what they are called. */
const anyRelation =
  /(?:打给?|联系|找|留|写|记)(?:就|给)?(?:我们?|我家)的?(?!自己|本人|这|那|的|来电|现在|刚|旧|新|老的|老号|手机|电话|号|座机|固话|单位|公司|办公|家里|屋|微信|另|原|以前|之前|平时|个人|名|[一二三幺])([一-龥]{2,4}?)的?(?:电话|手机|号码?)?(?=[他她](?:叫|姓|的)|叫[^我他她做]|姓|[一幺][三四五六七八九][一二三四五六七八九零幺])/
/** 你联系莫小兰: by the full name. */
const byFullName =
  /(?:[你您]们?(?:就|直接|可以)?(?:联系|打给?|找)|联系人(?:就|是|写|填|留)*)(?!我|他|她|你|您)/g
/** 我女儿的给你好不好, to the question for a number. */
const given = new RegExp(
  `(?:我|我们)?(?:的|个|家)?${relatives}(?:的|那个|拿个)(?:电话|号码|手机)?(?:(?=给[你您]|行不行|行吗|好不好|可不可以|可以吗|可以吧)|(?<=^[^零一二三四五六七八九幺]{0,12})(?:号|是|吧)*(?=[一幺1][三四五六七八九3-9]))`,
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

/** Where the words hand over to somebody else, and the relation by which that person is named: 打我姐姐. */
export interface HandOver {
  readonly start: number
  readonly end: number
  readonly relation: string
}

/** The words of a citizen's line that name another contact than the caller. */
export function handOverIn(hearing: Hearing, line: Line): HandOver | undefined {
  const seat = previousSeatLine(hearing, line)?.text ?? ''
  const forNumber = numberAsked(seat) === 'phone'
  const settled = isSettled(hearing, line)
  const match =
    handedOver.exec(line.text) ??
    department.exec(line.text) ??
    (forNumber && !seat.includes('知道') ? given.exec(line.text) : null) ??
    (seat.includes('联系人') ? asContactOf.exec(line.text) : null) ??
    (settled ? (relationIn(line) ?? byName.exec(line.text)) : null) ??
    fullNameAfter(line)
  if (match === null) return undefined
  const [words, relation = ''] = match
  const before = line.text.slice(0, match.index)
  const isDirected =
    /你|您|请|就|吧|麻烦|可以|电话|联系人/.test(line.text) ||
    settled ||
    /联系(?:人|谁|哪)/.test(seat) ||
    match.index === 0
  if (!isDirected && !/他|她/.test(line.text)) return undefined
  // 我找我老公 tells a story, 我留我老公的 does not.
  const told = !/^[写留填登记]/.test(words) && narrated.test(before)
  const denied = notMine.test(line.text.slice(0, match.index + 1)) || happened.test(words)
  return (denied && !notMyself.test(before)) || told
    ? undefined
    : { start: match.index, end: match.index + words.length, relation }
}

/** The number was asked for, or the name: whom the caller names now is no part of the story. */
const isSettled = (hearing: Hearing, { index }: Line): boolean =>
  hearing.lines
    .slice(Math.max(0, index - settling), index)
    .some(
      ({ speaker, text }) => speaker === 'seat' && (numberAsked(text) === 'phone' || text.includes('联系')),
    )
const settling = 6

/** 联系我彭晓峰 names the caller. */
function relationIn(line: Line): RegExpExecArray | null {
  const match = anyRelation.exec(line.text)
  if (match === null) return null
  const at = line.text.indexOf(match[1] ?? '', match.index + 1)
  return readName(line, at, 'bare')?.given === undefined ? match : null
}

function fullNameAfter(line: Line): RegExpExecArray | null {
  for (const match of line.text.matchAll(byFullName)) {
    const read = readName(line, match.index + match[0].length, 'bare')
    if (read?.given !== undefined && read.evidence.confidence > 0.85) return match
  }
  return null
}
