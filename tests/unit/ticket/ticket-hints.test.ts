import { describe, expect, it } from 'vitest'
import type { HeardFields, TicketDraft, TicketFields } from '#shared/domain/ticket-fields.ts'
import { applyHeard, setTyped } from '#shared/domain/ticket/draft.ts'
import { ticketHints } from '#shared/domain/ticket/ticket-hints.ts'
import { isLessUrgent } from '#shared/domain/ticket/urgency-order.ts'

const at = (minute: number): string => `2026-11-20T01:${String(minute).padStart(2, '0')}:00.000Z`
const by = (minute: number) => ({ by: '8031', at: at(minute) })

function hear(
  draft: TicketDraft,
  fields: Pick<TicketFields, 'urgency' | 'requestType'>,
  minute: number,
  confidence = 0.9,
): TicketDraft {
  const entries = Object.entries(fields).map(([field, value]) => [
    field,
    { value, confidence, evidence: [], alternatives: [] },
  ])
  return applyHeard(draft, Object.fromEntries(entries) as HeardFields, at(minute))
}
const hintsOf = (draft: TicketDraft) => ticketHints(draft).map(({ field, heard }) => [field, heard.value])

describe('the order of urgency', () => {
  it.each([
    ['一般', '突发', true],
    ['及时', '突发', true],
    ['一般', '及时', true],
    ['突发', '及时', false],
    ['及时', '及时', false],
    [null, '突发', true],
    [null, '一般', false],
    ['一般', null, false],
    ['一般', undefined, false],
  ])('%s is less urgent than %s: %s', (value, than, expected) => {
    expect(isLessUrgent(value, than)).toBe(expected)
  })
})

describe('hints', () => {
  it('say nothing about what is merely heard', () => {
    expect(hintsOf(hear({}, { urgency: '突发', requestType: '投诉' }, 1))).toEqual([])
  })

  it('tell of danger that is heard after a lower urgency was settled', () => {
    const typed = setTyped({}, 'urgency', '一般', by(1))
    expect(hintsOf(hear(typed, { urgency: '突发' }, 2))).toEqual([['urgency', '突发']])
    expect(hintsOf(hear(typed, { urgency: '一般' }, 2))).toEqual([])
  })

  it('leave a person alone who lowered it with a reason, until something more urgent is heard', () => {
    const lowered = setTyped(hear({}, { urgency: '及时' }, 1), 'urgency', '一般', by(2), '已经来水')
    expect(hintsOf(lowered)).toEqual([])
    expect(hintsOf(hear(lowered, { urgency: '及时' }, 3))).toEqual([])
    expect(hintsOf(hear(lowered, { urgency: '突发' }, 4))).toEqual([['urgency', '突发']])
  })

  it.each([
    ['咨询', '投诉', true],
    ['咨询', '求助', true],
    ['建议', '举报', true],
    ['求助', '投诉', true],
    ['投诉', '咨询', false],
    ['举报', '投诉', false],
    ['建议', '咨询', false],
  ] as const)('filed as %s while %s is heard: %s', (filed, heard, expected) => {
    const draft = hear(setTyped({}, 'requestType', filed, by(1)), { requestType: heard }, 2)
    expect(hintsOf(draft)).toEqual(expected ? [['requestType', heard]] : [])
  })

  it('say nothing of a type that was heard doubtfully', () => {
    const draft = hear(setTyped({}, 'requestType', '咨询', by(1)), { requestType: '投诉' }, 2, 0.6)
    expect(hintsOf(draft)).toEqual([])
  })
})
