import type { HeardValue } from '../ticket-fields.ts'
import { cardinalOf, numeralSource } from '../../text/numerals.ts'
import { cite, type Hearing, heardValue, type Line, nextCitizenLine, previousSeatLine } from './hearing.ts'
import { respell } from './respell.ts'

interface Count {
  readonly value: number
  readonly line: Line
  readonly start: number
  readonly end: number
  readonly weight: number
}

const persons =
  '人|工人|农民工|员工|同事|学生|孩子|小孩|家长|老人|业主|居民|邻居|乘客|伤者|租客|村民|民工|工友|受害者|消费者|同学|客人|游客|病人|学员|住户|群众'
const n = numeralSource
const pattern = new RegExp(
  `(?<count>${n})(?<about>多|来|几)?(?:个(?:${persons})|名(?:${persons})?|位(?:${persons})|人(?![民家行口员工物才们数])|(?<=家(?:${n}))口)`,
  'g',
)
/** After a question for the number of persons the measure word is enough. */
const answerPattern = new RegExp(
  `(?<count>${n})(?<about>多|来|几)?(?:个(?!月|小时|星期|礼拜|钟)|名|位|口|人|$|吧|左右)`,
  'g',
)
const askedPattern =
  /多少(个|名|位)?.{0,2}(人|业主|学生|家长|员工|乘客|住户|同事|工友|孩子|小孩|户)|几(个|位|名|口)?人|几(位|名|个)(?=用餐|呢|$)|人数|具体(是|有)?多少|(一百|几十|十|百)多?人确切|确切是多少|具体(是)?(多少|几)个/
const totalBefore =
  /(一共|总共|共|加起来|涉及|大概有|有|就是?|名单上|确切|我们|我们家?|一家|全家|是|连)(是|有|大概|涉及|都|家|这|里)*$/
const correction = /(不对|不是|说错|记错|应该是|更正|错了)[^，]{0,4}$/
const notPersons =
  /(第|每|人均|满|前|排|等了|几|十|百|千|哪|另|这|那|某|派了?|来了|叫了|带了|坐了|住了|只有|站了|换了|找了|我家?有|家里有)$/
/** 八岁的三个同学 of a son, 两个师傅 who helped: persons, but not those the matter is about. */
const besidePersons =
  /^在.{0,4}(抽烟|打牌|聊天|闲|唱|跳|吵|骂)|^(都|就|在)?(说话|态度|过来|来(看|修|处理|查)|上门|打(我|人)|值班|上班|干活)|^(以上|以下|同意|同[意一]|在(骂|吵|看|围观)|围观|都在(骂|说|看))/

/** 涉及人数: persons involved. 一个人 and 没有一个人 are figures of speech; an approximate number (十几个) is none. */
export function hearPeople(hearing: Hearing): HeardValue<number> | undefined {
  const counts = hearing.lines.flatMap((line) => countsIn(hearing, line))
  const top = Math.max(0, ...counts.map((count) => count.weight))
  const chosen = counts.filter((count) => count.weight === top)
  const values = new Set(chosen.map((count) => count.value))
  const best = top >= 3 ? chosen.at(-1) : values.size === 1 ? chosen[0] : undefined
  if (best === undefined) return undefined
  const confidence = best.weight >= 2 ? 0.9 : 0.75
  const alternatives = [...new Set(counts.map((count) => count.value))].filter(
    (value) => value !== best.value,
  )
  return heardValue(best.value, [cite(best.line, best.start, best.end, confidence)], { alternatives })
}

function countsIn(hearing: Hearing, line: Line): readonly Count[] {
  const asked = line.speaker === 'citizen' && isAsked(hearing, line)
  if (line.speaker === 'seat' && !isRestated(hearing, line)) return []
  const text = respell(line.text)
  return [...text.matchAll(asked ? answerPattern : pattern)].flatMap((match): Count[] => {
    const value = cardinalOf(match.groups?.['count'] ?? '')
    const before = text.slice(Math.max(0, match.index - 10), match.index)
    const end = match.index + match[0].length
    if (value === undefined || match.groups?.['about'] !== undefined) return []
    if (!Number.isInteger(value) || value > 100_000 || value < 2) return []
    if (notPersons.test(before) || before.endsWith('不是') || besidePersons.test(text.slice(end))) return []
    const weight =
      (correction.test(before) ? 4 : 0) +
      (asked ? 3 : line.speaker === 'seat' ? 3.5 : 0) +
      (totalBefore.test(before) ? 2 : 0)
    return [{ value, line, start: match.index, end, weight }]
  })
}

function isAsked(hearing: Hearing, line: Line): boolean {
  const question = previousSeatLine(hearing, line)
  return question !== undefined && line.index - question.index <= 2 && askedPattern.test(question.text)
}

/** 也就是十一个人不舒服: a number that the seat repeats and the citizen lets stand. */
function isRestated(hearing: Hearing, line: Line): boolean {
  if (!/也就是|就是说|一共|总共|对吗|是吗|是吧|对吧|核对|确认/.test(line.text)) return false
  const reply = nextCitizenLine(hearing, line)?.reply
  return reply === 'yes' || (reply === 'none' && line.text.includes('也就是'))
}
