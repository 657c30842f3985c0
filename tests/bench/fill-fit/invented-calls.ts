import type { SitePack } from '#shared/domain/site-pack.ts'
import { agreements, asides, demandFrames, matters } from './demand-frames.ts'
import {
  bareName,
  createDraw,
  type Draw,
  partyName,
  type PartyKind,
  plainKinds,
  spokenNumber,
} from './names.ts'
import { grievances, landmarks, partyFrames } from './party-frames.ts'
import { createRecogniser } from './recogniser.ts'
import { embroidered, personIn, surnames } from './spoken-names.ts'
import {
  beginnings,
  pointFrames,
  points,
  rangeFrames,
  ranges,
  sinceFrames,
  type SpokenTime,
  timelessFrames,
} from './time-frames.ts'

/** A call as the files of `tests/fixtures/fill-*.jsonl` hold it, its field alone judged. */
export interface GeneratedCall {
  readonly call: string
  readonly startedAt: string
  readonly callerNumber: string
  readonly turns: readonly {
    readonly speaker: string
    readonly startMs: number
    readonly endMs: number
    readonly text: string
  }[]
  readonly expected: Readonly<Record<string, unknown>>
  readonly open: readonly string[]
  readonly note: string
  readonly demandWords?: readonly string[]
}

export type GeneratedField = 'subject' | 'demand' | 'incidentTime'

const judgedFields = [
  ...['contactName', 'gender', 'contactPhone', 'requestType', 'urgency', 'incidentTime', 'incidentAddress'],
  ...['subject', 'demand', 'confidential', 'anonymous', 'amountYuan', 'people'],
]
const opening = 's 您好广州幺二三四五请讲'
/** 11 June 2026 is a Thursday; the spoken times are resolved against it. */
const startedAt = '2026-06-11T10:00:00'

/** What a call is made with: slots as `{N}` are filled, everything else is misheard here and there. */
interface Workshop {
  readonly draw: Draw
  readonly mishear: (text: string, rate?: number) => string
  readonly place: () => string
}

/** Makes calls about one field, the same for the same seed. */
export function generateCalls(
  pack: Pick<SitePack, 'roads'>,
  corpus: Iterable<string>,
  field: GeneratedField,
  { count, seed, noise }: { readonly count: number; readonly seed: number; readonly noise: number },
): readonly GeneratedCall[] {
  const draw = createDraw(seed)
  const recogniser = createRecogniser(corpus, draw)
  const roads = pack.roads.filter(({ name }) => name.length > 2)
  const workshop: Workshop = {
    draw,
    mishear: (text, rate = noise) => recogniser.mishear(text, rate),
    place: () => {
      const road = draw.of(roads)
      const district = draw.chance(0.7) ? (road.districts[0] ?? '') : ''
      return district + road.name + (draw.chance(0.7) ? `${spokenNumber(draw.below(280) + 1)}号` : '')
    },
  }
  const make = { subject: partyCall, demand: demandCall, incidentTime: timeCall }[field]
  return Array.from({ length: count }, (_, index) => make(workshop, index))
}

function filled(
  workshop: Workshop,
  lines: readonly string[],
  slots: Readonly<Record<string, string | (() => string)>>,
): readonly string[] {
  const fill = (part: string): string => {
    const slot = slots[part]
    if (slot === undefined) return workshop.mishear(part)
    return typeof slot === 'string' ? slot : slot()
  }
  return lines.map(
    (line) =>
      line.slice(0, 2) +
      line
        .slice(2)
        .split(/(\{.\})/)
        .map(fill)
        .join(''),
  )
}

function callOf(
  lines: readonly string[],
  call: string,
  expected: GeneratedCall['expected'],
  more: Partial<GeneratedCall> = {},
): GeneratedCall {
  let at = 0
  const turns = lines.map((line) => {
    const startMs = at
    at += line.length * 250
    return {
      speaker: line.startsWith('s') ? 'seat' : 'citizen',
      startMs,
      endMs: at - 100,
      text: line.slice(2),
    }
  })
  return { call, startedAt, callerNumber: '13800138000', turns, expected, open: [], note: '', ...more }
}

const closings = [
  ['s 您贵姓', 'c 姓{X}', 's {X}先生电话是来电号码吗', 'c 是的', 's 好的已登记'],
  ['s 好的请问怎么称呼', 'c 我姓{X}', 's 联系电话呢', 'c 就这个', 's 会转相关部门处理'],
  ['s 好的您的诉求是', 'c 尽快处理', 's 请问您贵姓', 'c 免贵姓{X}', 's 好的'],
  ['s 您贵姓', 'c 免贵姓{X}', 's 还有其他要反映的吗', 'c 没了'],
]
/** Callers explain their own names as they explain those of parties. */
const namedClosings = [
  ['s 您全名', 'c {P}', 's {X}女士电话是打进来的这个吗', 'c 对'],
  ['s 您叫什么名字', 'c 叫{P}', 's 好的电话多少'],
  ['s 请问怎么称呼', 'c 我叫{P}', 's {X}先生登记好了'],
]

const businesses = (Object.keys(plainKinds) as PartyKind[]).filter((kind) => kind !== 'person')

function partyCall(workshop: Workshop, index: number): GeneratedCall {
  const { draw, mishear, place } = workshop
  const blameless = draw.chance(0.12)
    ? draw.of(partyFrames.filter(({ takes }) => takes === 'none'))
    : undefined
  const which = blameless === undefined ? index % partyFrames.length : partyFrames.indexOf(blameless)
  const frame = draw.of(partyFrames.slice(which, which + 1))
  const kind = draw.of(frame.kinds.length > 0 ? frame.kinds : businesses)
  const name = frame.takes === 'bare' ? bareName(draw) : partyName(draw, kind)
  // The name is misheard only where the seat's words settle it.
  const heard = frame.turns.some((turn) => turn.includes('{S}')) ? mishear(name, 0.12) : name
  const landmark = draw.chance(0.5)
    ? draw.of(landmarks)
    : partyName(draw, draw.of(['school', 'clinic', 'shop', 'eatery', 'service'] as const))
  const grievance = draw.of(grievances.get(kind) ?? [])
  let told = false
  const tell = (): string => {
    const words = told ? heard : embroidered(draw, heard, kind)
    told = true
    return words
  }
  const surname = draw.of(surnames)
  const lines = filled(workshop, [opening, ...frame.turns, ...draw.of([...closings, ...namedClosings])], {
    '{P}': personIn(draw, surname),
    '{N}': tell,
    '{S}': name,
    '{H}': () => ownPart(name),
    '{O}': partyName(draw, 'platform'),
    '{L}': landmark,
    '{A}': place(),
    '{K}': draw.of(plainKinds[kind]),
    '{G}': () => mishear(grievance),
    '{X}': surname,
  })
  const expected = frame.takes === 'none' ? {} : { subject: { name } }
  return judgedBy('subject', callOf(lines, `g-${String(which)}-${String(index)}`, expected))
}

/** 砚田斋 of 砚田斋艺术培训中心. */
const ownPart = (name: string): string => name.slice(0, name.length > 6 ? 3 : 2)

const judgedBy = (field: string, call: GeneratedCall): GeneratedCall => ({
  ...call,
  open: judgedFields.filter((other) => other !== field),
})

const placing = [
  ['s 请问在什么位置', 'c {A}'],
  ['s 具体地址', 'c {A}', 's 什么时候的事', 'c 前天'],
  ['s 地址在哪里', 'c {A}', 's 跟他们沟通过吗', 'c 说了没用'],
  ['s 您别着急在哪', 'c {A}', 's 有没有人受伤', 'c 没有'],
]
const greetings = ['你好我要反映一下', '喂你好', '', '那个我跟你说个事', '你好是这样的']

function demandCall(workshop: Workshop, index: number): GeneratedCall {
  const { draw, mishear, place } = workshop
  const which = index % demandFrames.length
  const matter = draw.of(matters)
  const frame = draw.of(demandFrames.slice(which, which + 1))
  const greeting = draw.of([...greetings, ...(matter.type === '投诉' ? ['我想投诉'] : [])])
  const body = `c ${greeting}{T}${draw.chance(0.3) ? '{D}' : ''}`
  const middle = draw.of(placing)
  const told = draw.chance(0.15) ? [...frame, ...middle] : [...middle, ...frame]
  const wish = draw.of(matter.wishes)
  const lines = filled(
    workshop,
    ['s 您好请讲', body, ...told, ...draw.of(closings.filter((_, at) => at !== 2))],
    {
      '{W}': () => mishear(wish),
      '{F}': matter.formal,
      '{Y}': () => draw.of(agreements),
      '{T}': mishear(draw.of(matter.told)),
      '{D}': () => draw.of(asides),
      '{A}': place(),
      '{X}': draw.of(surnames),
    },
  )
  const expected = { demand: `要求${matter.formal}` }
  const call = callOf(lines, `g-${String(which)}-${String(index)}`, expected, { demandWords: matter.words })
  return judgedBy('demand', call)
}

const timeless: readonly SpokenTime[] = [{ words: '', value: '' }]
const timings = [
  ...[0, 1, 2].map(() => ({ frames: pointFrames, times: points, name: 'point' })),
  ...[0, 1].map(() => ({ frames: sinceFrames, times: beginnings, name: 'since' })),
  { frames: rangeFrames, times: ranges, name: 'range' },
  { frames: timelessFrames, times: timeless, name: 'none' },
]
const otherTimes = ['上个月八号', '去年', '前天中午', '四月二号', '上周二']

function timeCall(workshop: Workshop, index: number): GeneratedCall {
  const { draw, place } = workshop
  const { frames, times, name } = draw.of(timings)
  const time = draw.of(times)
  const frame = draw.of(frames)
  const greeted = frame[0]?.startsWith('s') === true ? ['c 你好我要投诉', ...frame] : frame
  const lines = filled(
    workshop,
    ['s 您好请讲', ...greeted, 's 在什么位置', 'c {A}', 's 您贵姓', 'c 姓{X}', 's 好的已登记'],
    { '{T}': time.words, '{O}': draw.of(otherTimes), '{A}': place(), '{X}': draw.of(surnames) },
  )
  const expected = time === timeless[0] ? {} : { incidentTime: time.value }
  return judgedBy('incidentTime', callOf(lines, `g-${name}-${String(index)}`, expected, { note: time.words }))
}
