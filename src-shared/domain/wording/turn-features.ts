import { citizenBefore, type CallText, type SeatTurn, type TurnText } from './call-text.ts'
import { commonSpelling, sentencePieces, type Piece } from './sentence-pieces.ts'

/**
 * What a scored rule weighs in a turn: the pieces of the seat's own words, a list a sentence, and in angle brackets what
 * only the conversation or the kind of sentence tells (without spaces), such as `<echo>`: the seat says again what the citizen has just said.
 */
export interface TurnFeatures {
  readonly sentences: readonly (readonly Piece[])[]
  readonly conversation: readonly string[]
}

export function turnFeatures(call: CallText, turn: SeatTurn): TurnFeatures {
  const said = saidBefore(call, turn.index)
  return { sentences: sentencePieces(turn, said), conversation: conversationFeatures(call, turn, said) }
}

const asks =
  /吗|呢|什么|怎么|为何|为什么|哪|谁|几(?![乎率何])|多少|多久|多大|多远|是不是|有没有|能不能|要不要|会不会|对不对|好不好|行不行|是否|还是/u
const slot =
  /哪(?:里|儿|个|条|家|年|天|月|位|些|栋|边|几|一)|什么(?:时候|时间|名字|地方|位置|原因|单位|部门|材料|内容|情况|样|问题|车|颜色|品牌|症状|方式|诉求)|几(?:点|号|楼|栋|单元|个|年|次|月|岁|天|户|路|层|块|位|级)|多少|多久|多长|多大|贵姓|称呼|电话|地址|姓名|名称|全称|编号|车牌|方便|在场|有没有|是不是|还是|是否/u
const confirms = /(?:对吗|对吧|是吗|是吧|对不对|是不是|没错吧|是这样吗|是这样吧|这样吧|行不行|对么)(?:$|\n)/u
const polite =
  /请问|麻烦|请您|辛苦您|不好意思|抱歉|对不起|方便|好吗|可以吗|好不好|行吗|谢谢|感谢|理解|别着急|不着急|慢慢|放心|稍等/u
const helps =
  /(?:帮|给|为|替)您(?:[^\n]{0,4})(?:登记|查|转|记|反映|核|联系|催|派|报|备注|申请|问|解释|说明|念|看)|我(?:来|先|再|马上|这就|会)|建议/u
const fault = /您[^\n]{0,6}(?:不|没)|自己|早(?!上|晚|餐|点餐|高峰)|当初|才|还(?!有|需要|是)|都/u
const pushes =
  /凭什么|你们|怎么还|到底|必须|马上|不行|我就|赶紧|投诉|不满|什么态度|急|气|告|[？?吗呢]$|怎么办|不同意|没人|不管|不给|被/u

function conversationFeatures(call: CallText, turn: SeatTurn, allSaid: string): readonly string[] {
  const own = commonSpelling(ownWords(turn))
  const before = citizenBefore(call, turn.index)
  const said = before.map(({ repaired }) => commonSpelling(repaired)).join('\n')
  const isQuestion = asks.test(own)
  const plain = !polite.test(own) && !helps.test(own) && !confirms.test(own)
  const echoed = echo(own, said)
  const names = {
    question: isQuestion,
    slot: isQuestion && slot.test(own),
    confirms: confirms.test(own),
    polite: polite.test(own),
    helps: helps.test(own),
    you: own.includes('您'),
    fault: fault.test(own) && plain,
    'question-without-slot': isQuestion && plain && !slot.test(own),
    'you-question-without-slot': isQuestion && plain && !slot.test(own) && own.includes('您'),
    'nothing-asked-nothing-offered': !isQuestion && plain,
    echo: echoed > 0.15,
    'much-echo': echoed > 0.35,
    'echo-without-confirming': echoed > 0.15 && plain,
    'citizen-pushes': pushes.test(said),
    'citizen-asks': asks.test(said),
    short: own.length <= 6,
    long: own.length >= 26,
    first: turn.index <= 1,
    [`length-${Math.min(5, Math.floor(own.length / 7))}`]: true,
    [`said-before-${quarters(own, said)}`]: true,
    [`said-in-the-call-${quarters(own, allSaid)}`]: true,
  }
  return Object.entries(names).flatMap(([name, holds]) => (holds ? [`<${name}>`] : []))
}

/** Words that say nothing of the matter, one character each. */
const littleWords = new Set(
  '您我他她它们咱自己谁哪怎么什几多少不没无别非未能会可以得要该应必须让叫给把被跟和对就才还都也又再只光总老全倒却是有在的地着了过吗呢啊吧呗嘛哦呀来去到上下早晚先后当时这那此每各另所因为如果既然难道凭何干说讲问看想知道明白懂清楚请麻烦好行帮替记录转登核实查联系反映\n',
)

/** How many quarters of the seat's words about the matter the citizen has said; `none` where it says nothing of it. */
function quarters(own: string, said: string): string {
  const words = Array.from(own).filter((character) => !littleWords.has(character))
  const shared = words.filter((character) => said.includes(character)).length
  return words.length === 0 ? 'none' : String(Math.floor((4 * shared) / words.length))
}

/** All that the citizen has said up to a turn. */
function saidBefore({ turns }: CallText, before: number): string {
  const citizens = turns.slice(0, before).filter(({ speaker }) => speaker === 'citizen')
  return citizens.map(({ repaired }) => commonSpelling(repaired)).join('\n')
}

function ownWords({ repaired, quotations }: TurnText): string {
  if (quotations.length === 0) return repaired
  return Array.from(repaired)
    .filter((_, index) => !quotations.some((span) => index >= span.start && index < span.end))
    .join('')
}

/** The share of the seat's pairs of characters that the citizen has just said. */
function echo(own: string, said: string): number {
  const pairs = Array.from({ length: Math.max(0, own.length - 1) }, (_, index) => own.slice(index, index + 2))
  return pairs.length === 0 ? 0 : pairs.filter((pair) => said.includes(pair)).length / pairs.length
}
