import { callTranscriptSchema } from '#shared/domain/call.ts'
import type { SitePack, Subject } from '#shared/domain/site-pack.ts'
import { folded } from '#shared/domain/understanding/hearing/citizen-said.ts'
import { type Hearing, type Line, listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { withParticles } from '#shared/domain/understanding/hearing/particles.ts'
import { spelledBySeat } from '#shared/domain/understanding/hearing/seat-spelling.ts'
import { partyFeatures } from '#shared/domain/understanding/party/party-features.ts'
import { further, outside, type PartyLabel, first } from '#shared/domain/understanding/party/party-tagger.ts'
import { isOrdinary } from '#shared/domain/understanding/party/party-standing.ts'
import { knownIn } from '#shared/domain/understanding/party/subject-mentions.ts'
import { tradeWords } from '#shared/domain/understanding/party/party-trades.ts'
import { isCommonSurname } from '#shared/domain/understanding/person/surnames.ts'
import { spelt } from '#shared/domain/understanding/party/party-spelling.ts'
import { flatten } from '#shared/text/flat-text.ts'
import type { NameIndex } from '#shared/text/name-index.ts'
import { type Draw, partyName, type PartyKind } from './names.ts'
import type { Row } from './perceptron.ts'

/** A call with the party that it should come to. */
export interface LabelledCall {
  readonly call: string
  readonly turns: readonly { readonly speaker: string; readonly text: string }[]
  /** Fields that are a matter of convention. */
  readonly open?: readonly string[]
  readonly expected: { readonly subject?: { readonly id?: string; readonly name?: string } }
}

interface Span {
  readonly start: number
  readonly end: number
  /** How many characters of the name are said; all where it says none. */
  readonly short?: number
}

/** Gives features their places in the vector of weights, in the order in which they are first met. */
export class FeaturePlaces {
  readonly #places = new Map<string, number>()
  readonly #counts: number[] = []

  placeOf(feature: string): number {
    const place = this.#places.get(feature) ?? this.#places.size
    this.#places.set(feature, place)
    this.#counts[place] = (this.#counts[place] ?? 0) + 1
    return place
  }

  isFrequent(place: number): boolean {
    return (this.#counts[place] ?? 0) >= leastOccurrences
  }

  get entries(): readonly (readonly [string, number])[] {
    return [...this.#places]
  }
}

const leastOccurrences = 3

/** How often a name's own characters are forgotten, and which share of what they tell: names to come have others. */
const forgetting = { names: 0.5, features: 0.6 }
const isLexical = (feature: string): boolean => /^[a-z]/.test(feature)

/**
 * The lines of a call with the party's name labelled; none where the party is told in no words that could be found. With
 * `forget` a part of what the characters of names tell is left out.
 */
export function rowsOf(
  call: LabelledCall,
  index: NameIndex<Subject>,
  places: FeaturePlaces,
  forget?: Draw,
): readonly Row[] {
  const hearing = spelled(listenTo(call))
  const spans = hearing.lines.map((line) => spansOf(call, line, index))
  if (call.expected.subject !== undefined && spans.every(({ length }) => length === 0)) return []
  return hearing.lines.map((line, at) => {
    const own = spans[at] ?? []
    const forgets = forget?.chance(forgetting.names) === true
    const isForgotten = (place: number, feature: string): boolean =>
      forgets &&
      isLexical(feature) &&
      own.some(({ start, end }) => place >= start && place < end) &&
      forget.chance(forgetting.features)
    const features = partyFeatures(hearing, line, index).map((told, place) =>
      Int32Array.from(
        told.filter((feature) => !isForgotten(place, feature)),
        (feature) => places.placeOf(feature),
      ),
    )
    const labels = features.map((): PartyLabel => outside)
    for (const { start, end } of own) {
      labels.fill(further, start, end)
      labels[start] = first
    }
    return { features, labels }
  })
}

/** A call as it is heard. */
export function listenTo(raw: LabelledCall): Hearing {
  const call = callTranscriptSchema.parse(raw)
  return listen(call.turns, call, (turn) => flatten(turn.text))
}

/** As understanding hears a call where it looks for the party. */
export const spelled = (heard: Hearing): Hearing => spelledBySeat(withParticles(heard))

/** Where the party is named in a line, by the sound of its name or by any of its names in the list. */
function spansOf(
  { expected: { subject } }: LabelledCall,
  heard: Line,
  index: NameIndex<Subject>,
): readonly Span[] {
  if (subject === undefined) return []
  const line = spelt(heard)
  const spans: Span[] = []
  const add = (span: Span) => {
    if (!spans.some((other) => span.start < other.end && span.end > other.start)) spans.push(span)
  }
  const [sounds, sought] = [folded(line.text).split(' '), folded(subject.name ?? '').split(' ')]
  if (sounds.length === line.text.length && subject.name !== undefined)
    for (let at = 0; at + sought.length <= sounds.length; at++)
      if (sought.every((sound, offset) => sounds[at + offset] === sound))
        add({ start: at, end: at + sought.length })
  if (subject.id !== undefined)
    for (const match of knownIn(line, index))
      if (match.values.some(({ id }) => id === subject.id)) add({ start: match.start, end: match.end })
  if (spans.length === 0 && subject.id === undefined) {
    const short = shortIn(line.text, subject.name ?? '')
    if (short !== undefined) add(short)
  }
  return spans
}

const leastShort = 2
const isRegion = /[省市区县镇村路]$/

/** 砚田斋, by which the caller speaks of 砚田斋艺术培训中心; ordinary words such as 广州 are no name. */
function shortIn(text: string, name: string): Span | undefined {
  for (let length = name.length - 1; length >= leastShort; length--) {
    const short = name.slice(0, length)
    const start = text.indexOf(short)
    if (start >= 0 && !isOrdinary(short) && !isRegion.test(short))
      return { start, end: start + length, short: length }
  }
  return undefined
}

const kindsByName: readonly (readonly [RegExp, PartyKind])[] = [
  [/物业|管理处|服务中心/, 'estate'],
  [/工地|项目|工程/, 'site'],
  [/学|园$|教育|英语|驾校/, 'school'],
  [/平台|商城|出行|快递|外卖/, 'platform'],
  [/医院|口腔|诊|养老|眼科/, 'clinic'],
  [/厂|劳务|公司/, 'employer'],
  [/地产|公寓|中介|装饰|搬家/, 'agency'],
  [/健身|美|足|瑜/, 'club'],
  [/超市|家具|电器|维修/, 'shop'],
]
const kindOf = (name: string): PartyKind | undefined =>
  name.length <= 3 && isCommonSurname(name.slice(0, 1)) && tradeWords(name).length === 0
    ? 'person'
    : kindsByName.find(([pattern]) => pattern.test(name))?.[1]

/** The same call about another party of the same kind, of the list or not. */
export function renamed(
  call: LabelledCall,
  pack: Pick<SitePack, 'subjects'>,
  index: NameIndex<Subject>,
  draw: Draw,
): LabelledCall | undefined {
  const { subject } = call.expected
  if (subject === undefined) return undefined
  const name = subject.name ?? pack.subjects.find(({ id }) => id === subject.id)?.name ?? ''
  const other = kindOf(name) !== 'person' && draw.chance(0.3) ? draw.of(pack.subjects) : undefined
  const kind = kindOf(name) ?? draw.of(['eatery', 'shop', 'club'] as const)
  const spoken = other === undefined ? partyName(draw, kind) : draw.of([other.name, ...other.aliases])
  const { lines } = spelled(listenTo(call))
  const turns = call.turns.map((turn, at) => {
    const line = lines[at]
    const spans = line === undefined ? [] : spansOf(call, line, index)
    return {
      ...turn,
      text: spans
        .toSorted((a, b) => b.start - a.start)
        .reduce((text, span) => replaced(text, turn.text, span, spoken.slice(0, span.short)), turn.text),
    }
  })
  return {
    ...call,
    turns,
    expected: { subject: { name: spoken, ...(other === undefined ? {} : { id: other.id }) } },
  }
}

/** `span` is one of the flat text of `source`; what stands before it in `text` is as it is there. */
function replaced(text: string, source: string, { start, end }: Span, name: string): string {
  const { offsets } = flatten(source)
  const [from, last] = [offsets[start], offsets[end - 1]]
  return from === undefined || last === undefined ? text : text.slice(0, from) + name + text.slice(last + 1)
}
