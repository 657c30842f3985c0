import type { Candidate } from './party-candidates.ts'
import learned from './party-choice-weights.json' with { type: 'json' }

/** What each sign weighs, as `tests/bench/fit-party.ts` works it out from labelled calls. */
const weights: ReadonlyMap<string, number> = new Map(Object.entries(learned))

/** What has to speak for a candidate (log odds against none): an empty field is better than a wrong one. */
const least = 0

/**
 * The one of several that is meant, or none. What the seat makes of a name tells most; before it has spoken, who is told of
 * in so many words is meant.
 */
export function partyMeant(all: readonly Candidate[]): Candidate | undefined {
  const candidates = all.filter(({ onlyDealtWith }) => !onlyDealtWith)
  const at = bestOf(
    candidates.map(({ signs }) => signs),
    (sign) => weights.get(sign) ?? 0,
  )
  return at === undefined ? candidates.find(({ early }) => early) : candidates[at]
}

/** Which of several weighs most by its signs; undefined where none weighs enough. */
export function bestOf(
  several: readonly (readonly string[])[],
  weightOf: (sign: string) => number,
): number | undefined {
  const scores = several.map((signs) => signs.reduce((sum, sign) => sum + weightOf(sign), 0))
  const top = Math.max(least, ...scores)
  return top === least ? undefined : scores.indexOf(top)
}
