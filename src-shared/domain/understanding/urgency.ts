import type { HeardValue, TicketFields } from '../ticket-fields.ts'
import { cite, type Hearing, heardValue, type Line } from './hearing.ts'

type Urgency = NonNullable<TicketFields['urgency']>
type RequestType = NonNullable<TicketFields['requestType']>

interface Cue {
  readonly urgency: Urgency
  readonly pattern: RegExp
  readonly reason: string
}

const cues: readonly Cue[] = [
  { urgency: '突发', pattern: /着火|起火|失火|火灾|烧起来|冒(浓?烟|火)|爆炸|自燃/g, reason: '涉及火情' },
  {
    urgency: '突发',
    pattern:
      /(燃气|煤气|天然气|液化气).{0,4}(泄漏|泄露|漏|味)|漏(煤|燃|天然)?气|闻到.{0,4}(煤气|燃气)|(煤气|燃气).{0,3}(开着|没关)/g,
    reason: '涉及燃气泄漏',
  },
  {
    urgency: '突发',
    pattern: /触电|漏电|电线.{0,5}(掉|断|垂|落)|高压线.{0,4}(掉|断)/g,
    reason: '涉及触电危险',
  },
  {
    urgency: '突发',
    pattern:
      /坍塌|塌方|塌陷|倒塌|塌了|要塌|(掉|坠)下来.{0,4}砸|高空(抛物|坠物)|往(楼)?下(扔|丢|砸)|差点.{0,3}砸|(围墙|围挡|外墙|墙皮|广告牌|脚手架|玻璃幕墙).{0,6}(倒|掉|砸|塌|松动|摇摇欲坠)|摇摇欲坠/g,
    reason: '涉及坍塌或坠物',
  },
  {
    urgency: '突发',
    pattern:
      /被困|困人|困了?.{0,2}人|困在|困住|出不来|反锁在|关在电梯|溺水|落水|掉(进|到|下).{0,6}(井|河|坑|水里|水库|湖|沟)/g,
    reason: '有人被困或落水',
  },
  {
    urgency: '突发',
    pattern:
      /受伤|流血|出血|晕倒|昏迷|昏倒|中毒|骨折|砸(到|伤|中)(了)?.{0,3}人|撞(到|伤)了?.{0,3}人|快不行了|没有呼吸|上吐下泻/g,
    reason: '有人受伤或危及生命',
  },
  {
    urgency: '突发',
    pattern: /跳楼|轻生|自杀|割腕|不想活|砍人|持刀|拿着?刀|打人|打起来|家暴|绑架|走失|走丢/g,
    reason: '危及人身安全',
  },
  {
    urgency: '突发',
    pattern: /井盖.{0,5}(没了|没有|丢|不见|缺|被偷|掉|塌|碎|破)|(没有|缺|丢了?|少了?).{0,2}井盖/g,
    reason: '井盖缺失，危及行人',
  },
  {
    urgency: '及时',
    pattern: /(停|断)水|没有?水(用|了|$|喝)?|没水|水管.{0,5}(爆|破|裂)|爆管|自来水.{0,5}(停|没|爆)/g,
    reason: '涉及供水',
  },
  {
    urgency: '及时',
    pattern: /(停|断)电|(?<!手机|电瓶|车|电池)没有?电(用|了|$)?|跳闸|变压器.{0,4}(坏|响|故障)/g,
    reason: '涉及供电',
  },
  {
    urgency: '及时',
    pattern: /(停|断)气|没有?(燃|煤|天然)?气(用|了|$)|没有?热水(?!器)|停热水|热水.{0,3}(没|不热|停)/g,
    reason: '涉及供气或热水',
  },
  {
    urgency: '及时',
    pattern: /暖气.{0,6}(不热|停|没|凉|冰|漏)|不供暖|没有?供暖|停暖|没暖气|供暖.{0,6}(没|不|停)/g,
    reason: '涉及供暖',
  },
  {
    urgency: '及时',
    pattern: /台风|暴雨|大暴雨|内涝|水浸|积水|淹(了|到|水)|暴雪|冰雹|冻雨|道路结冰|树.{0,5}(倒|断|压)/g,
    reason: '涉及极端天气或内涝',
  },
]
const pastBefore = /(上次|之前|以前|去年|前年|上回|曾经|当时|那次|上个月|前段时间)/
const nowMarkers = /(现在|又|还在|正在|今天|刚才|刚刚|目前|这会儿|再次)/
const deniedBefore = /(没有?|不是|不会|未|并没|不存在|没有发生|别|没人|没有人)(什么|任何|出现)?$/
const feared =
  /(怕|担心|万一|要是|如果|假如|会不会|容易|可能会?|预防|防止|避免|以免|有没有|是不是会|迟早|早晚|怎么(预防|处理)|防|有.{0,2}隐患)[^，]{0,8}$/
const resolvedAfter =
  /^.{0,6}(已经?.{0,4}(修好|解决|好了|处理|恢复|来了|灭了|救出来)|修好了|恢复了|灭了|好了|没事了|解决了)/
const otherSense =
  /^(费|表|器|卡|单|演练|预案|证|险|保险|补贴|通知的?(短信|时间)|处罚|赔偿标准|隐患排查|宣传)/
const recorded =
  /(记录|登记|受理|工单|转交|转给|派单|派给|反馈给|上报|提交|核实处理|转办|下单|反映给|通知(相关|有关)?.{0,6}(部门|单位|人员))/
const offer = /(需要|要不要|是否|用不用).{0,8}(登记|记录|受理|转|反映)/

/**
 * 紧急程度: 突发 where life or property is in danger now, 及时 for water, power, gas, heating and extreme weather, else
 * 一般. History, denial and fear are no danger. Absent where no ticket is raised: a question answered on the spot.
 */
export function hearUrgency(
  hearing: Hearing,
  requestType: HeardValue<RequestType> | undefined,
): HeardValue<Urgency> | undefined {
  if (requestType === undefined) return undefined
  // What the weather or the supply is like does not make a question, a proposal or praise urgent.
  const calm = requestType.value === '咨询' || requestType.value === '建议' || requestType.value === '表扬'
  if (calm && !ticketRaised(hearing)) return undefined
  if (!calm)
    for (const urgency of ['突发', '及时'] as const) {
      const found = hearDanger(hearing, urgency)
      if (found !== undefined) return found
    }
  return heardValue<Urgency>('一般', requestType.evidence, {
    confidence: 0.85,
    reason: '未听到危险或停水停电等情形',
  })
}

/** True once the seat says that the matter is recorded or passed on. */
export function ticketRaised(hearing: Hearing): boolean {
  return hearing.lines.some(
    (line) => line.speaker === 'seat' && recorded.test(line.text) && !offer.test(line.text),
  )
}

/** What was heard that makes the matter that urgent. */
export function hearDanger(hearing: Hearing, urgency: Urgency): HeardValue<Urgency> | undefined {
  const settled = hearing.lines.some((line) => line.speaker === 'citizen' && settling.test(line.text))
  const found = hearing.lines
    .flatMap((line) => (line.speaker === 'citizen' ? cuesIn(line, urgency) : []))
    .filter(({ evidence }) => !(settled && injury.test(evidence.quote)))
  const [first] = found
  if (first === undefined) return undefined
  return heardValue(
    urgency,
    found.slice(0, 3).map((entry) => entry.evidence),
    { reason: first.cue.reason },
  )
}

function cuesIn(line: Line, urgency: Urgency) {
  return cues
    .filter((cue) => cue.urgency === urgency)
    .flatMap((cue) =>
      [...line.text.matchAll(cue.pattern)]
        .filter((match) => isPresent(line.text, match.index, match.index + match[0].length))
        .map((match) => ({ cue, evidence: cite(line, match.index, match.index + match[0].length, 0.9) })),
    )
}

/** 工伤 and food poisoning whose compensation is now at issue endanger nobody any more. */
const injury = /受伤|骨折|流血|出血|中毒|上吐下泻|打人|撞|砸|倒|塌|坠|掉/
const settling = /赔|医药费|工伤/

function isPresent(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 14), start)
  const after = text.slice(end)
  if (deniedBefore.test(before) || feared.test(before) || otherSense.test(after) || resolvedAfter.test(after))
    return false
  return !pastBefore.test(before) || nowMarkers.test(before)
}
