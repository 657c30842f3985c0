import type { Turn } from '../call.ts'
import type { NormRule } from '../site-pack.ts'

/** Rules of sound: typed sentences have neither speed nor overlap. */
const heardOnly: readonly string[] = ['speed', 'talking-over', 'interrupting']
/** Rules of the end of a call, which judge only where the citizen took leave (`context`). */
const ofTheEnd: readonly string[] = ['closing', 'further-needs', 'read-back-address', 'read-back-demand']
/** The citizen's leave stands among so many of the last words. */
const lastTurns = 3

/**
 * Rules that could find nothing in this call, whatever the seat did: their silence is no praise.
 *
 * @param spoken false where sentences were typed (a rehearsal)
 */
export function unjudgedRules(
  norms: readonly Pick<NormRule, 'rule' | 'context'>[],
  turns: readonly Turn[],
  spoken: boolean,
): ReadonlySet<string> {
  const last = turns.filter(({ speaker }) => speaker === 'citizen').slice(-lastTurns)
  const tookLeave = (context: readonly string[]): boolean =>
    context.some((pattern) => last.some(({ text }) => new RegExp(pattern, 'u').test(text)))
  const open = norms.filter(
    ({ rule, context }) => ofTheEnd.includes(rule) && context !== undefined && !tookLeave(context),
  )
  return new Set([...(spoken ? [] : heardOnly), ...open.map(({ rule }) => rule)])
}
