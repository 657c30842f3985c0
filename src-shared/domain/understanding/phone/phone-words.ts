import { oncePerText } from '../../../base/remember.ts'
import { toSyllables } from '../../../text/pinyin.ts'
import { soundOf, surnameAt } from '../person/surnames.ts'
import type { Line } from '../hearing/hearing.ts'

const asking =
  /电话|手机|号码|座机|联系方式|(怎么|如何|怎样|方便)联系|来电(号码?|显示)?是|联系(到|得上|得到)?您|打给您|(回访|回复|回电).{0,6}(哪|号)|留个(号|联系)|(您的?|哪个|什么|新的?)号(?!楼|线|段)|(先生|女士|小姐|师傅|阿姨|同志|号码?|电话)本[机号]|您(?:自己|本人|个人)的(?:呢|是|是多少)?$|(?:先生|女士|小姐)联系$/
const askingForAnother =
  /(商家|[该那]店|卖家|诈骗|推销|老板|店长|店员|店家|店里|住户|业主|车主|租客|对面|楼上|教练|护士|保安亭|他们|工头|物业|管理[员处]|公司|客服|对方|房东|中介|司机|经理|单位|骗子|医院|学校|平台|厂家|热线|门店|师傅|局|街道办?|社区|[居村]委会?|派出所|窗口|中心|部门)(?:(?!您|先生|女士|小姐|同志).){0,3}(电话|手机|号码|联系方式|总机)|(打|拨打|致电).{0,6}\d{3}/
const askingForCode =
  /身份证|证件|银行卡|卡号|账号|账户|工单|编号|订单|单号|车牌|牌照|户号|[表案]号|邮编|验证码|保单|发票|合同|工号|编码|流水|门牌|房号/
const agreeingSounds = new Set(['dui', 'shi', 'hao', 'xing', 'en', 'ei', 'ai', 'zhong', 'neng', 'ok'])
const agreeingWords =
  /^(啊|哦|诶|哎|呃|那|这|就|都|当然|肯定)*(可以|[可口][一已以]|没(有)?问题|没错|行|得|好|对|是|成|中|能|方便|打得通|随便|[留打记用登](?:呗|吧$|咯|啦)|OK|ok|系|冇问题|[无冇没]错|啱|正确|还在?用|没[变换]|照旧|队(?![长员伍列里]))/
/** Words that name a telephone. */
export const phoneLabel = /电话|手机|号码|联系方式|打给?我|联系我|座机|新号|换了?号/
/** 我的电话是, 你打我: the caller's own, after another's was asked for; 他不接我电话 is none. */
export const ownLabel =
  /(?<![接打挂回给]|拉黑)我(?:自己|本人)?的?(?:电话|手机|号码|座机)|联系我|[打留记写用](?:给|回)?我|我(?:自己|本人|个人)?的(?:就?是)?(?=[零一幺二三四五六七八九\d]{3})/
const correction =
  /不对|不是|错了|说错|更正|应该是|改成|[哦噢]不(?!过)|写错|记错|讲错|念错|报错|搞错|打错|看错|背错|输错|讲反|说反|口误|呸/

/** 卜师傅手机号, 巢水生师傅电话: the caller is spoken to by name and title. */
const spokenTo =
  /^(?:好的?|嗯|那|行|请问|麻烦)*(?!司机|保安|公司|单位|物业)([一-龥]{1,4}?)(?:师傅|老板|经理|老师|主任|医生|司机|[校店会]长|同学)(?!的|他)/

/** What the seat's words ask for: the caller's number, another number altogether, or neither. */
export const numberAsked = oncePerText((words): 'phone' | 'other' | undefined => {
  const text = words.replace(spokenTo, (all, name: string) => (surnameAt(name) === undefined ? all : ''))
  if (
    askingForAnother.test(text) &&
    !/您(自己|本人|个人)?(这边)?的?(联系|手机)?(电话|手机|号码|方式)|您(?:自己|本人|个人)的(?:呢|是|是多少)?$/.test(
      text,
    )
  )
    return 'other'
  if (askingForCode.test(text) && !/电话|手机|联系/.test(text)) return 'other'
  return asking.test(text) && !/[打拨]错/.test(text) ? 'phone' : undefined
})

/** True where the seat tells a number to call, rather than reading the caller's back. */
export function announcesNumber(text: string): boolean {
  return (
    /拨打|致电|咨询电话|(您|你|可以|直接)打|热线|客服|请?您记(录|一?下|好)|给您(念|报|说)(?!.{0,4}您)/.test(
      text,
    ) || numberAsked(text) === 'other'
  )
}

export function isCorrection(words: string): boolean {
  return correction.test(words)
}

/** True for an answer that begins by agreeing, whatever the recogniser made of its first word. */
export function agrees(line: Line): boolean {
  if (line.reply !== 'none') return line.reply === 'yes'
  if (agreeingWords.test(line.text) || /^(?:嗯|唔[，。！]?$)/.test(line.source)) return true
  if (soundOf(line.text.slice(0, 2)) === soundOf('可以')) return true
  const first = line.text.slice(0, 1)
  return line.text.length <= 4 && agreeingSounds.has(toSyllables(first)[0] ?? '')
}

/** True when the citizen's words object to what was read to them; 不用 and 没有 answer another question. */
export function objects(line: Line): boolean {
  return (
    !/^.{0,2}没错/.test(line.text) &&
    /^(啊|哦|诶|哎|呃|那个|等等)*(不是|不对|不不|错)|(?<![对没])不对|[说听记念写讲]错|不是.{1,6}是|是.{1,4}不是|[零一二三四五六七八九幺洞拐\d]不是[零一二三四五六七八九幺洞拐\d]/.test(
      line.text,
    )
  )
}

export function isQuestion(seat: Line): boolean {
  return /[吗吧呢嘛？?]$|[对行好可]不[对行好可]|是不是|能不能|吗|是吧|对吧/.test(seat.text)
}
