/** What the words of a span say. `mark` is punctuation, put in or replaced; all others are numbers of some use. */
export type SpanKind =
  | 'number'
  | 'ordinal'
  | 'phone'
  | 'id-number'
  | 'plate'
  | 'code'
  | 'amount'
  | 'percentage'
  | 'fraction'
  | 'date'
  | 'time'
  | 'duration'
  | 'range'
  | 'address'
  | 'route'
  | 'road'
  | 'age'
  | 'count'
  | 'measure'
  | 'mark'

/** A stretch that is written differently from how it was spoken. Offsets count UTF-16 units, ends are exclusive. */
export interface WrittenSpan {
  /** In the written text. */
  readonly start: number
  readonly end: number
  /** In the spoken text; an inserted mark has an empty stretch. */
  readonly spokenStart: number
  readonly spokenEnd: number
  readonly kind: SpanKind
  /** The spoken words. */
  readonly spoken: string
}

/** A text as a ticket writes it. Spans are in order and do not overlap; what lies outside of them is as it was spoken. */
export interface WrittenText {
  readonly text: string
  readonly spans: readonly WrittenSpan[]
}

/** A stretch of a text, end exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A stretch of the spoken text and what is written in its place. */
export interface Replacement extends Stretch {
  readonly kind: SpanKind
  readonly written: string
}

/** Puts the replacements (in order, without overlaps) into the text. */
export function replaceAll(text: string, replacements: readonly Replacement[]): WrittenText {
  const spans: WrittenSpan[] = []
  let written = ''
  let done = 0
  for (const { start, end, kind, written: words } of replacements) {
    written += text.slice(done, start)
    const from = written.length
    written += words
    spans.push({
      start: from,
      end: written.length,
      spokenStart: start,
      spokenEnd: end,
      kind,
      spoken: text.slice(start, end),
    })
    done = end
  }
  return { text: written + text.slice(done), spans }
}

/**
 * Where a stretch of the spoken text stands in the written text. A stretch that begins or ends inside of a span takes
 * the whole span; marks at its edges are left out.
 */
export function toDisplay(written: WrittenText, start: number, end: number): Stretch {
  return carry(written.spans.map(spokenFirst), start, end)
}

/** Where a stretch of the written text was spoken; part of a span stands for the whole span. */
export function toSpoken(written: WrittenText, start: number, end: number): Stretch {
  return carry(written.spans.map(writtenFirst), start, end)
}

interface Pair {
  readonly from: Stretch
  readonly to: Stretch
}

const spokenFirst = (span: WrittenSpan): Pair => ({
  from: { start: span.spokenStart, end: span.spokenEnd },
  to: { start: span.start, end: span.end },
})

const writtenFirst = (span: WrittenSpan): Pair => ({
  from: { start: span.start, end: span.end },
  to: { start: span.spokenStart, end: span.spokenEnd },
})

function carry(pairs: readonly Pair[], start: number, end: number): Stretch {
  const last = Math.max(start, end)
  let from = start
  let to = last
  for (const pair of pairs) {
    const shift = pair.to.end - pair.from.end
    if (pair.from.end <= start) from = start + shift
    else if (pair.from.start <= start && pair.from.end > start && last > start) from = pair.to.start
    else if (pair.from.start < start) from = pair.to.start
    // An empty stretch at the end is a mark behind the words; it is not theirs.
    if (pair.from.end <= last && pair.from.start < last) to = last + shift
    else if (pair.from.start < last) to = pair.to.end
  }
  return { start: from, end: Math.max(from, to) }
}
