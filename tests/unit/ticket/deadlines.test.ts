import { describe, expect, it } from 'vitest'
import { localIso } from '#shared/base/local-time.ts'
import { calendarSchema, deadlinesSchema } from '#shared/domain/site-pack.ts'
import { deadlines } from '#shared/domain/ticket/deadlines.ts'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'

const pack = {
  calendar: calendarSchema.parse({ years: [{ year: 2026 }] }),
  deadlines: deadlinesSchema.parse({
    source: '某规范',
    rules: [
      { what: 'dispatch', urgency: '突发', limit: 1, unit: 'hour' },
      { what: 'dispatch', urgency: '及时', limit: 2, unit: 'workingHour' },
      { what: 'dispatch', urgency: '一般', limit: 24, unit: 'hour' },
      { what: 'feedback', urgency: '及时', limit: 3, unit: 'day' },
      { what: 'feedback', urgency: '一般', requestTypes: ['咨询'], limit: 7, unit: 'workingDay' },
      { what: 'feedback', urgency: '一般', limit: 15, unit: 'workingDay' },
    ],
  }),
}
const friday = Date.parse('2026-11-20T17:30:00+08:00')
const due = (fields: TicketFields, start = friday): Readonly<Record<string, string>> =>
  Object.fromEntries(deadlines(start, fields, pack).map(({ what, by }) => [what, localIso(by).slice(0, 16)]))

describe('the deadlines of a ticket', () => {
  it('follow its urgency, in hours by the clock, in office hours or in days', () => {
    expect(due({ urgency: '突发' })).toEqual({ dispatch: '2026-11-20T18:30' })
    expect(due({ urgency: '及时' })).toEqual({ dispatch: '2026-11-23T10:30', feedback: '2026-11-24T00:00' })
  })

  it('follow its type where a rule names it, and else the rule for the rest', () => {
    expect(due({ urgency: '一般', requestType: '咨询' })['feedback']).toBe('2026-12-01T18:00')
    expect(due({ urgency: '一般', requestType: '投诉' })['feedback']).toBe('2026-12-11T18:00')
    expect(due({ urgency: '一般' })['feedback']).toBe('2026-12-11T18:00')
  })

  it('are none while the urgency is open', () => {
    expect(due({})).toEqual({})
  })

  it('say what they rest on, and where the calendar was only assumed', () => {
    const [dispatch, feedback] = deadlines(friday, { urgency: '一般' }, pack)
    expect(dispatch).toMatchObject({ basis: '一般事项 24 小时内派发（某规范）', assumed: false })
    expect(feedback?.basis).toBe('一般事项 15 个工作日内反馈（某规范）')
    const late = deadlines(Date.parse('2026-12-30T09:00:00+08:00'), { urgency: '一般' }, pack)[1]
    expect(late?.assumed).toBe(true)
    expect(late?.basis).toContain('按推算的工作日计')
  })
})
