import type { JudgedFlag } from './fold-review.ts'

/** What two reviewers said of one flag; `none` where one of them did not mark it. */
export interface ComparedFlag {
  readonly flagId: string
  readonly first: string
  readonly second: string
}

export interface Agreement {
  readonly compared: readonly ComparedFlag[]
  /** Share judged alike; absent of nothing. */
  readonly share?: number
  /** Cohen's κ; absent where chance alone would agree on everything. */
  readonly kappa?: number
}

/** Said of a flag that a reviewer left unjudged. */
export const unmarked = 'none'

/**
 * How far two reviewers agree on one call: over every flag a rule raised that either judged, and every one either added. An
 * added flag agrees with one of the other that overlaps it under the same rule.
 */
export function compareReviewers(flags: readonly JudgedFlag[], first: string, second: string): Agreement {
  const raised = flags.filter(({ from }) => from.origin === 'rule')
  const judged = raised.map((flag) => ({
    flagId: flag.flagId,
    first: judgementOf(flag, first),
    second: judgementOf(flag, second),
  }))
  const compared = [
    ...judged.filter((pair) => pair.first !== unmarked || pair.second !== unmarked),
    ...compareAdded(flags, first, second),
  ]
  return { compared, ...agreementOf(compared) }
}

function judgementOf(flag: JudgedFlag, reviewer: string): string {
  const verdict = flag.verdicts.findLast((candidate) => candidate.reviewer === reviewer)
  if (verdict === undefined) return unmarked
  return verdict.decision === 'change' ? `change:${verdict.toRule ?? ''}` : verdict.decision
}

function compareAdded(flags: readonly JudgedFlag[], first: string, second: string): readonly ComparedFlag[] {
  const addedBy = (reviewer: string): readonly JudgedFlag[] =>
    flags.filter(({ from }) => from.origin === 'reviewer' && from.by === reviewer)
  const theirs = addedBy(second)
  const met = new Set<string>()
  const ours = addedBy(first).map((flag) => {
    const match = theirs.find((other) => !met.has(other.flagId) && sameMark(flag, other))
    if (match !== undefined) met.add(match.flagId)
    return { flagId: flag.flagId, first: 'added', second: match === undefined ? unmarked : 'added' }
  })
  return [
    ...ours,
    ...theirs
      .filter(({ flagId }) => !met.has(flagId))
      .map(({ flagId }) => ({ flagId, first: unmarked, second: 'added' })),
  ]
}

function sameMark(left: JudgedFlag, right: JudgedFlag): boolean {
  if (left.from.origin !== 'reviewer' || right.from.origin !== 'reviewer') return false
  const [ours, theirs] = [left.from.added, right.from.added]
  const overlap = Math.min(ours.to, theirs.to) > Math.max(ours.from, theirs.from)
  return ours.turn === theirs.turn && ours.rule === theirs.rule && overlap
}

/** Agreement of pairs of judgements, and Cohen's κ (1960): what is left of it beyond chance. */
export function agreementOf(
  pairs: readonly { readonly first: string; readonly second: string }[],
): Pick<Agreement, 'share' | 'kappa'> {
  if (pairs.length === 0) return {}
  const share = pairs.filter(({ first, second }) => first === second).length / pairs.length
  const labels = new Set(pairs.flatMap(({ first, second }) => [first, second]))
  const shareOf = (side: 'first' | 'second', label: string): number =>
    pairs.filter((pair) => pair[side] === label).length / pairs.length
  const chance = [...labels].reduce(
    (sum, label) => sum + shareOf('first', label) * shareOf('second', label),
    0,
  )
  return chance >= 1 ? { share } : { share, kappa: (share - chance) / (1 - chance) }
}
