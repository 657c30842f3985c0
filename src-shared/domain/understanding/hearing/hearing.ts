import { memoryPer, oncePerText } from '../../../base/remember.ts'
import type { CallContext, Speaker, Turn } from '../../call.ts'
import type { Evidence, HeardValue } from '../../ticket-fields.ts'
import { type FlatText, quoteOf } from '../../../text/flat-text.ts'
import { type LocalTime, parseLocalTime } from '../time/local-time.ts'
import { particles } from './particles.ts'

/** What a seat's turn asks for; the citizen's next words are read in its light. */
export type Topic =
  | 'name'
  | 'phone'
  | 'address'
  | 'number'
  | 'home'
  | 'time'
  | 'since'
  | 'subject'
  | 'demand'
  | 'confidential'
  | 'anonymous'
  | 'amount'
  | 'people'

/** Whether a citizen's turn begins by agreeing with or objecting to what the seat said. */
export type Reply = 'yes' | 'no' | 'none'

/** One turn, ready to be read. */
export interface Line extends FlatText {
  readonly index: number
  readonly turn: Turn
  readonly speaker: Speaker
  /** For a citizen's line: what the seat asked since the citizen last spoke (or was still answering). */
  readonly asked: ReadonlySet<Topic>
  readonly reply: Reply
}

/** A whole call so far. */
export interface Hearing {
  readonly lines: readonly Line[]
  readonly context: CallContext
  readonly startedAt: LocalTime | undefined
}

/** From so many turns on a call has told what it is about. */
const toldFrom = 9

/** Whether a call has told so much that all its words say more of it than the rules do; at its beginning they do not. */
export const hasToldEnough = ({ lines }: Hearing): boolean => lines.length >= toldFrom

const topicPatterns: readonly (readonly [Topic, RegExp])[] = [
  ['name', /贵姓|您[的地得]?姓$|怎么称呼|如何称呼|姓名|名字|叫什么|您姓什么|全名|联系人/],
  [
    'phone',
    /联系电话|电话号码|^电话|电话(呢|多少|$)|您联系联系方式|手机号|电话是多少|留.{0,4}(电话|号码)|电话.{0,3}来电|号码是多少|您的?(电话|号码)|这个号码/,
  ],
  ['home', /(家庭|您的?)(住址|住所)|您住(在)?哪|居住地址/],
  [
    'address',
    /地址|[在从]哪里|在哪儿|哪个(位置|地方|小区|路|区|街|门|村|楼盘)|什么(位置|地方|路)|具体位置|位置在|几号楼|几单元|几栋|门牌|哪条路|哪一?个区|[号院园城苑厦庭座][^，]{0,2}(?:几|哪一?)[楼层]/,
  ],
  ['number', /多少号|门牌|[路街巷道村里苑园区庭城厦]几号|[路街巷道]的?哪(?:一段|个位置|头)|具体几号|哪一?号/],
  ['time', /什么时候|几点|哪天|哪一天|多久|何时|什么时间|几号|多长时间|具体时间/],
  [
    'since',
    /从(什么时候|什么时间|几点|几号|几时|几月|哪一?天|何时)|(什么时候|什么时间|几点|几号|几时|几月|哪一?天)开始|多久|多长时间/,
  ],
  [
    'subject',
    /哪家|哪个(公司|单位|商家|店|物业|学校|医院)|(公司|店|单位|商家|物业|对方|厂|平台|机构|学校|医院).{0,4}(名称|名字|叫什么)|什么(公司|物业|店)/,
  ],
  ['demand', /什么(诉求|要求|需求)|诉求是|要求是|您.{0,2}(希望|想要?|要求)|希望.{0,6}(怎么|如何)/],
  [
    'confidential',
    /[保加]密|(对方|他们|物业|单位|公司|别人|商家).{0,4}知道(您|是您|是谁)|(信息|身份|姓名|电话|情况).{0,6}(告诉|告知|提供给|转给|给)(对方|被|他们|物业|商家|单位|公司|店)|(透露|公开).{0,6}(信息|身份|姓名)|(信息|身份|姓名).{0,6}(透露|公开)/,
  ],
  ['anonymous', /匿名/],
  ['amount', /多少钱|金额|多少元|(欠|退|赔|收|花|付|交|充).{0,5}多少|多少(呢|$)/],
  ['people', /多少(个)?人|几(个|位|名)人?|人数/],
]

const thirdParty =
  /(房东|老板|公司|店|对方|单位|商家|物业|他|她|小区|学校|医院|机构|平台|经理|中介)(的?(姓名|名字)|.{0,2}(叫什么|叫啥|姓什么|贵姓))/

/** The topics a seat's words ask for. Another's name is the subject's, not the caller's. */
export const topicsOf = oncePerText((text): ReadonlySet<Topic> => {
  const topics = new Set(topicPatterns.flatMap(([topic, pattern]) => (pattern.test(text) ? [topic] : [])))
  if (thirdParty.test(text)) topics.delete('name')
  // 一般几点 asks for a habit, which dates nothing.
  if (/一般|平时|通常|每天/.test(text)) topics.delete('time')
  return topics
})

const objection = /^(啊|哦|哎|欸|诶)*(不是|不对|错了|不不|没有|不用|不需要|不要|不必|说错|弄错|不(?=$|我|是))/
const agreement = /^(啊|哦|哎|欸|诶)*(对|是|好|行|可以|没错|要|需要|能|嗯|可以的|打得通|要的)/

/** Reads the first words of an answer. A bare 嗯 agrees. */
export function replyOf(flat: FlatText): Reply {
  if (objection.test(flat.text)) return 'no'
  if (agreement.test(flat.text) || /^[嗯，。！ ]+$/.test(flat.source)) return 'yes'
  return 'none'
}

const nothing: ReadonlySet<Topic> = new Set()

const particlesOfSeat = oncePerText((text) => particles(text, 'seat'))
const knownLine = memoryPer<Line>()

/** The same line for the same turn at the same place of the same question, so that what is read from it is read once. */
const lineOf = (flat: FlatText, turn: Turn, index: number, asked: ReadonlySet<Topic>): Line =>
  knownLine(turn, [index, ...asked, flat.text].join(' '), () => {
    const reply = turn.speaker === 'seat' ? 'none' : replyOf(flat)
    return { ...flat, index, turn, speaker: turn.speaker, asked, reply }
  })

/** Prepares a call; `flattened` may remember earlier turns. */
export function listen(
  turns: readonly Turn[],
  context: CallContext,
  flattened: (turn: Turn) => FlatText,
): Hearing {
  let asked: ReadonlySet<Topic> = nothing
  let answered = 0
  const lines = turns.map((turn, index): Line => {
    const flat = flattened(turn)
    if (turn.speaker === 'seat') {
      const topics = topicsOf(particlesOfSeat(flat.text))
      // 您说, 嗯 and an echo keep the question open while the citizen goes on answering.
      if (topics.size > 0) asked = answered === 0 ? new Set([...asked, ...topics]) : topics
      else if (flat.text.length > 12) asked = nothing
      if (topics.size > 0 || flat.text.length > 12) answered = 0
      return lineOf(flat, turn, index, nothing)
    }
    answered++
    return lineOf(flat, turn, index, answered <= 3 ? asked : nothing)
  })
  const startedAt = context.startedAt === undefined ? undefined : parseLocalTime(context.startedAt)
  return { lines, context, startedAt }
}

/** The citizen's next line after `line`, unless three other lines come first. */
export function nextCitizenLine({ lines }: Hearing, { index }: Line): Line | undefined {
  for (let at = index + 1; at < index + 4; at++) if (lines[at]?.speaker === 'citizen') return lines[at]
  return undefined
}

/** The seat's nearest line before `line`. */
export function previousSeatLine({ lines }: Hearing, { index }: Line): Line | undefined {
  for (let at = index - 1; at >= 0; at--) if (lines[at]?.speaker === 'seat') return lines[at]
  return undefined
}

/** The words from `start` to `end` of a line as evidence; the audio span is interpolated within the turn. */
export function cite(line: Line, start: number, end: number, confidence: number): Evidence {
  const { turn } = line
  const length = Math.max(line.text.length, 1)
  const at = (position: number) =>
    Math.round(turn.startMs + ((turn.endMs - turn.startMs) * position) / length)
  const heard = turn.confidence === undefined ? confidence : confidence * (0.7 + 0.3 * turn.confidence)
  return {
    turn: line.index,
    quote: quoteOf(line, start, end),
    startMs: at(start),
    endMs: at(end),
    confidence: Math.round(heard * 100) / 100,
  }
}

/** A field's value, as sure as its least sure evidence. */
export function heardValue<T>(
  value: T,
  evidence: readonly Evidence[],
  more: {
    readonly alternatives?: readonly T[]
    readonly reason?: string
    readonly confidence?: number
    readonly ask?: string
  } = {},
): HeardValue<T> {
  const confidence = more.confidence ?? Math.min(...evidence.map((piece) => piece.confidence))
  return {
    value,
    confidence: Math.round(confidence * 100) / 100,
    evidence,
    alternatives: more.alternatives ?? [],
    ...(more.reason === undefined ? {} : { reason: more.reason }),
    ...(more.ask === undefined ? {} : { ask: more.ask }),
  }
}
