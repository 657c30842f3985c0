import { callTranscriptSchema } from '#shared/domain/call.ts'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { type Hearing, listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { type KindTable, unitsPerLogit } from '#shared/domain/understanding/kind/kind-weights.ts'
import { namesOfWords } from '#shared/domain/understanding/hearing/line-words.ts'
import { flatten } from '#shared/text/flat-text.ts'
import { inLines } from './in-lines.ts'
import { createDraw } from './names.ts'
import { shownBy } from './shown-by.ts'
import { type CountedRow, learnSoftmax, prior } from './softmax.ts'

/** A call as understanding hears it, and what it should come to. */
export interface LabelledCall {
  readonly call: string
  readonly hearing: Hearing
  readonly expected: TicketFields
  /** Fields that are a matter of convention in this call, and neither learned from nor judged. */
  readonly open: readonly string[]
  /** Words of which most must be in a right demand, where the set names them. */
  readonly demandWords?: readonly string[] | undefined
}

/** The two fields of a call's kind, and the kinds of each with its absence. */
const kindsOf = {
  requestType: ['投诉', '举报', '求助', '咨询', '建议', '表扬', '无'],
  urgency: ['突发', '及时', '一般', '无'],
} as const
export type KindField = keyof typeof kindsOf

/** A word that fewer lines of calls hold is left out. */
const leastCalls = 4
/** So many words stand in a line of the file. */
const aLine = 60
const learning = { epochs: 10, rate: 0.15, decay: 1e-3, share: 0.15 }
const letters = { nothing: 'M'.charCodeAt(0), most: 12 }

/** Reads a line of a file of calls. */
export function readCall(line: string): LabelledCall {
  const {
    expected,
    open = [],
    demandWords,
    ...raw
  } = JSON.parse(line) as Omit<LabelledCall, 'hearing' | 'open'> & Partial<LabelledCall>
  const call = callTranscriptSchema.parse(raw)
  const hearing = listen(call.turns, call, (turn) => flatten(turn.text))
  return { call: raw.call, expected, open, demandWords, hearing }
}

/** What the words of labelled calls weigh for each kind of a field. */
export function fitKind(all: readonly LabelledCall[], field: KindField): KindTable {
  const calls = all.filter(({ open }) => !open.includes(field))
  return fitKinds(
    calls.map(({ hearing, expected }) => ({ hearing, kinds: [expected[field] ?? '无'] })),
    kindsOf[field],
  )
}

/** What the words of calls weigh for each of some kinds; a call may be of several. */
export function fitKinds(
  calls: readonly { readonly hearing: Hearing; readonly kinds: readonly string[] }[],
  kinds: readonly string[],
): KindTable {
  const counted = calls.map(({ hearing }) => countsOf(hearing))
  const words = shownBy(
    counted.map((counts) => counts.keys()),
    leastCalls,
  )
  const places = new Map(words.map((word, at) => [word, at + 1]))
  const rows = calls.flatMap(({ kinds: own }, at): CountedRow[] => {
    const told = [...(counted[at] ?? [])].flatMap(([word, count]): [number, number][] => {
      const place = places.get(word)
      return place === undefined ? [] : [[place, count]]
    })
    const features = new Map([[prior, 1], ...told])
    return own.map((kind) => ({ features, kind: kinds.indexOf(kind) }))
  })
  const settings = { ...learning, kinds: kinds.length }
  const weights = learnSoftmax(rows, words.length + 1, settings, createDraw(3))
  const of = (place: number) => weights.slice(place * kinds.length, (place + 1) * kinds.length)
  const entries = words.map((word, at) => `${word}=${[...of(at + 1)].map(letterOf).join('')}`)
  return {
    kinds: kinds.join(' '),
    prior: [...of(prior)].map((weight) => String(Math.round(weight * unitsPerLogit))).join(' '),
    words: inLines(entries, aLine),
  }
}

function letterOf(weight: number): string {
  const units = Math.round(weight * unitsPerLogit)
  return String.fromCharCode(letters.nothing + Math.max(-letters.most, Math.min(letters.most, units)))
}

/** In how many lines of a call each word stands. */
function countsOf(hearing: Hearing): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const line of hearing.lines)
    for (const name of namesOfWords(line)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
