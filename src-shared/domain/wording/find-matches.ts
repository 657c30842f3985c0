import type { CompiledNorm, CompiledPhrase } from './compile-norms.ts'
import { overlaps, spansOf, type HeardText, type Span } from './heard-text.ts'
import type { TurnText } from './call-text.ts'
import type { Required } from './required-characters.ts'

export interface Match extends Span {
  readonly why?: string | undefined
  readonly rewrite?: string | undefined
}

/** A shorter phrase is looked for by its characters only: too many harmless words sound like it. */
export const minimumSoundLength = 4

const noMatches: readonly Match[] = []

/** What norms found in a turn: the whole call is checked again after every turn, and only the last one is new. */
const known = new WeakMap<HeardText, Map<CompiledNorm, readonly Match[]>>()

/**
 * Where a norm's phrases and patterns stand in the seat's own voice, earliest and longest first. Phrases are found by
 * text and by sound, patterns in the text as heard and as repaired by sound. A match that overlaps an exception or
 * lies in a quotation is left out.
 */
export function findMatches(norm: CompiledNorm, turn: TurnText): readonly Match[] {
  const ofTurn = known.get(turn.heard) ?? new Map<CompiledNorm, readonly Match[]>()
  const kept = ofTurn.get(norm)
  if (kept !== undefined) return kept
  known.set(turn.heard, ofTurn)
  const found = findAnew(norm, turn)
  ofTurn.set(norm, found)
  return found
}

/** Most of an entry's words are not said: a look at the characters tells, before anything is run. */
function findAnew(norm: CompiledNorm, turn: TurnText): readonly Match[] {
  const { heard, quotations } = turn
  const texts = textsOf(turn)
  const found: Match[] = []
  for (const phrase of norm.phrases) {
    if (!mayBeSaid(phrase, heard)) continue
    for (const span of phraseSpans(phrase, heard)) found.push({ ...span, rewrite: phrase.rewrite })
  }
  for (const { expression, required, why, rewrite } of norm.patterns) {
    if (!hasAll(required, turn)) continue
    for (const text of texts) {
      for (const span of spansOf(expression, text)) found.push({ ...span, why, rewrite })
    }
  }
  if (found.length === 0) return noMatches
  const exceptions = exceptionsIn(norm, turn)
  return withoutTwins(found)
    .filter((match) => !exceptions.some((span) => overlaps(match, span)))
    .filter((match) => !quotations.some((span) => match.start >= span.start && match.start < span.end))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Where a turn has what a norm excepts. */
export function exceptionsIn({ except }: CompiledNorm, turn: TurnText): readonly Span[] {
  return except.flatMap((expression) => textsOf(turn).flatMap((text) => spansOf(expression, text)))
}

const textsOf = ({ heard, repaired }: TurnText): readonly string[] =>
  repaired === heard.text ? [heard.text] : [heard.text, repaired]

/** What stands in the text as heard and as repaired was said once. */
function withoutTwins(matches: readonly Match[]): readonly Match[] {
  const seen = new Set<string>()
  return matches.filter(({ start, end }) => {
    const place = `${start}-${end}`
    const isNew = !seen.has(place)
    seen.add(place)
    return isNew
  })
}

function hasAll(required: Required, { characters }: TurnText): boolean {
  for (const oneOf of required) if (!hasAny(oneOf, characters)) return false
  return true
}

function hasAny(oneOf: string, characters: ReadonlySet<string>): boolean {
  for (const character of oneOf) if (characters.has(character)) return true
  return false
}

const said = new WeakMap<HeardText, Map<readonly RegExp[], boolean>>()

/** True where one of the expressions is found in the seat's own voice. Kept, like matches, for as long as the turn is. */
export function saysAny(expressions: readonly RegExp[], turn: TurnText): boolean {
  const ofTurn = said.get(turn.heard) ?? new Map<readonly RegExp[], boolean>()
  const kept = ofTurn.get(expressions)
  if (kept !== undefined) return kept
  said.set(turn.heard, ofTurn)
  const isSaid = expressions.some((expression) =>
    spansOf(expression, turn.repaired).some(
      (span) => !turn.quotations.some((quoted) => overlaps(quoted, span)),
    ),
  )
  ofTurn.set(expressions, isSaid)
  return isSaid
}

/** True where one of the expressions is found anywhere in the text. */
export function containsAny(expressions: readonly RegExp[], text: string): boolean {
  return expressions.some((expression) => text.search(expression) >= 0)
}

function mayBeSaid({ say, sound }: CompiledPhrase, heard: HeardText): boolean {
  return heard.text.includes(say) || (say.length >= minimumSoundLength && heard.sound.includes(sound))
}

function phraseSpans({ say, syllables }: CompiledPhrase, heard: HeardText): readonly Span[] {
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
