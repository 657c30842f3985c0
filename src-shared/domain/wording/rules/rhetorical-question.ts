import { citizenAfter, seatTurns } from '../call-text.ts'
import { containsAny, findMatches, oncePerTurn, saysAny, type Match } from '../find-matches.ts'
import type { Detector, Finding } from '../finding.ts'
import { overlaps } from '../heard-text.ts'

/** The stretch from the first cue to the last, where enough different cues are in the turn; one word is one cue. */
const matchCues = oncePerTurn((norm, turn): Match | undefined => {
  const found = norm.patterns.flatMap(
    (pattern) => findMatches({ ...norm, phrases: [], patterns: [pattern] }, turn)[0] ?? [],
  )
  const cues: Match[] = []
  for (const cue of found) if (!cues.some((other) => overlaps(cue, other))) cues.push(cue)
  if (cues.length === 0 || cues.length < (norm.norm.threshold ?? 1)) return undefined
  return { start: Math.min(...cues.map((cue) => cue.start)), end: Math.max(...cues.map((cue) => cue.end)) }
})

/**
 * 反问: a question that reproaches, challenges, mocks or refuses. An entry may tell one in three ways: by a phrase or
 * pattern alone; with a `threshold`, by so many different cues in one turn, none of which says anything alone; with a
 * `context`, by words that may as well ask for a fact and count only where the citizen's answer shows that they were
 * taken as a reproach, so such a flag comes after that answer. `remedies` are courtesies that clear the turn.
 */
export const detectRhetoricalQuestion: Detector = (norm, call) =>
  seatTurns(call).flatMap((turn): readonly Finding[] => {
    const match = norm.norm.threshold === undefined ? findMatches(norm, turn)[0] : matchCues(norm, turn)
    if (match === undefined || saysAny(norm.remedies, turn)) return []
    if (norm.context.length === 0) return [{ turn: turn.index, match, decidedAt: turn.index }]
    const protest = citizenAfter(call, turn.index).find(({ repaired }) => containsAny(norm.context, repaired))
    return protest === undefined ? [] : [{ turn: turn.index, match, decidedAt: protest.index }]
  })
