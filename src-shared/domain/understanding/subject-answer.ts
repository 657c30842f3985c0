import { type Hearing, type Line, previousSeatLine } from './hearing.ts'
import { blameSource, fillerSource, kindSource } from './subject-role.ts'

/** A name told as such, in an answer or after words like 招牌写的是. */
export interface ToldName {
  readonly start: number
  readonly end: number
  /** True where the line is nothing but the name. */
  readonly bare: boolean
}

const asksWho =
  /哪一?(家|间|个(部门|单位|公司|店|酒楼|训练场|平台|学校|医院|厂|机构|银行|网点|分店|门店))|什么(公司|店|厂|酒店|餐厅|医院|中介|招牌|牌子|平台|单位|部门|机构|学校|物业)/
const asksName = /叫什么|什么名|店名|名称|全称|招牌/
const asksOffice = /部门|单位|哪个局|窗口|机构/
const asksOther =
  /您(的)?(姓|名字|贵姓|叫)|(房东|老板|经理|教练|老师|医生|邻居|同事|朋友|负责人|当事人|对方)的?(叫|姓|名)|称呼|联系人|姓名|(孩子|小孩|老人|老人家|师傅|司机|男的|女的|人|小区|路|街|村|桥|站|楼盘|他|她)(家)?的?(叫|姓|名)/
const unknown = /不知道|不清楚|不记得|忘了|不晓得|没(注意|看清|写|留意|有名)|没有/
const tail =
  '(?=就在|在(?!线)|的(?!士)|那[个家间里边]|这[个家间里边]|吧|啊|呢|哦|好像|他们|老板|不过|旁边|就|$)'
const lead =
  '(?:嗯|啊|哦|喂|那个|这个|好像|应该|他们|它|我记得|名字|店名|公司名?|招牌|全称|全名|上面?|盒子|门口|就|是)*'
const answerPattern = new RegExp(
  `^${lead}(?:叫做?|名叫|写的?着?是?|名字是|就是|是)(?:个|什么|一家|一个)?(?<name>[\\p{Script=Han}A-Za-z\\d]{2,18}?)${tail}`,
  'u',
)
const barePattern = new RegExp(`^${lead}(?<name>[\\p{Script=Han}A-Za-z]{2,18}?)(?:吧|啊|呢)*$`, 'u')
const writtenPattern = new RegExp(
  `(?:(?:招牌|盒子|门头|包装|单子|发票|合同|收据|牌子)上?面?(?:写|印|盖)的?着?是?|(?:${kindSource})(?:的?名字)?(?:叫做?|名叫))(?<name>[\\p{Script=Han}A-Za-z\\d]{2,18}?)${tail}`,
  'u',
)
const describedPattern = new RegExp(
  `(?:${blameSource})${fillerSource}(?<name>[\\p{Script=Han}A-Za-z]{2,10}?)(?:那个|那家|这家|这个|那间)(?:.{0,2})(?:${kindSource})`,
  'u',
)
const notName =
  /[的了吗呢吧啊我你他她您们这那哪什么很没请被把姓叫个]|^[零一二三四五六七八九十\d]+$|(?:[路街区镇县村巷]|小区|花园|楼上|楼下|旁边|附近|东西|时候|那里|那边|门口|站|[东南西北]|店里|里面)$/

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

/** The names that a line tells as a name; their kind need not be known (鸿福楼, 康源堂生物科技). */
export function toldNames(line: Line, question: Question): readonly ToldName[] {
  if (unknown.test(line.text)) return []
  const patterns = [
    ...(question === 'none' ? [] : [answerPattern]),
    ...(question === 'none' || question === 'office' ? [] : [barePattern]),
    ...[writtenPattern, describedPattern],
  ]
  for (const pattern of patterns) {
    const match = pattern.exec(line.text)
    const name = match?.groups?.['name']
    if (match === null || name === undefined || notName.test(name)) continue
    const start = match.index + match[0].lastIndexOf(name)
    // A name does not cross a pause.
    if ([...line.breaks].some((at) => at > start && at < start + name.length)) continue
    return [{ start, end: start + name.length, bare: pattern === barePattern && question === 'which' }]
  }
  return []
}

const echoPattern =
  /^(?:好的|您好|嗯|请问|是|您说的)*(?<name>[\p{Script=Han}A-Za-z]{3,10}?)(?:的?地址|的?位置|在哪|在什么|是哪|哪个店|哪家|具体|是吗|是吧|对吗|对吧)/u
const person = /(先生|女士|小姐|师傅|老师|阿姨|叔|伯)$/

/** 李记肠粉是吗, 仁爱口腔在哪里: the seat's words for a party that the citizen has just named. */
export function echoedName(seat: Line): string | undefined {
  const name = echoPattern.exec(seat.text)?.groups?.['name']
  return name === undefined || notName.test(name) || person.test(name) ? undefined : name
}
