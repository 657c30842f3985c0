import { describe, expect, it } from 'vitest'
import { localIso } from '#shared/base/local-time.ts'
import { calendarSchema } from '#shared/domain/site-pack.ts'
import { addWorkingDays, addWorkingHours, isWorkingDay } from '#shared/domain/ticket/working-days.ts'

/** 2026 with the National Day week and its make-up Saturday; nothing of 2028. */
const calendar = calendarSchema.parse({
  years: [
    {
      year: 2026,
      holidays: [{ name: '国庆节', from: '2026-10-01', to: '2026-10-07' }],
      makeUpWorkdays: [{ date: '2026-10-10', for: '国庆节' }],
    },
    { year: 2027, assumed: true, holidays: [{ name: '元旦', from: '2026-12-31', to: '2027-01-01' }] },
  ],
})

describe('working days', () => {
  it('are the weekdays without holidays, and the weekend days worked instead', () => {
    expect(isWorkingDay('2026-09-30', calendar)).toEqual({ working: true, assumed: false })
    expect(isWorkingDay('2026-10-01', calendar)).toEqual({ working: false, assumed: false })
    expect(isWorkingDay('2026-10-10', calendar)).toEqual({ working: true, assumed: false })
    expect(isWorkingDay('2026-10-11', calendar)).toEqual({ working: false, assumed: false })
  })

  it('follow the weekday, marked as assumed, in a year that is missing or only worked out', () => {
    expect(isWorkingDay('2028-10-02', calendar)).toEqual({ working: true, assumed: true })
    expect(isWorkingDay('2028-10-01', calendar)).toEqual({ working: false, assumed: true })
    expect(isWorkingDay('2027-01-01', calendar)).toEqual({ working: false, assumed: true })
  })

  it('count a holiday that begins in the year before', () => {
    expect(isWorkingDay('2026-12-31', calendar).working).toBe(false)
  })

  it('are counted from the next day on', () => {
    expect(addWorkingDays('2026-09-29', 0, calendar)).toEqual({ day: '2026-09-29', assumed: false })
    expect(addWorkingDays('2026-09-29', 2, calendar)).toEqual({ day: '2026-10-08', assumed: false })
    expect(addWorkingDays('2026-09-29', 4, calendar)).toEqual({ day: '2026-10-10', assumed: false })
    expect(addWorkingDays('2026-12-30', 1, calendar)).toEqual({ day: '2027-01-04', assumed: true })
  })
})

describe('working hours', () => {
  const after = (start: string, hours: number): string =>
    localIso(addWorkingHours(Date.parse(start), hours, calendar).at).slice(0, 16)

  it('run only while the office is open', () => {
    expect(after('2026-09-30T10:00:00+08:00', 1)).toBe('2026-09-30T11:00')
    expect(after('2026-09-30T11:30:00+08:00', 1)).toBe('2026-09-30T14:30')
    expect(after('2026-09-30T12:30:00+08:00', 1)).toBe('2026-09-30T15:00')
    expect(after('2026-09-30T03:00:00+08:00', 3)).toBe('2026-09-30T12:00')
  })

  it('go on after the holidays', () => {
    expect(after('2026-09-30T17:00:00+08:00', 2)).toBe('2026-10-08T10:00')
    expect(after('2026-10-09T17:00:00+08:00', 8)).toBe('2026-10-10T18:00')
  })
})
