import { memoryPer } from '../../../base/remember.ts'
import { folded } from '../hearing/citizen-said.ts'
import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { tradeSource } from './party-trades.ts'
import { blameSource, fillerSource, kindSource } from './subject-role.ts'
import { isCommonSurname } from '../person/surnames.ts'

/** A name told as such, in an answer or after words like 招牌写的是. */
export interface ToldName {
  readonly start: number
  readonly end: number
  /** True where the line is nothing but the name. */
  readonly bare: boolean
  /** The name where it is not just these words: 粤丰冻品冷库 for 粤丰冻品的冷库. */
  readonly name?: string
}

const asksWho = new RegExp(
  `(?:投诉|举报|表扬|感谢|反映)的?(?:对象)?是?(?:谁|哪)|(?:投诉|举报|反映)(?:的)?(?:对象|单位|商家)是?$|哪一?(家|间|个(${kindSource}|${tradeSource}|厂|部门|单位|机构|门店|项目))|什么(${kindSource}|${tradeSource}|厂|招牌|牌子|单位|部门|机构)`,
)
const asksName =
  /叫什么|什么名|有(?:没有)?名字|名字(?:吗|呢|知道)|[厂店]名|(?:中介|机构|平台|健身房|驾校|公寓|医院|学校|幼儿园|培训班|品牌|工地|楼盘|项目)(?:的?名字?|叫)(?:呢|$)|公司名|店名|名称|全称|招牌|(?:公司|[那这]?家?店|物业|单位|机构|商家|平台)(?:是|呢)$/
/** Whether a question is for a place; who lives in 云溪御府 complains of somebody there. */
export const asksWhere =
  /哪里|哪儿|地址|位置|什么路|哪条|[栋座幢]楼|大[楼厦]叫|小区叫|哪个(?:[区镇街村]|小区|社区|楼盘|广场|大厦|站|花园)/
const asksOffice = /部门|单位|哪个局|窗口/
const asksOther =
  /您(的)?(姓|名字|贵姓|叫)|(房东|老板|经理|教练|老师|医生|邻居|同事|朋友|负责人|当事人|对方)的?(叫|姓|名)|称呼|联系人|姓名|(孩子|小孩|老人|老人家|师傅|司机|男的|女的|人|小区|路|街|村|桥|站|楼盘|[栋座幢]楼|大[楼厦]|他|她)(家)?的?(叫|姓|名)/
const unknown = /不知道|不清楚|不记得|忘了|不晓得|没(注意|看清|写|留意|有名)|没有(?!门?牌|执照|证)/
const tail =
  '(?=天天|每天|本来|原来|一直|经常|专门|牌子|招牌|[昨今前]天|去年|半夜|延[期迟]|逾期|拖[着欠]|倒闭|涉嫌|虚假|态度|服务(?:差|不|态)|你们|您(?!好)|不对|不是|地老板|里头|里面|后面|吃[出到坏]|买到|骗|欠|不[肯给退]|关门|跑路|就在|在(?!线)|[我他它她](?!家)|的(?!士)|那[个家间里边]|这[个家间里边]|吧|啊|呢|哦|好像|他们|老板|不过|旁边|就|没|[送卖开做搞]的|(?<spelt>\\p{Script=Han})(?:就?是)?\\p{Script=Han}{1,4}的\\k<spelt>|\\p{Script=Han}{0,2}(?<echoed>\\p{Script=Han})的\\k<echoed>|$)'
const lead =
  '(?:嗯|啊|哦|喂|那个|这个|好像|应该|说|他们|它|我记得|名字|店名|公司名?|招牌|全称|全名|上面?|盒子|门口|[门墙]上|外面|挂|贴|一[个块条]|横幅|牌[子匾]|写[的地得着]?|就|是)*'
const answerPattern = new RegExp(
  `^${lead}(?:叫做?|名叫|写的?着?是?|名字是|就是|是)(?:个|什么|一家|一个|那个|那家|那间)*(?<name>[\\p{Script=Han}A-Za-z\\d]{2,18}?)${tail}`,
  'u',
)
const barePattern = new RegExp(`^${lead}(?<name>[\\p{Script=Han}A-Za-z]{2,18}?)(?:吧|啊|呢|的)*$`, 'u')
/** 锦绣阁就在路口那里, to 店名呢. */
const firstPattern = new RegExp(`^${lead}(?<name>[\\p{Script=Han}A-Za-z]{3,10}?)${tail}`, 'u')
/** 卖茶叶的叫百福. */
const sellerPattern = new RegExp(
  `(?:的|家|店)叫(?:做)?(?<name>[\\p{Script=Han}A-Za-z\\d]{2,12}?)${tail}`,
  'u',
)
const writtenPattern = new RegExp(
  `(?:(?:招牌|车门?身?|衣服|工牌|盒子|门头|包装|单子|发票|合同|收据|牌[子匾]|横幅)上?面?(?:(?:写|印|盖|挂)的?着?是?|叫)|(?:${kindSource})(?:的?名字)?(?:叫做?|名叫))(?<name>[\\p{Script=Han}A-Za-z\\d]{2,18}?)${tail}`,
  'u',
)
const describedPattern = new RegExp(
  `(?:${blameSource})${fillerSource}(?<name>[\\p{Script=Han}A-Za-z]{2,10}?)(?:那个|那家|这家|这个|那间)(?:.{0,2})(?:${kindSource})`,
  'u',
)
/** 粤丰冻品得冷库: the kind apart from its name. */
const apartPattern = new RegExp(
  `^${lead}(?<name>[\\p{Script=Han}A-Za-z]{2,8})[的得地](?<kind>${kindSource})`,
  'u',
)
/** 投诉一个工地叫宏基华府. */
const sitePattern = new RegExp(
  `(?<kind>工地|施工队)(?:的?名字)?(?:叫做?|名叫)(?<name>[\\p{Script=Han}A-Za-z\\d]{2,10}?)${tail}`,
  'u',
)
/** 我孙女说叫富雅物业雅致的雅, to a question for the name. */
const saidPattern = new RegExp(`.(?:叫做?|名叫)(?<name>[\\p{Script=Han}A-Za-z]{3,10}?)${tail}`, 'u')
/** 里面叫阿辉牙科, 是我们村里叫粤坤混凝土搅拌站的: by its end it is a party's name, whatever was asked. */
const businessPattern = new RegExp(
  `(?:叫做?|名叫)(?:个|什么)?(?<name>\\p{Script=Han}{1,8}?(?:${kindSource}|${tradeSource}))${tail}`,
  'u',
)
const calledPattern = /叫(?:什么|做什么|啥)(?:来着)?(?<name>[\p{Script=Han}A-Za-z]{3,10})$/u
/** A full name with its city, wherever it stands: 我们老板那个公司广州立信鞋业有限公司. */
const legalPattern =
  /(?<=^|叫|是|公司|的|在)(?<name>(?:广州|广东|深圳|佛山|东莞|中山|珠海)省?市?\p{Script=Han}{2,12}?有限(?:责任)?公司)/u
/** 海珠通达出租车有限公司粤A…: what follows a firm's full name does not matter. */
const firmPattern = new RegExp(`^${lead}(?<name>\\p{Script=Han}{4,16}?有限(?:责任)?公司)`, 'u')
/** 四十六号门口那个叫阿福生蚝的, 外面一家叫惠丰餐饮配送公司送的. */
const introducedPattern = new RegExp(
  `(?:一[个家间]|[那这有]家)叫(?:做)?(?<shop>[\\p{Script=Han}A-Za-z\\d]{2,8}?)的(?:${kindSource}|网店|店|铺|档)|(?:[那这一有](?:个|家|间|档)|(?:店|公司|厂|档口?|机构|酒吧|餐厅|商家))(?:名字)?叫(?:做|什么)?(?<name>[\\p{Script=Han}A-Za-z\\d]{4,12}?)${tail}`,
  'u',
)
const amount = /今天|昨天|前天|现在|[上下]午|晚上|[零一二两三四五六七八九十百千万\d]{2}|[块元万]/
const notName =
  /什么|自己|或者|还是|[喂了吗呢吧啊我你他她您们这那哪什么很没请被把姓叫个]|的(?!士)|^[零一二三四五六七八九十\d]+$|(?:[路街区镇县村巷号]|小区|花园|大厦|大楼|广场|楼上|楼下|旁边|附近|东西|时候|那里|那边|门口|站|[东南西北]|店里|里面)$|.{2}(?:区|县|镇|街道|大道|[路街])./

const asksKind = new RegExp(`哪一?(?:家|个|间|所)(?<kind>${kindSource})`)
/** The kind of party in the seat's question: 回收站 in 是哪一家回收站. */
export function kindAsked(hearing: Hearing, line: Line): string | undefined {
  return asksKind.exec(previousSeatLine(hearing, line)?.text ?? '')?.groups?.['kind']
}

/** What the seat has just asked about the party: its name in so many words, which one it is, or nothing. */
export type Question = 'name' | 'which' | 'office' | 'none'

export function askedWho(hearing: Hearing, line: Line): Question {
  const question = line.speaker === 'citizen' ? previousSeatLine(hearing, line)?.text : undefined
  if (question !== undefined && !asksOther.test(question)) {
    if (asksOffice.test(question) && asksWho.test(question)) return 'office'
    if (asksName.test(question)) return 'name'
    if (asksWho.test(question)) return 'which'
  }
  return line.asked.has('subject') ? 'which' : 'none'
}

const asksCaller = /您.{0,3}(?:姓|叫|名|称呼)|贵姓|全名|怎么称呼|联系人/
const asksPerson =
  /(?:房东|房主|业主|老板|承包人|包工头|工头|班组长|负责人|经理|教练|老师|医生|师傅|司机|主播|对方|当事人)的?(?:是)?(?:叫|姓|名)/

/** Whose name a question asks for: 房东叫什么 that of a person on the other side, 您贵姓 the caller's own. */
export const personAsked = (question: string): 'caller' | 'other' | undefined =>
  asksPerson.test(question) ? 'other' : asksCaller.test(question) ? 'caller' : undefined

const knownNames = memoryPer<readonly ToldName[]>()

/** The names that a line tells as a name; their kind need not be known (鸿福楼, 康源堂生物科技). */
export const toldNames = (line: Line, question: Question): readonly ToldName[] =>
  knownNames(line, question, () => readNames(line, question))

function readNames(line: Line, question: Question): readonly ToldName[] {
  if (unknown.test(line.text)) return []
  const apart =
    joined(question === 'none' ? null : apartPattern.exec(line.text)) ?? joined(sitePattern.exec(line.text))
  if (apart !== undefined) return [apart]
  const patterns = [
    ...(question === 'none' && !/叫.{2}/.test(line.text) ? [] : [legalPattern]),
    ...(question === 'none' ? [] : [firmPattern, answerPattern, sellerPattern]),
    ...(question === 'none' || question === 'office' ? [] : [saidPattern, barePattern]),
    ...(question === 'name' ? [firstPattern] : []),
    ...[writtenPattern, introducedPattern, describedPattern, calledPattern, businessPattern],
  ]
  for (const pattern of patterns) {
    const match = pattern.exec(line.text)
    const words = match?.groups?.['name'] ?? match?.groups?.['shop']
    const name = words === undefined ? undefined : saidOnce(words)
    if (match === null || name === undefined || !isName(name)) continue
    if (pattern === writtenPattern && !businessCalled.test(match[0]) && isPerson(name)) continue
    const start = match.index + match[0].lastIndexOf(name)
    // A name does not cross a pause.
    if ([...line.breaks].some((at) => at > start && at < start + name.length)) continue
    return [{ start, end: start + name.length, bare: pattern === barePattern && question === 'which' }]
  }
  return []
}

/** 足疗店叫康足堂 names no person. */
const businessCalled = new RegExp(`^(?:${kindSource})(?:的?名字)?(?:叫|名叫)`)
/** 牌子上写着陈思敏 names a person. */
const isPerson = (name: string): boolean =>
  name.length <= 3 && !new RegExp(`(?:${kindSource})$`).test(name) && isCommonSurname(name.slice(0, 1))

/** 来着玺悦府玺悦府物业, 捷畅捷唱停车, 土石方宏达土石方: said twice, the second time in full. */
export function saidOnce(name: string): string {
  const told = name.replace(/^(?:来着|写(?![真字意生]))/, '').replace(/^(.{2,4})(?=.+\1$)/, '')
  const sounds = folded(told).split(' ')
  for (let length = Math.floor(sounds.length / 2); length >= 2; length--)
    if (
      sounds.length === told.length &&
      sounds.slice(0, length).every((sound, at) => sounds[at + length] === sound)
    )
      return told.slice(length)
  return told
}

const endsInTrade = new RegExp(`(?<=.{2})(?:${tradeSource})$`)
/** What stands before a trade is judged: 搅拌站 ends as the names of stops do. */
const isName = (name: string): boolean => !notName.test(name.replace(endsInTrade, '')) && !amount.test(name)

/** The name with its kind behind it, whichever came first. */
function joined(match: RegExpExecArray | null): ToldName | undefined {
  const { name, kind } = match?.groups ?? {}
  if (match === null || name === undefined || kind === undefined || !isName(name)) return undefined
  const start = match.index + match[0].indexOf(name)
  const end = match[0].endsWith(kind) ? match.index + match[0].length : start + name.length
  return { start, end, bare: false, name: name.endsWith(kind) ? name : name + kind }
}

const echoPattern =
  /^(?:好的|那|您好|嗯|请问|是|您说的)*(?<name>[\p{Script=Han}A-Za-z]{3,10}?)(?:的?地址|的?位置|在哪|在什么|是哪|哪个店|哪家|具体|是吗|是吧|对吗|对吧)/u
const person = /(先生|女士|小姐|师傅|老师|阿姨|叔|伯)$/

/** 李记肠粉是吗, 仁爱口腔在哪里: the seat's words for a party that the citizen has just named. */
export function echoedName(seat: Line): string | undefined {
  const name = echoPattern.exec(seat.text)?.groups?.['name']
  return name === undefined || !isName(name) || person.test(name) ? undefined : name
}
