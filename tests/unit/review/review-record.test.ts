import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { admitAct, type ReviewSituation } from '#shared/domain/review/admit-act.ts'
import { visibleTo } from '#shared/domain/review/blind.ts'
import { foldReview } from '#shared/domain/review/fold-review.ts'
import { stateOf, weightOf } from '#shared/domain/review/queue.ts'
import type { ReviewAct, ReviewEvent } from '#shared/domain/review/review-event.ts'
import {
  appeal,
  change,
  confirm,
  decide,
  dismiss,
  escalate,
  eventsOf,
  raised,
  type Acts,
} from './review-call.ts'

const flags = [raised(2, 'commanding'), raised(5, 'shirking', { severity: 'serious' })]
const flagId = '2/commanding'
const standingAfter = (...acts: Acts): string => foldReview(flags, eventsOf(...acts)).flags[0]!.standing

describe('how a flag stands', () => {
  it.each([
    ['open while nobody judged it', [], 'open'],
    ['as the first reviewer says', [['r1', confirm(flagId)]], 'confirmed'],
    [
      'as that reviewer says last',
      [
        ['r1', confirm(flagId)],
        ['r1', dismiss(flagId)],
      ],
      'dismissed',
    ],
    [
      'not as a second one says',
      [
        ['r1', confirm(flagId)],
        ['r2', dismiss(flagId)],
      ],
      'confirmed',
    ],
    ['changed', [['r1', change(flagId, 'shirking')]], 'changed'],
    [
      'while an appeal is open',
      [
        ['r1', confirm(flagId)],
        ['s', appeal(flagId)],
      ],
      'confirmed',
    ],
    [
      'after an appeal that was accepted',
      [
        ['r1', confirm(flagId)],
        ['s', appeal(flagId)],
        ['r1', decide(flagId, 'accepted')],
      ],
      'dismissed',
    ],
    [
      'by the last word',
      [
        ['r1', confirm(flagId)],
        ['s', appeal(flagId)],
        ['r1', decide(flagId, 'rejected')],
        ['s', escalate(flagId)],
        ['r2', decide(flagId, 'accepted')],
      ],
      'dismissed',
    ],
  ] as const)('%s', (_name, acts, standing) => {
    expect(standingAfter(...acts)).toBe(standing)
  })

  it('does not depend on the order in which events arrived', () => {
    const events = eventsOf(
      ['r1', confirm(flagId)],
      ['s', appeal(flagId)],
      ['r1', decide(flagId, 'rejected')],
      ['s', escalate(flagId)],
      ['r2', decide(flagId, 'accepted')],
    )
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        expect(foldReview(flags, shuffled)).toEqual(foldReview(flags, events))
      }),
    )
  })
})

const situation = (events: readonly ReviewEvent[], more: Partial<ReviewSituation> = {}): ReviewSituation => ({
  record: foldReview(flags, events),
  staffNumber: 's',
  turns: Array.from({ length: 6 }, (_value, turn) => ({
    speaker: turn % 2 === 0 ? 'seat' : 'citizen',
    text: '凭什么要我们管',
  })),
  scorecard: {
    items: [
      { id: 'clear', group: '', title: '清楚', source: '', points: 10, by: 'reviewer', rules: [] },
      { id: 'pace', group: '', title: '语速', source: '', points: 5, by: 'rules', rules: ['speed'] },
    ],
    appeals: { days: 7 },
    ownCalls: 'forbid',
  },
  rules: ['commanding', 'shirking'],
  now: '2026-11-21T08:00:00.000Z',
  ...more,
})

describe('who may do what when', () => {
  const answered = [
    ['r1', confirm(flagId)],
    ['s', appeal(flagId)],
    ['r1', decide(flagId, 'rejected')],
  ] as const
  it.each([
    ['a reviewer judges', [], 'r1', confirm(flagId), undefined],
    ['nobody judges a call of their own', [], 's', confirm(flagId), 'own-call'],
    ['a flag is judged by one', [['r1', confirm(flagId)]], 'r2', dismiss(flagId), 'judged'],
    ['who may think again', [['r1', confirm(flagId)]], 'r1', dismiss(flagId), undefined],
    ['an unknown flag', [], 'r1', confirm('9/commanding'), 'not-found'],
    ['a change needs another rule', [], 'r1', change(flagId, 'commanding'), 'same-rule'],
    ['that exists', [], 'r1', change(flagId, 'nonsense'), 'unknown-rule'],
    ['the seat appeals', [['r1', confirm(flagId)]], 's', appeal(flagId), undefined],
    ['nobody else does', [['r1', confirm(flagId)]], 'r2', appeal(flagId), 'forbidden'],
    ['not before a verdict', [], 's', appeal(flagId), 'not-judged'],
    ['not where it was dismissed', [['r1', dismiss(flagId)]], 's', appeal(flagId), 'not-judged'],
    [
      'once',
      [
        ['r1', confirm(flagId)],
        ['s', appeal(flagId)],
      ],
      's',
      appeal(flagId),
      'appealed-before',
    ],
    [
      'under appeal no verdict changes',
      [
        ['r1', confirm(flagId)],
        ['s', appeal(flagId)],
      ],
      'r1',
      dismiss(flagId),
      'under-appeal',
    ],
    ['nothing to answer', [['r1', confirm(flagId)]], 'r1', decide(flagId, 'accepted'), 'no-appeal'],
    [
      'the reviewer answers',
      [
        ['r1', confirm(flagId)],
        ['s', appeal(flagId)],
      ],
      'r1',
      decide(flagId, 'rejected'),
      undefined,
    ],
    [
      'no escalation before',
      [
        ['r1', confirm(flagId)],
        ['s', appeal(flagId)],
      ],
      's',
      escalate(flagId),
      'not-rejected',
    ],
    ['the seat escalates', answered, 's', escalate(flagId), undefined],
    [
      'another one has the last word',
      [...answered, ['s', escalate(flagId)]],
      'r1',
      decide(flagId, 'rejected'),
      'needs-other',
    ],
    ['and has it', [...answered, ['s', escalate(flagId)]], 'r2', decide(flagId, 'rejected'), undefined],
    ['scores by hand', [], 'r1', { kind: 'scored', items: [{ item: 'clear', points: 10 }] }, undefined],
    [
      'not more than all points',
      [],
      'r1',
      { kind: 'scored', items: [{ item: 'clear', points: 11 }] },
      'too-many-points',
    ],
    [
      'not what rules score',
      [],
      'r1',
      { kind: 'scored', items: [{ item: 'pace', points: 1 }] },
      'not-by-hand',
    ],
  ] as readonly (readonly [string, Acts, string, ReviewAct, string | undefined])[])(
    '%s',
    (_name, acts, actor, act, code) => {
      const admitted = admitAct(situation(eventsOf(...acts)), actor, act)
      expect(admitted.ok ? undefined : admitted.error.code).toBe(code)
    },
  )

  it('appeals are late after the days of the pack', () => {
    const late = situation(eventsOf(['r1', confirm(flagId)]), { now: '2026-11-28T08:00:00.000Z' })
    expect(admitAct(late, 's', appeal(flagId))).toMatchObject({ ok: false, error: { code: 'too-late' } })
  })

  it('own calls can be reviewed where the pack allows it', () => {
    const { scorecard } = situation([])
    const allowed = situation([], { scorecard: { ...scorecard, ownCalls: 'allow' } })
    expect(admitAct(allowed, 's', confirm(flagId)).ok).toBe(true)
  })
})

describe('a calibration', () => {
  const open: ReviewAct = { kind: 'calibration-opened' }
  const done: ReviewAct = { kind: 'finished' }

  it('hides the judgements of others until both are done', () => {
    const half = eventsOf(['r1', open], ['r1', confirm(flagId)], ['r1', done])
    expect(visibleTo(half, 'r1')).toHaveLength(3)
    expect(visibleTo(half, 'r2').map(({ act }) => act.kind)).toEqual(['calibration-opened'])
    const whole = eventsOf(
      ['r1', open],
      ['r1', confirm(flagId)],
      ['r1', done],
      ['r2', dismiss(flagId)],
      ['r2', done],
    )
    expect(visibleTo(whole, 'r2')).toHaveLength(5)
    expect(admitAct(situation(whole), 'r2', confirm(flagId))).toMatchObject({ error: { code: 'calibrated' } })
  })

  it('is done when two are', () => {
    const half = foldReview(flags, eventsOf(['r1', open], ['r1', done]))
    expect(stateOf(half)).toBe('begun')
    expect(stateOf(foldReview(flags, eventsOf(['r1', open], ['r1', done], ['r2', done])))).toBe('finished')
  })
})

it('puts appeals first in the queue, then what is serious, and nothing that is done', () => {
  const weight = (...acts: Acts): number => weightOf(foldReview(flags, eventsOf(...acts)), ['drawn'])
  const fresh = weight()
  expect(weight(['r1', confirm(flagId)], ['s', appeal(flagId)])).toBeGreaterThan(fresh)
  expect(fresh).toBeGreaterThan(weight(['r1', dismiss('5/shirking')]))
  expect(weight(['r1', { kind: 'finished' }])).toBe(0)
})
