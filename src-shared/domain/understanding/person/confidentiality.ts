import type { HeardValue } from '../../ticket-fields.ts'
import { assents, refuses } from '../hearing/assent.ts'
import { formsOfAddress } from './form-of-address.ts'
import { cite, type Hearing, heardValue, type Line, previousSeatLine, topicsOf } from '../hearing/hearing.ts'
import { asMeant, littleWords } from '../hearing/little-words.ts'
import { spellMatter } from '../hearing/matter-words.ts'
import { ownNames } from './own-names.ts'
import { numberAsked } from '../phone/phone-words.ts'

const forbid =
  '(?:(?<!要)不要|不用|别(?![的人家墅处样])|莫|甭|不能|不可以|不可|不许|不想|不希望|不愿意?|不敢|不准|唔好|唔想|不得|勿|不好(?=给|让|叫|被|跟|说(?:是|出)))'
const others =
  '(?:他|她|人家|别人|对方|老板|物业|公司|单位|学校|领导|房东|店|里头|里面|厂|村|邻居|街坊|商家|经理|老师|医院|那边|任何人)'
const notOthersAsked =
  '(?<!不用|不需要|无需|没必要|不必|不|要不要|需要|您的信息我们会|(?:他|她|朋友|人家|对方).{0,6})'
/** What must not be told, to whom: words that ask for secrecy by themselves. */
const confidentialAsked = new RegExp(
  [
    `${notOthersAsked}保.{0,2}密(?!.{0,3}(?:什么意思|是什么)|结果|却|又泄|协议|合同|条款|费|制度|工作|局|单位)`,
    `${forbid}[^，]{0,4}?(?:告诉|告知|跟|和|同|给|让|被|叫)(?!我|咱|小孩|孩子|老人|家里|你).{0,8}?(?:知道|晓得|发现|看到|看见|听到|(?:是|说|讲|提|反映|投诉|举报).{0,3}我|是谁|我(?:说|讲|反映|打|举报|投诉))`,
    `${forbid}[^，]{0,3}?(?:透露|泄露|泄漏|(?<!是|可以|能)公开|暴露|出卖|供出|捅出|漏).{0,8}?`,
    `${forbid}[^，]{0,3}?(?:说|讲|(?<!一)提|报|传|漏)(?:是|出去|出来|我|谁|到我|起我).{0,4}`,
    `${forbid}[^，]{0,3}?(?:把|将)我.{0,8}(?:说|讲|告诉|供|卖|给|透|报|漏|泄|写)`,
    `${forbid}.{0,3}告诉${others}`,
    `(?:名字|姓名|身份|信息|电话|号码|资料).{0,6}${forbid}.{0,3}(?:告诉|给|让|透露|泄露|公开|说出去|传|漏)`,
    `${forbid}.{0,4}(?:牵扯|扯上|连累|外传|外泄|提有人|说有人|露面)|保护.{0,6}(?:隐私|信息|身份)|(?:就说|当作?|装作).{0,8}(?:例行|抽查|没.{0,4}打过|你们自己)`,
    '(?:帮我|替我).{0,2}瞒|(?:对外|对他们|对方).{0,4}(?:别|不要)(?:说|提|讲)',
  ].join('|'),
)
/** What the caller fears: a reason for secrecy, unless it is given for leaving no name. */
const feared = new RegExp(
  [
    '得罪人',
    '(?:别|不要|不能|千万)[^，]{0,12}知道是(?:我|谁)',
    '(?<!不)(?:怕|担心|害怕|免得|省得|不然|要不|以免)[^，]{0,8}(?:报复|抱负|报负|穿小鞋|打击|针对我|找我(?:的)?(?:麻烦|算账)|为难|刁难|记恨|炒(?:我|掉)|开除我|得罪|脸色)',
    '会被?.{0,3}(?:报复|抱负|穿小鞋|针对|打击|刁难)',
    '(?:知道|晓得)了?.{0,4}(?:会|要|肯定|就)?(?:报复|抱负|炒|吵我|开除|针对|为难|刁难|打我|整我|穿小鞋|找我)',
    '(?:知道|晓得|看出|发现)了?是我[^，]{0,4}(?:会|要|肯定|就)(?!.{0,2}[吗嘛])',
    '(?:知道|晓得|看出|发现)(?:是|到是)(?:我|谁)(?:说|讲|举报|投诉|反映|打).{0,2}',
  ].join('|'),
)
const confidentialDeclined =
  /保密(就|这个|那个?|也|倒|的话|嘛)*(不用|不需要|无需|没必要|不必|免了|算了)|(不用|不需要|无需|不必|没必要|(?<!要)不)[保秘]密|保不保密|(?<!不)可以(公开|告诉)|(无所谓|随便).{0,6}(保密|知道)/
const anonymousAsked =
  /(?<!有人|谁|隔壁|邻居|人家|别人|对方|他|她|们|网上|不用|不需要|不是|无需|不必|没必要|要不要|需要|不)(?:匿名|[逆溺腻]名|匿明)|(?<!(?:他|她|人|对方|们).{0,2})(?:(不想|不要|不愿意?|不方便|不能|不好|不敢|不|别|唔想)(留|透露|说|讲|提供|报|写|登记|记)(我的|我|真实)?(姓名|名字|名|真名|姓什么|叫什么)|(?:不想|不愿意?|不方便|唔想)(?:说|讲)我?是谁)|(姓名|名字)(也|我|就|都|那|这个|还是)*(算了|免了|省了|不用了|不必了?)|(姓名|名字|名|姓什么|姓)(也|我|就|都|这个|还是|算了吧?)*(不|别|唔)(留|说|讲|写|记|填|问|方便|用|想|要|报|登记|提供|透露|愿)|(?<!先)(不|别)(要)?问(我)?(是|叫|姓)(谁|什么)|无名氏|热心(?:市民|群众|居民)|(?:写|叫|登记|填)(?:个|成|一个)?(?:市民|群众|路人|居民)(?=吧|就|好|$)|(姓名|名字|真名).{0,3}(能不能|可不可以|可以|能)不(写|留|登|说|填|报|记)|(能不能|可不可以|可以|能)不(写|留|登记|说|填|报|记)(我的?)?(姓名|名字|名|真名)/
const anonymousDeclined = /(不用|不需要|无需|不必|没必要|不)匿名|实名/
/** A refusal that comes after other words: 保密是什么 不用. */
const declinedInside = /不用(?!担心|说|问)|不需要|没必要|无所谓|不必/
const nameRefused =
  /^(啊|这个|那个|哎呀?|呃|就|我|还是|名字|姓名|也|都|诶|能不能|可不可以|可以|能)*(不要|别|不方便|不想|不愿意?|不留|不说|不讲|不报|不写|不便|算了|免了|唔方便|保密|(一个|做)?(路过|普通|热心)的?(市民|群众|居民|业主))/
const filedAnonymously =
  /(?<!可以|能|可不可以|需要|要不要|是否|能不能|想)匿名(登记|举报|反映|处理|投诉|受理|的)?(?!.{0,3}(吗|吧|呢|还是|可以))/
/** Somebody orders it, or threatens. */
const ordered =
  /(他|她|们|老板|公司|经理|领导|物业|主管|对方|房东|中介)(还|就|又|都|一直)*(叫|让|要求|要|不准|警告|威胁|吩咐)(我|我们|大家|工人|员工|人)?$/
/** 姓名需要登记吗: whether to leave a name at all. */
const nameOffered =
  /(需要|愿意|方便|可以|能|要不要|要|想)[^姓名]{0,4}(留|登记|透露|提供|记|写|说)[^姓名]{0,4}(姓名|名字).{0,2}[吗嘛呢不]|(姓名|名字).{0,3}(需要|要|方便|可以|能|愿意).{0,3}(留|登记|写|记|透露|提供).{0,3}[吗嘛不]|(姓名|名字)(您)?(留|登记)(不留|不登记|吗)|留不留(姓名|名字)/
const filedNameless =
  /不(会|用|再)?(登记|写|留|记|填|记录)(您的?)?(姓名|名字)|(姓名|名字)(我)?(就)?不(登记|写|留|记|填)/
const filedConfidentially = /保密(?!吗|吧|呢|还是|可以|.{0,2}(吗|吧))/

const plainlyNeedless = /^(?:不用|不需要|不必|没必要|无所谓)(?:了|啊|的|保密)*(?=我|他|她|反正|都|$)/

/** 保密: the other party must not learn who called. Declined, or taken back, it is not asked for: the field stays empty. */
export function hearConfidential(hearing: Hearing): HeardValue<boolean> | undefined {
  const wished = lastWish(hearing, (line, text) => {
    const answer = answerTo(hearing, line, 'confidential')
    // 不用我跟他吵过了他知道: what follows a plain no gives its reason.
    if (answer?.value === false && plainlyNeedless.test(text)) return answer
    const declined = confidentialDeclined.exec(text)
    const afraid = anonymousWish(text) === undefined ? feared.exec(text) : null
    const match = declined ?? asksSecrecy(text) ?? afraid
    if (match !== null) return spoken(hearing, line, declined === null, match, 'confidential')
    return answer ?? promised(hearing, line)
  })
  return wished?.value === true ? wished : undefined
}

/** 写个姓就行, 全名不要了: less than a name, and no secret. */
const surnameOnly = /(?:写|留|记|登记|说)个?姓(?:就|吧|可以|行)|全名/

/** 匿名: no name is left, though a telephone number may be. */
export function hearAnonymous(hearing: Hearing): HeardValue<boolean> | undefined {
  const wished = lastWish(hearing, (line, text) => {
    const declined = anonymousDeclined.exec(text)
    const match = declined ?? (surnameOnly.test(text) ? undefined : anonymousWish(text))
    if (match !== undefined) return spoken(hearing, line, declined === null, match, 'anonymous')
    return answerTo(hearing, line, 'anonymous') ?? namelessTicket(hearing, line, text)
  })
  return wished?.value === true && namesSelfAfter(hearing, wished) ? undefined : wished
}

/** 算了我叫庾亮: who wanted to leave no name has left it after all. */
const namesSelfAfter = (hearing: Hearing, { evidence }: HeardValue<boolean>): boolean =>
  ownNames(asMeant(hearing), []).some(
    ({ given, line }) =>
      given !== undefined &&
      /我叫|叫我|名字是/.test(line.text) &&
      evidence.every(({ turn }) => turn < line.index),
  )

/** Words that ask for secrecy, unless somebody else's order is told by them: 老板叫我们不要告诉别人. */
function asksSecrecy(text: string): RegExpExecArray | null {
  const match = confidentialAsked.exec(text)
  return match !== null && ordered.test(text.slice(0, match.index)) ? null : match
}

function anonymousWish(text: string): RegExpExecArray | undefined {
  return anonymousDeclined.test(text) ? undefined : (anonymousAsked.exec(text) ?? undefined)
}

function lastWish(
  hearing: Hearing,
  heardIn: (line: Line, text: string) => HeardValue<boolean> | undefined,
): HeardValue<boolean> | undefined {
  return hearing.lines.reduce<HeardValue<boolean> | undefined>((wished, line) => {
    if (line.speaker !== 'citizen') return wished
    const text = littleWords(spellMatter(line.text))
    const heard = heardIn(line, text)
    // A mere answer never undoes what the caller said in full.
    return heard === undefined || (wished !== undefined && heard.confidence < wished.confidence)
      ? wished
      : heard
  }, undefined)
}

/** A wish counts unasked; 不用保密 is an answer, or takes a wish back: 我实名反映的 by itself ticks nothing. */
function spoken(
  hearing: Hearing,
  line: Line,
  value: boolean,
  match: RegExpExecArray,
  topic: 'confidential' | 'anonymous',
): HeardValue<boolean> | undefined {
  return value || line.asked.size === 0 || isRaised(hearing, line, topic)
    ? wish(line, value, match)
    : undefined
}

/** Secrecy, or the leaving of a name, was spoken of before. */
function isRaised(hearing: Hearing, line: Line, topic: 'confidential' | 'anonymous'): boolean {
  const subject = topic === 'confidential' ? /[保加秘].?密|知道|透露|公开|告[诉知]/ : /匿名|实名|姓名|名字/
  return hearing.lines.slice(0, line.index).some(({ text }) => subject.test(littleWords(spellMatter(text))))
}

function wish(line: Line, value: boolean, match: RegExpExecArray): HeardValue<boolean> {
  return heardValue(value, [cite(line, match.index, match.index + match[0].length, 0.93)])
}

/** Questions to which yes means secret, and those to which yes means that the other party may know. */
const secrecyOffered =
  /[保加].{0,2}密|隐[去匿瞒]|介意|不(?:知道|晓得)是[您你]|(不希望|不想|不愿意?|不方便|不要)(?:让|被|给)?.{0,8}(知道|公开|透露|看到)/
const disclosureOffered =
  /公开|透露|告[诉知](对方|他|她|被|物业|单位|公司|商家)|(信息|身份|姓名|名字|电话|资料|情况).{0,8}(告[诉知]|提供给|转给|发给|给到?(对方|他|物业))|让.{0,6}知道|说出?是您/
const questioned =
  /[吗吧嘛呢么]$|要不要|是否|需不需要|需要|能不能|可不可以|对不对|还是|介意|密$|^您(?:是)?(?:希望|想|要)/
/** How near the end of a line with several questions the one must stand that is answered. */
const lastWords = 16

/** Yes or no to 需要保密吗. */
function answerTo(
  hearing: Hearing,
  line: Line,
  topic: 'confidential' | 'anonymous',
): HeardValue<boolean> | undefined {
  const seat = previousSeatLine(hearing, line)
  if (seat === undefined || seat.index < line.index - 2) return undefined
  const question = littleWords(spellMatter(seat.text))
  // 匿名处理, 留个电话吗: the answer is to the latter.
  if (topic === 'anonymous' && filedAnonymously.test(question) && numberAsked(question) === 'phone')
    return undefined
  const offered = topic === 'anonymous' ? /匿名/ : secrecyOffered
  const needless = topic === 'confidential' && /(?<![要需用])不(?:用|需要|必|要)[^，]{0,3}保密/.test(question)
  const disclosed = topic === 'confidential' && !offered.test(question) && disclosureOffered.test(question)
  const asked = disclosed ? disclosureOffered : offered
  const isLast = asked.test(question.slice(-lastWords)) || line.asked.size === 1
  if (!questioned.test(question) || !asked.test(question) || !isLast) return undefined
  const other = topic === 'anonymous' ? /保.{0,2}密/ : /匿名/
  const minds = /^(有点|挺|很|比较|还是|当然|肯定)*介意/.test(line.text)
  // 药的 is 要的.
  const agrees = assents({ ...line, text: littleWords(line.text) }) || /^(隐|保密|匿名)/.test(line.text)
  const declines = refuses(line) || declinedInside.test(line.text)
  if (!(agrees || minds || declines) || other.test(line.text)) return undefined
  return heardValue(((agrees || minds) && !declines) !== (disclosed || needless), [
    cite(line, 0, line.text.length, 0.9),
  ])
}

/** The seat promises 保密 in answer to a caller who fears to be known. */
function promised(hearing: Hearing, line: Line): HeardValue<boolean> | undefined {
  const answer = hearing.lines[line.index + 1]
  if (answer?.speaker !== 'seat' || !filedConfidentially.test(spellMatter(answer.text))) return undefined
  if (!/怕|担心|不要|别|不能|不可以|不准|不想|不敢|得罪/.test(line.text)) return undefined
  return heardValue(true, [cite(line, 0, line.text.length, 0.85)])
}

/** The seat goes on to ask for the number, and nobody is called by a name afterwards. */
function staysUnnamed(hearing: Hearing, line: Line): boolean {
  const next = hearing.lines[line.index + 1]
  return (
    next?.speaker === 'seat' &&
    numberAsked(next.text) === 'phone' &&
    !topicsOf(next.text).has('name') &&
    isUnnamed(hearing)
  )
}

const isUnnamed = (hearing: Hearing): boolean =>
  !formsOfAddress(hearing).some((form) => form.surname !== undefined) &&
  ownNames(asMeant(hearing), []).length === 0

function filesNameless(text: string): boolean {
  return filedAnonymously.test(text) || (filedNameless.test(text) && !/[吗吧]$|还是/.test(text))
}

/** The name is refused and the seat files without one, or the telephone is refused as well. */
function namelessTicket(hearing: Hearing, line: Line, text: string): HeardValue<boolean> | undefined {
  const previous = previousSeatLine(hearing, line)
  if (previous !== undefined && nameOffered.test(previous.text) && (refuses(line) || nameRefused.test(text)))
    return heardValue(true, [cite(line, 0, line.text.length, 0.88)])
  const named = line.asked.size === 1 || /(贵姓|称呼|姓名|名字).{0,2}$/.test(previous?.text ?? '')
  if (line.asked.has('name') && named && nameRefused.test(text)) {
    const later = hearing.lines.slice(line.index + 1)
    const refusedAll = later.some(
      (other) =>
        (other.speaker === 'seat' && filesNameless(spellMatter(other.text))) ||
        (other.asked.has('phone') && /^.{0,6}(不(方便|留|用|想|要|给|说)|算了)/.test(other.text)),
    )
    return refusedAll || staysUnnamed(hearing, line)
      ? heardValue(true, [cite(line, 0, line.text.length, 0.88)])
      : undefined
  }
  const next = hearing.lines[line.index + 1]
  if (
    line.asked.has('name') &&
    next?.speaker === 'seat' &&
    filesNameless(spellMatter(next.text)) &&
    isUnnamed(hearing)
  )
    return heardValue(true, [cite(line, 0, line.text.length, 0.85)])
  if (previous?.index !== line.index - 1 || line.reply === 'no') return undefined
  const filed = filedAnonymously.exec(spellMatter(previous.text))
  return filed === null
    ? undefined
    : heardValue(true, [cite(previous, filed.index, filed.index + filed[0].length, 0.88)])
}
