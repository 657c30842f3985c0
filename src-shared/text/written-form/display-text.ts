import { punctuate, type Utterance } from '../punctuate.ts'
import { writtenForm } from './written-form.ts'
import { replaceAll, type Replacement, toSpoken, type WrittenSpan, type WrittenText } from './written-text.ts'

/** A turn's words as they were recognised, and the same with marks by a model where there is one. */
export interface SpokenTurn {
  readonly text: string
  readonly punctuated?: string
}

export interface DisplayOptions extends Partial<Utterance> {
  /** Names whose numerals are part of the name. */
  readonly keep?: readonly string[]
}

const mark = /[\p{P}\s]/u

/**
 * A turn as it is shown and copied: marks, then the written form. The model's marks are used where its letters are those
 * of the text, else marks are set by pauses and particles. Offsets of the spans lead to the text without marks.
 */
export function displayText(turn: SpokenTurn, options: DisplayOptions = {}): WrittenText {
  const { text, punctuated } = turn
  const marked =
    punctuated !== undefined && lettersOf(punctuated) === lettersOf(text)
      ? punctuated
      : punctuate(text, { ...options, final: options.final ?? true })
  const marks = replaceAll(text, marksBetween(text, marked))
  const numbers = writtenForm(marked, options.keep === undefined ? {} : { keep: options.keep })
  return { text: numbers.text, spans: composed(text, marks, numbers) }
}

function lettersOf(text: string): string {
  let letters = ''
  for (let at = 0; at < text.length; at++) if (!mark.test(text.charAt(at))) letters += text.charAt(at)
  return letters
}

/** What turns the text into the marked one, given that both have the same letters. */
function marksBetween(text: string, marked: string): readonly Replacement[] {
  const found: Replacement[] = []
  let at = 0
  let other = 0
  while (at < text.length || other < marked.length) {
    if (text.charAt(at) === marked.charAt(other)) {
      at++
      other++
      continue
    }
    const [start, from] = [at, other]
    while (mark.test(marked.charAt(other)) && marked.charAt(other) !== text.charAt(at)) other++
    if (other === from) while (mark.test(text.charAt(at))) at++
    found.push({ start, end: at, kind: 'mark', written: marked.slice(from, other) })
  }
  return found
}

/** Both steps as one: numbers by their place in the text, and the marks that stand outside of them. */
function composed(text: string, marks: WrittenText, numbers: WrittenText): readonly WrittenSpan[] {
  const spans: WrittenSpan[] = []
  let next = 0
  let shift = 0
  for (const number of [...numbers.spans, undefined]) {
    for (let span = marks.spans[next]; span !== undefined; span = marks.spans[next]) {
      if (number !== undefined && span.end > number.spokenStart) break
      spans.push({ ...span, start: span.start + shift, end: span.end + shift })
      next++
    }
    if (number === undefined) break
    // Marks in the middle of a number, as between the groups of a telephone number, are part of it.
    while ((marks.spans[next]?.start ?? Infinity) < number.spokenEnd) next++
    const { start, end } = toSpoken(marks, number.spokenStart, number.spokenEnd)
    spans.push({ ...number, spokenStart: start, spokenEnd: end, spoken: text.slice(start, end) })
    shift = number.end - number.spokenEnd
  }
  return spans
}
