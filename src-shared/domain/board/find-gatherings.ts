import type { Matter } from '../ticket/matter.ts'
import { rateSimilarity } from '../ticket/similar-tickets.ts'

/** So many different callers about one matter within two hours are shown: what a lead would ask about. */
export const gatheringCalls = 3
export const gatheringHours = 2

/**
 * Matters of different callers that are alike and came in close together (疑似群体性诉求), the largest first. A caller who
 * calls again counts once.
 */
export function findGatherings(matters: readonly Matter[]): readonly (readonly Matter[])[] {
  const groups: Matter[][] = []
  for (const matter of matters.toSorted((a, b) => a.at - b.at)) {
    const met = groups.filter((group) => group.some((other) => belongTogether(matter, other)))
    const [first, ...rest] = met
    if (first === undefined) {
      groups.push([matter])
      continue
    }
    first.push(matter, ...rest.flat())
    for (const merged of rest) groups.splice(groups.indexOf(merged), 1)
  }
  return groups.filter((group) => callersOf(group) >= gatheringCalls).toSorted((a, b) => b.length - a.length)
}

function belongTogether(left: Matter, right: Matter): boolean {
  if (Math.abs(left.at - right.at) > gatheringHours * 3_600_000) return false
  return rateSimilarity(left, right) !== undefined
}

/** Matters that share no number are of different callers. */
function callersOf(group: readonly Matter[]): number {
  const seen = new Set<string>()
  return group.filter(({ phones }) => {
    const known = phones.some((phone) => seen.has(phone))
    for (const phone of phones) seen.add(phone)
    return !known
  }).length
}
