import { describe, expect, it } from 'vitest'
import { findGatherings } from '#shared/domain/board/find-gatherings.ts'
import { promiseDue } from '#shared/domain/board/promise-due.ts'
import { calendarSchema } from '#shared/domain/site-pack.ts'
import type { Matter } from '#shared/domain/ticket/matter.ts'

describe('the day a promise falls on', () => {
  const calendar = calendarSchema.parse({})
  // A Friday afternoon.
  const at = Date.parse('2026-11-20T16:30:00+08:00')
  it.each([
    ['三个工作日内', '2026-11-25'],
    ['今天下班前', '2026-11-20'],
    ['两小时内', '2026-11-20'],
    ['十二个小时之内', '2026-11-21'],
    ['明天上午', '2026-11-21'],
    ['后天', '2026-11-22'],
    ['五天内', '2026-11-25'],
    ['一周内', '2026-11-27'],
    ['马上', '2026-11-20'],
    ['尽快', undefined],
    ['有结果后', undefined],
    ['', undefined],
  ])('%s', (by, day) => expect(promiseDue(by, at, calendar)).toBe(day))
})

describe('matters that gather', () => {
  const matter = (ticketId: string, minutes: number, more: Partial<Matter> = {}): Matter => ({
    ticketId,
    at: Date.parse('2026-11-20T09:00:00+08:00') + minutes * 60_000,
    phones: [ticketId],
    requestType: '投诉',
    urgency: '及时',
    category: { code: '0301001', path: ['公用事业', '供水', '停水'] },
    address: { district: '天河区', community: '骏景花园' },
    demand: '尽快恢复供水',
    words: '骏景花园从早上开始停水，要求尽快恢复供水',
    ...more,
  })
  const ids = (matters: readonly Matter[]): string[][] =>
    findGatherings(matters).map((group) => group.map(({ ticketId }) => ticketId))

  it('are three callers about one thing within two hours of each other', () => {
    expect(ids([matter('a', 0), matter('b', 30)])).toEqual([])
    expect(ids([matter('c', 100), matter('a', 0), matter('b', 30)])).toEqual([['a', 'b', 'c']])
    expect(ids([matter('a', 0), matter('b', 30), matter('c', 400)])).toEqual([])
  })

  it('count a caller once', () => {
    expect(ids([matter('a', 0), matter('b', 10), matter('c', 20, { phones: ['a'] })])).toEqual([])
  })

  it('are about one place', () => {
    const elsewhere = { address: { district: '白云区', community: '机场生活区' } }
    expect(ids([matter('a', 0), matter('b', 10), matter('c', 20, elsewhere)])).toEqual([])
  })
})
