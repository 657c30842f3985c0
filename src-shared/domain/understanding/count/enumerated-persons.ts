import { cardinalOf, numeralSource } from '../../../text/numerals.ts'
import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'

const pair = '父母|爸妈|爹妈|公婆|岳父母|两口子|爷爷奶奶|外公外婆'
const one =
  '老婆|老公|太太|爱人|先生|丈夫|妻子|媳妇|儿子|女儿|小孩子?|孩子|细路|老母亲|母亲|父亲|老人家?|老爸|老妈|爸爸?|妈妈?|奶奶|爷爷|外婆|外公|婆婆|公公|岳母|岳父|哥哥?|姐姐?|弟弟?|妹妹?|孙子|孙女|外孙女?|朋友|同事|工友|室友|舍友|同学|老伴|阿婆|阿伯|阿姨|邻居|保姆|工作人员|店员|服务员|导游|教练|医生|护士|学生|老乡|亲戚|[表堂][哥姐弟妹]|司机|徒弟|师傅'
const link = '(?:和|跟|同|与|加上?|再加上?|还有|以及|带着?|连)'
const person = `${link}(?<!不同)[^，和跟同与加带连]{0,8}?(?:${pair}|${one})(?:${one})?`
/** 我跟我老婆还有个三岁的女儿: oneself, and others one by one. */
const enumerated = new RegExp(`我(?:自己|一个人?)?(?:${person})+`, 'g')
const each = new RegExp(`${link}([^，和跟同与加带连]{0,8}?)(?:(${pair})|${one})(${one})?`, 'g')
const asksWho =
  /还有谁|有谁|哪些人|几个人|多少人|几位|几口人|还有(?:没有)?(?:其他|别的?)人|(?:其他|别的?)人(?:吗|没|受|被|在)/
/** 就我跟我太太: all that there are. */
const onlyThey = /(?:就|只有|就是|里面是?|车上是?|车里是?|一共|总共)$/
const onlyAfter = /^(?:$|，|在|都|吧|啊|呢|了|不算|没有?别)/
/** 我跟我小孩都拉肚子: what befell them both. */
const suffers =
  /^(?:两个?人?|三个?人?)?(?:[在去吃被坐从][^，说讲]{1,8}?)?(?:就|也|全)?都(?:在|给|被|有点|开始)*(?:[拉吐咬撞伤烫困骗摔]|滑倒|肚子|受伤|发烧|过敏|中毒|不舒服|住院|进了?医院|没拿到|没发|起疹|头晕|头痛|恶心)/
/** 我跟老婆孩子三个人: the number is told. */
const numbered = new RegExp(`^(?:一共|总共|都|就)*${numeralSource}(?:个|口|人|位)`)
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

export function enumeratedPersons(hearing: Hearing, line: Line): readonly Enumerated[] {
  if (line.speaker !== 'citizen') return []
  const seat = previousSeatLine(hearing, line)
  const asked = seat !== undefined && line.index - seat.index <= 2 && asksWho.test(seat.text)
  return [...line.text.matchAll(enumerated)].flatMap((match) => {
    const end = match.index + match[0].length
    const [before, after] = [line.text.slice(0, match.index), line.text.slice(end)]
    if (deeds.test(after) || numbered.test(after)) return []
    if (!asked && !suffers.test(after) && !(onlyThey.test(before) && onlyAfter.test(after))) return []
    return [{ value: personsOf(match[0]), asked, start: match.index, end }]
  })
}

/** Oneself and each that is linked to it; 两个孩子 and 老婆孩子 are two. */
function personsOf(words: string): number {
  return [...words.matchAll(each)].reduce((sum, [, before = '', two, another]) => {
    const number = new RegExp(`(${numeralSource})个$`).exec(before)?.[1] ?? '一'
    const first = two === undefined ? (cardinalOf(number) ?? 1) : 2
    return sum + first + (another === undefined ? 0 : 1)
  }, 1)
}
