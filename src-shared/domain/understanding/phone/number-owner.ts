import type { Hearing, Line } from '../hearing/hearing.ts'
import { otherContact } from '../person/other-contact.ts'
import { relatives } from '../person/relations.ts'
import type { DigitRun } from './phone-digits.ts'
import { numberAsked } from './phone-words.ts'

/** Kin and people close to the caller: theirs is the number only where they are to be called. */
const close =
  '女儿|儿子|(?:隔壁|对门|邻居|楼[上下])[^我，]{0,3}(?=[的地])|[老小阿][一-龥](?=[的地])|老公|老婆|丈夫|妻子|爱人|(?<=[我您你她]|[我您你她]的)(?:先生|太太)|爸爸?|妈妈?|父亲|母亲|朋友|同事|邻居|哥哥?|弟弟?|(?<!小)姐姐?|妹妹?|堂[哥弟姐妹]|表[哥弟姐妹]|徒弟|他们?|她们?|人家|别人|家属'
/** Somebody who is no kin of the caller: theirs is never the number, unless it is 我们经理. */
const stranger =
  '包工头|物业|管理处|经理|老板娘?|店长|店员|店里|店家|商家|卖家|房东|业主|车主|住户|租客|租户|中介|司机|师傅|工头|客服|主管|班主任|老师|教练|护士长?|保安|门卫|管家|前台|值班室?|工地|骗子|对方|供应商|推销的?|校长|园长|医生|维修工|业务员|销售|顾问|托管|机构|院里|车队|车行|学校|医院|居委会?|村委会?|社区|[环城住劳信工公税卫教交水供电住].{0,3}局|街道办?|派出所|[中大]队|热线'
/** What stands between an owner and the digits: 房东的有, 他们工地的值班电话是, 他个电话. */
const link =
  '[的地嘅个]*(?:值班|联系|微信|那个|这个)?(?:电话|手机号?|号码?|联系方式|座机|总机|名片)?(?:上|里)?的?(?:号码)?(?:我?也?有|那边|本人|留的|写的|给的|登记的|就|好像|应该|呢|是|叫|在这|说|报)*$'
const ofClose = new RegExp(`(?:${close})[的地嘅个]?(?:电话|手机|号码|联系方式)?(?:我?也?有|是|呢)*$`)
/** 她叫倪小芬号一三五…. */
const ofNamed = /[他她](?:名字)?(?:叫|姓)[一-龥]{1,4}的?(?:号码?|电话|手机|联系方式)(?:是|就是)?$/
const ofStranger = new RegExp(`(?<!我们?[是在]?|咱们|公司)(?:${stranger})${link}`)
/** 包工头个电话算不算证据我念你听: their telephone, and its digits some words later. */
const ofStrangerEarlier = new RegExp(
  `(?<!我们?[是在]?|咱们|公司)(?:${stranger}|他们?|她们?)[的地嘅个]?(?:联系)?(?:电话|手机|号码).{0,12}$`,
)
/** 你打店里的: theirs, and yet the one to call. */
const toBeCalled = /(你们?|您|就|请|(?<![还也])可以|麻烦)(直接)?(打|留|记|用|联系|找)[^，]{0,6}$/
/** 你们还可以打物业经理的: to be asked, and not in the caller's place. */
const besides = /[还也](?:可以|能)(?:打|问|联系|找)/
const ownCue =
  /(?:打|留|记|写|用|联系)(?:给|回)?我|我(?:的|自己|本人|这边)(?!.{0,4}(?:老公|老婆|先生|太太))|本人/
/** Written on a paper, a car or a wall: 纸上写的是, 车身上印住. */
const written =
  /(?:上面?|里|门口|[墙纸单牌条])(?:(?:印|喷|贴|写|登|留)[住着了的有是]*(?:[一-龥]{0,4}(?:电话|手机|号码?)是?)?|有个?(?:电话|手机|号码?)(?:是|叫)?)$/

/** 那个是物业的, 物业给的: said of the digits just before. */
const thatIsTheirs = new RegExp(
  `^(?:号码?|电话|啊|哦)*(?:(?:(?:那|这|刚才那)个?(?:号码?|电话)?)?就?是(?!我|咱)[一-龥]{0,2}(?:${stranger}|${close}|公司|单位|平台|中心|骑手|[客房租]客|客户|顾客|[买卖]家|[一-龥](?:员|工|师傅))的(?!名|.{0,3}(?:有人|能接|可以|打得通|方便|也行))|(?:${stranger})(?:那边)?给(?:我|我们)?的)`,
)
const slip = '看错|不对|不是|错了|搞错|拿错|弄错|说错|报错|念错|等等|等一?下|诶|哎'
/** 看错行了那是我堂弟的, 不对这个是我的: whose the digits are that were told by mistake. */
const tookAnothers = new RegExp(
  `(?:${slip}).{0,6}(?:那|这)个?(?:号码?|电话)?(?:是(?:我|他|她|你)?(?:们)?的?[一-龥]{0,4}|是?我?${relatives})的`,
)
/** 那个是旧号, 换号了, 那个停机了: the number told before is no longer in use. */
const outdated =
  /(?<!来电|打来|打来的)(?:那|这|刚才那|上面那|前面那|原来那|之前那)个?(?:号码?|电话|座机)?(?:就|已经|早就)?(?:是)?(?:我|他|她)?的?(?:(?:以前|之前|原来|旧|老)(?:的|号|卡|电话|手机|$)|停机|停用|停了|中断|作废|(?<=座机|电话|个)拆了|注销|空号|换掉|不用了|没用了|打不通|打不到)(?!.{0,6}(?:前面|尾|后[一-九]位))/
/** 前面不变, 尾四位改成: the number stays but for a part of it. */
const partlyKept =
  /前面(?:的|都)?(?:不变|一样|照旧|相同)|(?:尾|最?后)(?:面|[一-九])?(?:位|数|号)?(?:改|换|变)/
/** 别打他, 那个别记, 不要留那个: the digits just before are not to be used. */
const leftAside = new RegExp(
  [
    '^.{0,12}?(?:你|您)?(?:别|不要|莫|甭|唔好|不准|不用)(?:再)?(?:打|记|留|写|用|联系|登记)(?:他|她|它|那[个部边]|别人)',
    '^(?:不过|但是?)?(?:那个|他|她)?.{0,8}?(?:不是我的(?=$|我)|别打(?=打)|那[个部](?:就)?(?:别|不要|不用)(?:打|记|留|写|用)|打不通的?你|[他她](?:又|也|都|从来|一般|肯定)*(?:不(?:会|爱|肯)?接(?=$|[你打记留的])|听不见|听不到)|那个反了|那个错了)',
  ].join('|'),
)
/** 旧的一三八…, 原来的号码是: no longer the one to call, unless it is 打我旧的. */
const oldOne =
  /(?<![打留记写用联系][^，]{0,3}|还是|就是|[年月]的)(?:旧|老|以前|之前|原来|本来|过去)的?(?:那个)?(?:留的|登记的|用的)?(?:号码?|电话|手机|卡)?(?:用的)?(?:就|都)?是?$/
/** 有人用一三六…, 我打了一三六…: a number by which the caller was rung, or that was rung in vain. */
const metBefore =
  /(?:有人|有个|老有|总有|又有|对方|骗子)(?:一直|老是?|总是?|天天)?(?:[用拿是]|号码?|电话|手机)*$|我们?(?:一直|天天|已经|刚才|昨天)?[打拨][了过](?:[他她]|的|号码?|电话)*$/
/** 我不用了用现在打的, 我打过没人接: of the digits just before, that they are out of use, rung in vain or of the one complained of. */
const uselessAfter = new RegExp(
  [
    '^(?:这个|那个)?(?:已经|就|才)?是我?(?:自己)?的?(?:以前|之前|原来)?的?[老旧]号码?(?:了|(?=[他她新现]))',
    '^(?:这个|那个|它|但是?|我|都|已经|早就?|后来|现在)*(?:停用|停机|注销|作废|换掉|销号|弄丢|快?要换|要?停)了',
    '^(?:这个|那个|但是?|我|已经|早就?|后来|现在)*不用了(?=[用打留记写现换改])',
    '^(?![^记留写打]*(?:名|姓|址|别的|其他|另外)).{0,8}(?:不用|不要|别|莫|甭|不必)再?(?:记|留|写|登记)(?:了|啦|的)*$',
    '^(?:你|您)(?:就)?(?:别|不要|不用)再?打(?:了|啦)*$',
    '^(?:我|都|也|一直|天天|已经|刚才|昨天)*[打拨](?:过|了|去)(?!给?你).{0,6}?(?:没人|没有人|没接|不接|不通|占线|忙音|没反应)',
    '^(?:你们?|帮我|麻烦|快|赶紧|去)*(?:(?:催|查|抓|封|警告|骂|管|罚)(?:一下|查|管)?[他她它]们?|[叫让][他她]们?(?:停|别|不|赶紧|马上|赔|退|还|道歉|修|搬|拆))',
  ].join('|'),
)
/** 哦没错是我妈的: a doubt of the number is taken back. */
const reaffirmed =
  /没(?:看|说|念|弄|搞|记|报|拿)错|没错(?:的|啊|就|还|确实)*是我?[一-龥]{0,3}的|(?:还是|本来就|原来就)(?:是)?对的/

/** 不准打我厂座机, 别记店里的: refused before its digits are told. */
const refusedBefore =
  /(?:别|不要|不准|不许|不用|莫|甭|勿)(?:再)?(?:打|记|留|写|用|联系|登记)(?:给|到|去)?(?!错)(?:我|我们|他|她|的|那|这|个|部|旧|老|原来|之前|(?:(?!了|新|不|[打记留写用换])[一-龥]){1,3}的|[厂店家]里?|单位|公司|座机|电话|手机|号码?|工作)*$/

/** 老人的女儿的电话是…: a number beside the matter, unless that person is to be called. */
export function isAnothers(hearing: Hearing, run: DigitRun): boolean {
  const { before } = run
  if (written.test(before) && !ownCue.test(before)) return true
  if (ofStranger.test(before) && besides.test(before)) return true
  if (ofStranger.test(before) && !toBeCalled.test(before)) return otherContact(hearing) === undefined
  if (run.digits.length >= 7 && ofStrangerEarlier.test(before) && !ownCue.test(before))
    return otherContact(hearing) === undefined
  if (ofNamed.test(before)) return otherContact(hearing) === undefined
  return ofClose.test(before) && !/打|联系|找|留|记|用/.test(before) && otherContact(hearing) === undefined
}

const longestOwner = 8

/** 他叫周舟联系他: after the digits, that their owner is to be called. */
const calledAfter = /^.{0,12}(?<!别|不要|不用|没|莫|甭|不)(?:联系|打给?|找|留)(?:他|她)(?=$|就|吧|好|可以|行)/

/** True where the digits are another's, and yet the ones to call. */
export function isToBeCalled(line: Line, run: DigitRun): boolean {
  return calledAfter.test(line.text.slice(run.end))
}

/** 他的一五零八零, to 电话, and 我女儿一三五, to 联系您还是您女儿: another's number is the answer. */
export function isTheAnswer(hearing: Hearing, line: Line, { before, start }: DigitRun): boolean {
  const seat = hearing.lines[line.index - 1]
  if (seat?.speaker !== 'seat' || start !== before.length || before.length > longestOwner) return false
  // 孩子电话知道吗 asks for the one of whom the matter is.
  if (seat.text.includes('知道')) return false
  return numberAsked(seat.text) === 'phone' && ofClose.test(before) && !ofStranger.test(before)
}

/** True where the caller says of these digits that they are not to be used, or whose they are instead. */
export function isSetAside(line: Line, run: DigitRun): boolean {
  const after = line.text.slice(run.end)
  if (refusedBefore.test(run.before) || oldOne.test(run.before)) return true
  if (run.digits.length >= 7 && metBefore.test(run.before)) return true
  return (
    run.digits.length >= 7 && (thatIsTheirs.test(after) || leftAside.test(after) || uselessAfter.test(after))
  )
}

/** 那是老板的, 是他的嘛: in answer to a number that the seat read, whose it is. */
export const ownsAnother = (words: string): boolean =>
  thatIsTheirs.test(words.replace(/^(?:对|嗯|是的|没错)+/, ''))

/** True where the words take back the number told before them: it is old, or somebody else's. */
export function withdrawsNumber(words: string): boolean {
  return (outdated.test(words) || tookAnothers.test(words)) && !partlyKept.test(words) && !reaffirms(words)
}

/** 没看错, 没错是我妈的: the number that was doubted is right. */
export function reaffirms(words: string): boolean {
  return reaffirmed.test(words)
}
