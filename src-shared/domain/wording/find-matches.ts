import type { CompiledNorm, CompiledPhrase } from './compile-norms.ts'
import { overlaps, spansOf, type HeardText, type Span } from './heard-text.ts'
import type { TurnText } from './call-text.ts'

export interface Match extends Span {
  readonly why?: string | undefined
  readonly rewrite?: string | undefined
}

/** A shorter phrase is looked for by its characters only: too many harmless words sound like it. */
const minimumSoundLength = 4

const noMatches: readonly Match[] = []

/** Keeps what a norm finds in a turn: the whole call is checked again after every turn, and only the last one is new. */
export function oncePerTurn<T>(
  find: (norm: CompiledNorm, turn: TurnText) => T,
): (norm: CompiledNorm, turn: TurnText) => T {
  const known = new WeakMap<HeardText, Map<CompiledNorm, T>>()
  return (norm, turn) => {
    const ofTurn = known.get(turn.heard) ?? new Map<CompiledNorm, T>()
    known.set(turn.heard, ofTurn)
    const kept = ofTurn.get(norm)
    if (kept !== undefined || ofTurn.has(norm)) return kept as T
    const found = find(norm, turn)
    ofTurn.set(norm, found)
    return found
  }
}

/**
 * Where a norm's phrases and patterns stand in the seat's own voice, earliest and longest first. Phrases are found by
 * text and by sound, patterns in the text as heard and as repaired by sound. A match that overlaps an exception or
 * lies in a quotation is left out.
 */
export const findMatches = oncePerTurn((norm, turn): readonly Match[] => {
  const { heard, repaired, quotations } = turn
  const texts = repaired === heard.text ? [heard.text] : [heard.text, repaired]
  const found: Match[] = []
  for (const phrase of norm.phrases) {
    for (const span of phraseSpans(phrase, heard)) found.push({ ...span, rewrite: phrase.rewrite })
  }
  for (const { expression, why, rewrite } of norm.patterns) {
    for (const text of texts) {
      for (const span of spansOf(expression, text)) found.push({ ...span, why, rewrite })
    }
  }
  if (found.length === 0) return noMatches
  const exceptions = norm.except.flatMap((expression) => texts.flatMap((text) => spansOf(expression, text)))
  return found
    .filter((match) => !exceptions.some((span) => overlaps(match, span)))
    .filter((match) => !quotations.some((span) => match.start >= span.start && match.start < span.end))
    .sort((a, b) => a.start - b.start || b.end - a.end)
})

/** True where one of the expressions is found in the seat's own voice. */
export function saysAny(expressions: readonly RegExp[], turn: TurnText): boolean {
  return expressions.some((expression) =>
    spansOf(expression, turn.repaired).some(
      (span) => !turn.quotations.some((quoted) => overlaps(quoted, span)),
    ),
  )
}

/** True where one of the expressions is found anywhere in the text. */
export function containsAny(expressions: readonly RegExp[], text: string): boolean {
  return expressions.some((expression) => text.search(expression) >= 0)
}

function phraseSpans(phrase: CompiledPhrase, heard: HeardText): readonly Span[] {
  const { say, syllables, sound } = phrase
  if (!heard.text.includes(say) && !(say.length >= minimumSoundLength && heard.sound.includes(sound)))
    return []
  const spans: Span[] = []
  for (let start = 0; start + say.length <= heard.text.length; start++) {
    const span = { start, end: start + say.length }
    const same = heard.text.startsWith(say, start)
    if (same || soundsLike(say, syllables, heard, start)) spans.push(span)
  }
  return spans
}

/** All syllables equal, and at least half of the characters heard right. */
function soundsLike(say: string, syllables: readonly string[], heard: HeardText, start: number): boolean {
  if (say.length < minimumSoundLength) return false
  if (syllables.some((syllable, index) => syllable !== heard.syllables[start + index])) return false
  const right = Array.from(say).filter((character, index) => character === heard.text[start + index])
  return right.length * 2 >= say.length
}
