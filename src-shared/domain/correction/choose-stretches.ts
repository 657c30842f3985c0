import type { Correction, NameCandidate } from './correction.ts'
import type { Match } from './rate-match.ts'

/** What sounds less like a name than this is not worth showing. */
const leastShown = 0.78
const mostCandidates = 4
/** A longer stretch explains more of the turn: 天河体育西路 before 体育西路. */
const perCharacter = 0.02

interface Rated {
  readonly match: Match
  readonly score: number
}

/**
 * The best stretches that do not overlap, each with the names it may stand for. Where a name of the pack stands in its own
 * spelling, only a longer one that leaves it as it is may take its place.
 */
export function chooseStretches(
  text: string,
  matches: readonly Match[],
  rate: (match: Match) => number | undefined,
): readonly Correction[] {
  const spelt = matches.filter(({ changed }) => changed.length === 0)
  const rated = matches
    .filter((match) => match.changed.length > 0 && !spelt.some((exact) => breaks(match, exact)))
    .flatMap((match): readonly Rated[] => {
      const score = rate(match)
      return score === undefined || score < leastShown ? [] : [{ match, score }]
    })
    .toSorted((left, right) => rank(right) - rank(left))
  const taken: Rated[] = []
  for (const best of rated) if (!taken.some(({ match }) => overlap(match, best.match))) taken.push(best)
  return taken
    .toSorted((left, right) => left.match.start - right.match.start)
    .map(({ match: { start, end } }) => ({
      start,
      end,
      heard: text.slice(start, end),
      candidates: candidatesOf(rated.filter(({ match }) => match.start === start && match.end === end)),
      chosen: null,
    }))
}

const rank = ({ match, score }: Rated): number => score + perCharacter * (match.end - match.start)

const overlap = (left: Match, right: Match): boolean => left.start < right.end && right.start < left.end

/** Whether a match would change characters of a name that is spelt rightly, or takes only part of it. */
function breaks(match: Match, exact: Match): boolean {
  if (!overlap(match, exact)) return false
  const inside = match.start <= exact.start && match.end >= exact.end
  return !inside || match.changed.some((at) => at >= exact.start && at < exact.end)
}

function candidatesOf(rated: readonly Rated[]): NameCandidate[] {
  const byName = new Map<string, NameCandidate>()
  for (const { match, score } of rated)
    if (!byName.has(match.name.name))
      byName.set(match.name.name, {
        name: match.name.name,
        kind: match.name.kind,
        score: Math.round(Math.min(1, score) * 1000) / 1000,
      })
  return [...byName.values()].slice(0, mostCandidates)
}
