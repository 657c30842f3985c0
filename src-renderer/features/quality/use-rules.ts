import { useCallback } from 'react'
import type { RuleStanding } from '#shared/contract/review-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useRemote, type Remote } from '../../state/use-remote.ts'

/** The wording rules with their precision, read again whenever a verdict moved it. */
export function useRuleStandings(): Remote<readonly RuleStanding[]> {
  const { connection } = useDesk()
  const load = useCallback((signal: AbortSignal) => connection.call('review.rules', {}, signal), [connection])
  const [remote] = useRemote(load, ['review.rulesChanged'])
  return remote
}

const none: readonly RuleStanding[] = []

/** The same, as a list to choose from; empty until it was read. */
export function useRules(): readonly RuleStanding[] {
  const remote = useRuleStandings()
  return remote.kind === 'ready' ? remote.value : none
}
