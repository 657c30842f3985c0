/** A text without punctuation, blanks and hesitation, which still knows where each character came from. */
export interface FlatText {
  readonly text: string
  readonly source: string
  /** `offsets[i]` is the index in `source` of the i-th UTF-16 unit of `text`. */
  readonly offsets: readonly number[]
  /** Indices in `text` before which punctuation or a blank stood: a name or a clause does not cross them. */
  readonly breaks: ReadonlySet<number>
}

const separator = /[\p{P}\p{S}\p{Z}\s]/u
const meaningful = /[.%]/
const hesitations = new Set(['嗯', '呃', '唔'])
/** After 唔 these words make it the Cantonese 不: 唔系, 唔使, 唔好讲. */
const negated = /[系使好想要知得该敢可会肯方需愿留写讲说记登同对准能给俾畀止够见识]/

/**
 * Recognised speech has no punctuation while typed transcripts have it; both become the same flat text. Full-width
 * letters and digits become ASCII, a decimal point between digits stays.
 */
export function flatten(source: string): FlatText {
  const offsets: number[] = []
  const breaks = new Set<number>()
  let text = ''
  for (let index = 0; index < source.length; index++) {
    const character = (source[index] ?? '').normalize('NFKC').slice(0, 1)
    const decimal =
      meaningful.test(character) && /\d/.test(text.slice(-1)) && /\d/.test(source[index + 1] ?? '')
    if (separator.test(character) && !decimal) breaks.add(text.length)
    else if (!hesitations.has(character) || (character === '唔' && negated.test(source[index + 1] ?? ''))) {
      text += character
      offsets.push(index)
    }
  }
  return { text, source, offsets, breaks }
}

/** The original words behind a span of the flat text, end exclusive. */
export function quoteOf(flat: FlatText, start: number, end: number): string {
  const from = flat.offsets[start]
  const last = flat.offsets[end - 1]
  return from === undefined || last === undefined ? '' : flat.source.slice(from, last + 1)
}

/** The nearest break after `start`, or the end of the text. */
export function nextBreak(flat: FlatText, start: number): number {
  for (let index = start + 1; index < flat.text.length; index++) if (flat.breaks.has(index)) return index
  return flat.text.length
}

/** The nearest break at or before `end`, or 0. */
export function lastBreak(flat: FlatText, end: number): number {
  for (let index = end; index > 0; index--) if (flat.breaks.has(index)) return index
  return 0
}
