import type { RaisedFlag } from '#shared/domain/review/review-case.ts'
import type { ReviewAct, ReviewEvent } from '#shared/domain/review/review-event.ts'

/** A flag of a rule, as it was raised. */
export function raised(turn: number, rule: string, more: Partial<RaisedFlag> = {}): RaisedFlag {
  return {
    turn,
    rule,
    quote: '凭什么',
    severity: 'caution',
    why: '像在质问',
    rewrite: '',
    version: 'v1',
    silent: false,
    dismissed: false,
    ...more,
  }
}

export type Acts = readonly (readonly [actor: string, act: ReviewAct])[]

/** Acts in their order, a minute apart, each by its actor. */
export function eventsOf(...acts: Acts): ReviewEvent[] {
  return acts.map(([actor, act], index) => ({
    id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    callId: 'c',
    at: new Date(Date.UTC(2026, 10, 20, 8, index)).toISOString(),
    actor,
    act,
  }))
}

export const confirm = (flagId: string): ReviewAct => ({
  kind: 'verdict',
  flagId,
  decision: 'confirm',
  reason: '成立',
})
export const dismiss = (flagId: string): ReviewAct => ({
  kind: 'verdict',
  flagId,
  decision: 'dismiss',
  reason: '不成立',
})
export const change = (flagId: string, toRule: string): ReviewAct => ({
  kind: 'verdict',
  flagId,
  decision: 'change',
  toRule,
  reason: '另一类',
})
export const appeal = (flagId: string): ReviewAct => ({ kind: 'appealed', flagId, text: '不同意' })
export const escalate = (flagId: string): ReviewAct => ({ kind: 'escalated', flagId, text: '还是不同意' })
export const decide = (flagId: string, outcome: 'accepted' | 'rejected'): ReviewAct => ({
  kind: 'appeal-decided',
  flagId,
  outcome,
  reason: '答复',
})
