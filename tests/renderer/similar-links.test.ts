import { describe, expect, it } from 'vitest'
import type { SimilarTicket } from '#shared/contract/views.ts'
import { formatAgo } from '../../src-renderer/format/ago.ts'
import { headlineOf, isLinked, toggleLink, toggleLinks } from '../../src-renderer/state/similar-links.ts'

const startedAt = '2026-11-21T09:12:00+08:00'
const ticket = (more: Partial<SimilarTicket>): SimilarTicket => ({
  ticketId: 't1',
  number: '20261118-000012',
  at: '2026-11-18T09:00:00+08:00',
  relation: 'same-caller',
  reasons: ['caller'],
  summary: '',
  ...more,
})
const unnumbered: SimilarTicket = {
  ticketId: 't2',
  at: '2026-11-21T08:20:00+08:00',
  relation: 'other-caller',
  reasons: ['place'],
  summary: '',
}

describe('links', () => {
  it('are made by number, by id where there is none yet, and all at once', () => {
    expect(toggleLinks([ticket({}), unnumbered], [])).toEqual(['20261118-000012', 't2'])
    expect(toggleLinks([ticket({}), unnumbered], ['20260101-000001', 't2'])).toEqual([
      '20260101-000001',
      't2',
      '20261118-000012',
    ])
  })

  it('are taken away where all are made, and others stay', () => {
    expect(toggleLinks([ticket({}), unnumbered], ['20261118-000012', 't2'])).toBeNull()
    expect(toggleLink(ticket({}), ['20260101-000001', '20261118-000012'])).toEqual(['20260101-000001'])
  })

  it('hold when the centre numbers the ticket later', () => {
    const numbered = { ...unnumbered, number: '20261121-000003' }
    expect(isLinked(numbered, ['t2'])).toBe(true)
    expect(toggleLink(numbered, ['t2'])).toBeNull()
  })
})

describe('the line over the list', () => {
  const other = (at: string): SimilarTicket => ticket({ relation: 'other-caller', at })

  it('names the last time the same caller told it', () => {
    const earlier = ticket({ at: '2026-11-10T09:00:00+08:00' })
    expect(headlineOf([earlier, ticket({})], startedAt)).toEqual({
      sameCallerAt: '2026-11-18T09:00:00+08:00',
    })
  })

  it('counts those of the last two hours, or of the day where there are none', () => {
    const near = other('2026-11-21T08:20:00+08:00')
    const far = other('2026-11-20T15:00:00+08:00')
    expect(headlineOf([near, far], startedAt)).toEqual({ nearby: { hours: 2, count: 1 } })
    expect(headlineOf([far], startedAt)).toEqual({ nearby: { hours: 24, count: 1 } })
  })

  it.each([
    ['2026-11-21T09:11:50+08:00', ' 1 分钟前'],
    ['2026-11-21T08:20:00+08:00', ' 52 分钟前'],
    ['2026-11-21T07:10:00+08:00', ' 2 小时前'],
    ['2026-11-18T09:00:00+08:00', ' 3 天前'],
  ])('says that %s was%s', (at, words) => {
    expect(formatAgo(at, Date.parse(startedAt))).toBe(words)
  })
})
