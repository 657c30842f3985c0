import { oncePerText } from '../../../base/remember.ts'
import { cardinalOf, numeralSource } from '../../../text/numerals.ts'
import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'

const pair = '父母|爸妈|爹妈|公婆|岳父母|两口子|爷爷奶奶|外公外婆'
const one =
  '老婆|老公|太太|爱人|先生|对象|[男女]朋?友|闺女|闺蜜|丈夫|妻子|媳妇|儿子|女儿|小孩子?|孩子|细路|老母亲|母亲|父亲|老人家?|老爸|老妈|爸爸?|妈妈?|奶奶|爷爷|外婆|外公|婆婆|公公|岳母|岳父|哥哥?|姐姐?|弟弟?|妹妹?|孙子|孙女|外孙女?|朋友|同事|工友|室友|舍友|同学|老伴|阿婆|阿伯|阿姨|邻居|保姆|工作人员|店员|服务员|导游|教练|医生|护士|学生|老乡|亲戚|[表堂][哥姐弟妹]|司机|徒弟|师傅|(?:送|卖|开|修)[^，的]{1,3}的'
const link = '(?:和|跟|同|与|加上?|再加上?|还有|以及|带着?|连)'
const person = `${link}(?<!不同)[^，和跟同与加带连]{0,8}?(?:${pair}|${one})(?:${one})?`
/** 我跟我老婆还有个三岁的女儿: oneself, and others one by one. */
const enumerated = new RegExp(`我(?:自己|一个人?)?(?:${person})+`, 'g')
const each = new RegExp(`${link}([^，和跟同与加带连]{0,8}?)(?:(${pair})|${one})(${one})?`, 'g')
const asksWho =
  /还有谁|有谁|哪些人|几个人|多少人|几位|几口人|还有(?:没有)?(?:其他|别的?)人|(?:其他|别的?)人(?:吗|没|受|被|在)|就(?:您|你们)(?:俩|两)|[就只有是]{1,2}[您他她]?(?:自己)?一个人(?:吗|嘛|么|$)|人都[^，]{1,5}(?:吗|没有?)$/
/** 就我跟我太太: all that there are. */
const onlyThey = /(?:就|只有|就是|里面是?|车上是?|车里是?|一共|总共)$/
const onlyAfter = /^(?:$|，|在|都|吧|啊|呢|了|不算|没有?别)/
/** 我跟我小孩都拉肚子: what befell them both. */
const suffers =
  /^(?:两个人?|一起|昨天|今天|刚才)*被(?:困|锁|关|骗|撞|砸|堵|打|烫|咬)|^(?:两个?人?|三个?人?|俩)?(?:[在去吃被坐从][^，说讲]{1,8}?)?(?:的?[手脚头脸腿])?(?:就|也|全)?都(?:在|给|被|有点|开始)*(?:[拉吐咬撞伤烫困骗摔电扎划割夹]|滑倒|肚子|受伤|发烧|过敏|中毒|不舒服|住院|进了?医院|没拿到|没发|起疹|头晕|头痛|恶心)/
/** 我跟老婆孩子三个人: the number is told. */
const numbered = new RegExp(`^(?:一共|总共|都|就)*${numeralSource}(?:个人|口|人|位)`)
/** 我跟老婆说, 我和邻居吵: what they do, and not who is there. */
const deeds = /^(?:说|讲|商量|吵|打(?!石膏)|离|借|结婚|租|买|合)/

/** How many persons a citizen names one by one where it was asked who is there, or where they are all: 就我和我老母亲. */
export interface Enumerated {
  readonly value: number
  /** 还有谁 was asked. */
  readonly asked: boolean
  readonly start: number
  readonly end: number
}
type Named = Omit<Enumerated, 'asked'>

export function enumeratedPersons(hearing: Hearing, line: Line): readonly Enumerated[] {
  if (line.speaker !== 'citizen') return []
  const seat = previousSeatLine(hearing, line)
  const asked = seat !== undefined && line.index - seat.index <= 2 && asksWho.test(seat.text)
  const members = asked ? membersOnly(line.text) : undefined
  const named =
    members === undefined ? [...linkedIn(line.text, asked), ...pairsIn(line.text, asked)] : [members]
  return named.map((each) => ({ ...each, asked }))
}

const enumeratedIn = oncePerText((text) => [...text.matchAll(enumerated)])

/** 我跟我老婆还有个三岁的女儿 */
function linkedIn(text: string, asked: boolean): readonly Named[] {
  return enumeratedIn(text).flatMap((match) => {
    const end = match.index + match[0].length
    const [before, after] = [text.slice(0, match.index), text.slice(end)]
    if (deeds.test(after) || numbered.test(after)) return []
    if (!asked && !suffers.test(after) && !(onlyThey.test(before) && onlyAfter.test(after))) return []
    return [{ value: personsOf(match[0]), start: match.index, end }]
  })
}

const two = '我们?|咱们?|我[和跟]他|我[和跟]她|夫妻|母女|母子|父女|父子|姐妹|兄弟|爷孙|婆孙|祖孙|娘|姐弟|兄妹'
/** 我们俩, 母女仨 */
const pairPattern = new RegExp(`(?:${two})(俩|仨)|(?:两夫妻|老?两口子?)`, 'g')
/** 我们俩困在天台 */
const struck =
  /^(?:人|都|现在|还|一起|就|又)*(?:被|给|让)?(?:人|他们?)?(?:困|锁|关|堵|卡|骗|[撞打砸烫咬摔]伤|受伤|中毒|拉肚子|没拿到|没地方)/

function pairsIn(text: string, asked: boolean): readonly Named[] {
  return [...text.matchAll(pairPattern)].flatMap((match) => {
    const end = match.index + match[0].length
    if (!asked && !struck.test(text.slice(end))) return []
    return [{ value: match[1] === '仨' ? 3 : 2, start: match.index, end }]
  })
}

const member = `(?:我?的?(?:${pair}|${one})(?:${one})?|我(?:自己|本人)?)`
/** 老公我跟婆婆, 我老婆我还有我妈: nothing but persons. */
const onlyMembers = new RegExp(
  `^(?:就|有|是|嗯|啊|一共)*(${member}(?:${link}?${member})+)(?=$|[，在都吧啊呢])`,
)
const eachMember = new RegExp(`(${pair})|${one}|我(?:自己|本人)?(?!的?(?:${pair}|${one}))`, 'g')

/** The persons of an answer that does nothing but name them, oneself in whatever place. */
function membersOnly(text: string): Named | undefined {
  const match = onlyMembers.exec(text)
  const words = match?.[1] ?? ''
  const named = [...words.matchAll(eachMember)]
  if (match === null || !named.some(([name]) => name.startsWith('我'))) return undefined
  const value = named.reduce((sum, [, couple]) => sum + (couple === undefined ? 1 : 2), 0)
  return { value, start: match.index + match[0].length - words.length, end: match.index + match[0].length }
}

/** Oneself and each that is linked to it; 两个孩子 and 老婆孩子 are two. */
function personsOf(words: string): number {
  return [...words.matchAll(each)].reduce((sum, [, before = '', two, another]) => {
    const number = new RegExp(`(${numeralSource})个$`).exec(before)?.[1] ?? '一'
    const first = two === undefined ? (cardinalOf(number) ?? 1) : 2
    return sum + first + (another === undefined ? 0 : 1)
  }, 1)
}
