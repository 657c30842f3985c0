import { citizenBefore, type CallText, type SeatTurn, type TurnText } from './call-text.ts'
import type { Span } from './heard-text.ts'

/**
 * What a scored rule weighs in a turn. A feature is either a piece of the seat's own words (one to four characters; `^` and
 * `$` are the ends of a sentence, `#` a number, `…` somebody else's words) or, in angle brackets, something that only the
 * conversation or the kind of sentence tells, such as `<echo>`: the seat says again what the citizen has just said.
 */
export interface Feature {
  readonly name: string
  /** Where it stands in `heard.text`; a feature of the whole turn has no place. */
  readonly span?: Span
}

const longestPiece = 4
const numberMark = '#'
const quotedMark = '…'

/** Spellings that say the same: what matters is the question, not how a recogniser writes its particle. */
const sameWords: readonly (readonly [RegExp, string])[] = [
  [/你/gu, '您'],
  [/[么嘛](?![样办么])(?<![什怎这那多要]么)/gu, '吗'],
  [/[呀哪](?=$|\n)/gmu, '啊'],
  [/(?:[〇零一二三四五六七八九十百千万两\d]{2,}|\d)/gu, numberMark],
]

/** Pieces of a text that is seen as characters with a place each. */
interface Placed {
  readonly character: string
  readonly start: number
  readonly end: number
}

/** All features of a seat's turn in its call, each once. */
export function turnFeatures(call: CallText, turn: SeatTurn): readonly Feature[] {
  const features = new Map<string, Feature>()
  for (const feature of [...pieces(turn), ...conversation(call, turn)]) {
    if (!features.has(feature.name)) features.set(feature.name, feature)
  }
  return [...features.values()]
}

function pieces(turn: TurnText): readonly Feature[] {
  const found: Feature[] = []
  const characters = [edge('^', 0), ...place(turn), edge('$', turn.heard.text.length)]
  for (let start = 0; start < characters.length; start++) {
    let name = ''
    for (const { character, end } of characters.slice(start, start + longestPiece)) {
      name += character
      if (name === '^' || name === '$') continue
      found.push({ name, span: { start: characters[start]?.start ?? 0, end } })
    }
  }
  return found
}

function edge(character: string, at: number): Placed {
  return { character, start: at, end: at }
}

/** The seat's own words in the common spelling; quoted stretches and numbers are one mark each. */
function place({ repaired, quotations }: TurnText): readonly Placed[] {
  const placed: Placed[] = []
  const characters = Array.from(common(repaired))
  let position = 0
  for (const [index, character] of characters.entries()) {
    const start = position
    position = index + 1
    const quoted = quotations.some((span) => index >= span.start && index < span.end)
    const shown = quoted ? quotedMark : character
    const last = placed.at(-1)
    if ((shown === quotedMark || shown === numberMark) && last?.character === shown) {
      placed[placed.length - 1] = { ...last, end: position }
    } else if (shown === '\n') {
      placed.push({ character: '$', start, end: start }, { character: '^', start: position, end: position })
    } else placed.push({ character: shown, start, end: position })
  }
  return placed
}

/** In the common spelling, the same length: a number keeps its characters, each as the mark. */
function common(text: string): string {
  return sameWords.reduce(
    (changed, [pattern, word]) => changed.replaceAll(pattern, (found) => word.repeat(found.length)),
    text,
  )
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

function conversation(call: CallText, turn: SeatTurn): readonly Feature[] {
  const own = common(ownWords(turn))
  const before = citizenBefore(call, turn.index)
  const said = before.map(({ repaired }) => common(repaired)).join('\n')
  const isQuestion = asks.test(own)
  const plain = !polite.test(own) && !helps.test(own) && !confirms.test(own)
  const names = {
    question: isQuestion,
    slot: isQuestion && slot.test(own),
    confirms: confirms.test(own),
    polite: polite.test(own),
    helps: helps.test(own),
    you: own.includes('您'),
    fault: fault.test(own) && plain,
    'question without slot': isQuestion && plain && !slot.test(own),
    'you, question without slot': isQuestion && plain && !slot.test(own) && own.includes('您'),
    'nothing asked, nothing offered': !isQuestion && plain,
    echo: echo(own, said) > 0.15,
    'much echo': echo(own, said) > 0.35,
    'echo without confirming': echo(own, said) > 0.15 && plain,
    'citizen pushes': pushes.test(said),
    'citizen asks': asks.test(said),
    short: own.length <= 6,
    long: own.length >= 26,
    first: turn.index <= 1,
  }
  return Object.entries(names).flatMap(([name, holds]) => (holds ? [{ name: `<${name}>` }] : []))
}

function ownWords({ repaired, quotations }: TurnText): string {
  return Array.from(repaired)
    .filter((_, index) => !quotations.some((span) => index >= span.start && index < span.end))
    .join('')
}

/** The share of the seat's pairs of characters that the citizen has just said. */
function echo(own: string, said: string): number {
  const pairs = Array.from({ length: Math.max(0, own.length - 1) }, (_, index) => own.slice(index, index + 2))
  return pairs.length === 0 ? 0 : pairs.filter((pair) => said.includes(pair)).length / pairs.length
}
