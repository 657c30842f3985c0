import type { LocalTime } from './local-time.ts'
import { endOf } from './borrowed-date.ts'
import { beginOf, type Candidate, isOpen } from './time-choice.ts'
import { type Moment, momentsIn } from './time-expression.ts'
import type { TimedLine } from './timed-line.ts'

/** 是那一天还是持续的, 每天都这样吗: asked whether it was more than once. */
const lastingAsked = /持续|一直|每[天日晚]|天天|晚晚|日日|那一[天次]|只有.{0,4}[天次]|偶尔/
const lasts =
  /^(?:嗯|对|是|啊|的|都|就|差不多|基本上?|几乎)*(?:持续|一直|每[天日晚]|天天|晚晚|日日|从那)|(?:天天|每[天日晚]|日日|晚晚)(?:都|也)?(?:有|是|在|这样|来)|到(?:现在|今天|昨天|昨晚)(?:都|也)?还/
/** 从那天起就没停过: it needs no question. */
const sinceThen =
  /(?:从|自|打)(?:那|当)(?:[天晚日]|时候?|会儿?|以?后)(?:起|开始|就|以后|之后)|那[天晚]起|那[天晚]开始就/
const denied = /^(?:不是|没有|不|就)(?:那|这)?一[天次]|只有?(?:那|这)?一[天次]|没有?(?:再|后来)/

/** 就是从那天起天天都有, in answer to 是那一天还是持续的: what was told as a moment goes on. */
function goesOnByDialogue({ question, text }: TimedLine): boolean {
  if (denied.test(text)) return false
  return sinceThen.test(text) || (lastingAsked.test(question) && lasts.test(text))
}

/** 现在还在流吗, 几点走的: asked whether, and when, it was over. */
const endAsked =
  /(?:现在|目前|依家|这会儿?)[^，]{0,4}(?:还|停|走|散|好|退|来|恢复|修好)|还在|还有(?:没有|吗)|(?:停|走|散|退|好)了(?:吗|没)|(?:几点|什么时[候间])[^，]{0,4}(?:结束|停的?$|走的?$|散|恢复|收工|离开|好的)|到(?:几点|什么时[候间]|几号|哪一?天)|[停断堵坏]了?(?:几天|多久|多长)/
/** 排到几点, which a bare 四点半 answers. */
export const tellsEndOnly = ({ question, text }: TimedLine, { start, end }: Moment): boolean =>
  untilAsked.test(question) && start <= 2 && little.test(text.slice(end))
const little = /^(?:多|左右|钟|吧|了|这样|的样子)*$/
const untilAsked = /到(?:几点|什么时[候间]|几号|哪一?天)(?!开始)/
const over =
  /^(?:多|左右|钟|半|的时候|那会儿?|这样)*(?:就|才|已经|又)*(?:自己|全|都|全部)?(?:停|没|走|散|退|收|关|灭|清|撤|好|来|恢复|结束|消|通|亮|开|修好)(?:[了掉工摊场]|干净|完|得|的|电|水|$)/

/** 六点就停了 after 今早五点半开始倒, where the seat asks whether it is still so: when it ended. */
function endByDialogue(known: Candidate, line: TimedLine, now: LocalTime): string | undefined {
  const { moment } = known
  if (moment === undefined || !endAsked.test(line.question)) return undefined
  const [last] = momentsIn(line.text, now, true)
  const rest = last === undefined ? '' : line.text.slice(last.end)
  if (last === undefined || !(over.test(rest) || (little.test(rest) && untilAsked.test(line.question))))
    return undefined
  const to = endOf(last, moment)
  return to !== undefined && to > beginOf(known.value) ? to : undefined
}

/** The time known before a citizen's line, as what the line tells of its going on or its end makes it. */
export function asDialogueTells(known: Candidate, line: TimedLine, now: LocalTime): Candidate {
  const to =
    isOpen(known.value) || typeof known.value === 'string' ? endByDialogue(known, line, now) : undefined
  if (to?.length === beginOf(known.value).length)
    return { ...known, value: { from: beginOf(known.value), to } }
  if (typeof known.value !== 'string' || !goesOnByDialogue(line)) return known
  return { ...known, value: { from: known.value } }
}
