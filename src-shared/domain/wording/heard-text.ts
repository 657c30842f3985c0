import { foldSyllable, toSyllables } from '../../text/pinyin.ts'

/** Half-open span of character positions. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * A turn's words without punctuation, so that typed and recognised text look alike. A sentence end, where the text has
 * one, stays as a line feed: `.` does not cross it, and `^` and `$` hold at it.
 */
export interface HeardText {
  readonly source: string
  readonly text: string
  /** Where each character of `text` stands in `source`. */
  readonly offsets: readonly number[]
  /** Accent-folded toneless pinyin, one entry a character of `text`. */
  readonly syllables: readonly string[]
  /** The same in one line, to look in before looking closely. */
  readonly sound: string
}

const sentenceEnd = /[。！？；!?;\n]/u
const separator = /[\p{P}\p{S}\p{Z}\s]/u

/** Characters outside the basic plane become one placeholder, so that positions, characters and syllables align. */
const placeholder = '□'

export function hearText(source: string): HeardText {
  let text = ''
  const offsets: number[] = []
  const append = (character: string, offset: number): void => {
    text += character
    offsets.push(offset)
  }
  let offset = 0
  for (const character of source) {
    if (sentenceEnd.test(character)) {
      if (text !== '' && !text.endsWith('\n')) append('\n', offset)
    } else if (!separator.test(character)) {
      append(character.length > 1 ? placeholder : toHalfWidth(character), offset)
    }
    offset += character.length
  }
  const syllables = soundsOf(text)
  return { source, text, offsets, syllables, sound: soundLine(syllables) }
}

/** Toneless, accent-folded syllables: 南道, 男道 and 难道 are the same. */
export function soundsOf(text: string): readonly string[] {
  return toSyllables(text).map((syllable) => foldSyllable(syllable))
}

export function soundLine(syllables: readonly string[]): string {
  return ` ${syllables.join(' ')} `
}

/** The words of a span as they stand in the turn, inner punctuation included. */
export function quoteSpan({ source, offsets }: HeardText, span: Span): string {
  const first = offsets[span.start]
  const last = offsets[span.end - 1]
  if (first === undefined || last === undefined) return source
  const lastCharacter = String.fromCodePoint(source.codePointAt(last) ?? 0)
  return source.slice(first, last + lastCharacter.length)
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** All matches of a global expression as spans; empty matches are no finding. */
export function spansOf(expression: RegExp, text: string): readonly Span[] {
  // Not matchAll: it copies the expression every time, and a pack has hundreds for every turn.
  const spans: Span[] = []
  expression.lastIndex = 0
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    const end = match.index + match[0].length
    if (end > match.index) spans.push({ start: match.index, end })
    else expression.lastIndex += 1
  }
  return spans
}

function toHalfWidth(character: string): string {
  const normal = character.normalize('NFKC')
  return normal.length === 1 ? normal : character
}
