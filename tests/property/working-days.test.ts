import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarSchema, type Calendar } from '#shared/domain/site-pack.ts'
import { addWorkingDays, addWorkingHours, isWorkingDay } from '#shared/domain/ticket/working-days.ts'

const dayMs = 86_400_000
const first = Date.UTC(2026, 0, 1)
const dayOf = (index: number): string => new Date(first + index * dayMs).toISOString().slice(0, 10)
const day = fc.integer({ min: 0, max: 700 }).map(dayOf)
const holiday = fc
  .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 8 }))
  .map(([from, length]) => ({ name: '假', from: dayOf(from), to: dayOf(from + length) }))
/** Any holidays and make-up days; 2027 may be missing. */
const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    holidays: fc.array(holiday, { maxLength: 6 }),
    makeUpWorkdays: fc.array(
      day.map((date) => ({ date, for: '假' })),
      { maxLength: 4 },
    ),
    two: fc.boolean(),
  })
  .map(({ two, ...year }) =>
    calendarSchema.parse({ years: [{ year: 2026, ...year }, ...(two ? [{ year: 2027 }] : [])] }),
  )
const count = fc.integer({ min: 0, max: 30 })

test('counting on from a working day is counting further', () => {
  fc.assert(
    fc.property(day, count, count, calendars, (start, few, more, calendar) => {
      const halfway = addWorkingDays(start, few, calendar).day
      expect(addWorkingDays(halfway, more, calendar).day).toBe(
        addWorkingDays(start, few + more, calendar).day,
      )
    }),
  )
})

test('the n-th working day is a working day with n of them on the way', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 30 }), calendars, (start, days, calendar) => {
      const found = addWorkingDays(start, days, calendar).day
      let passed = 0
      for (let at = Date.parse(`${start}T00:00:00Z`) + dayMs; ; at += dayMs) {
        const current = new Date(at).toISOString().slice(0, 10)
        if (isWorkingDay(current, calendar).working) passed += 1
        if (current === found) break
      }
      expect(isWorkingDay(found, calendar).working).toBe(true)
      expect(passed).toBe(days)
    }),
  )
})

test('working hours add up, and never end outside the office', () => {
  const minutes = fc.integer({ min: 0, max: 600 * 1440 })
  const quarters = fc.integer({ min: 1, max: 200 })
  fc.assert(
    fc.property(minutes, quarters, quarters, calendars, (minute, few, more, calendar) => {
      const start = Date.parse('2026-01-01T00:00:00+08:00') + minute * 60_000
      const halfway = addWorkingHours(start, few / 4, calendar).at
      const end = addWorkingHours(start, (few + more) / 4, calendar).at
      expect(addWorkingHours(halfway, more / 4, calendar).at).toBe(end)
      const local = new Date(end + 8 * 3_600_000).toISOString()
      const clock = local.slice(11, 16)
      expect(isWorkingDay(local.slice(0, 10), calendar).working).toBe(true)
      expect((clock > '09:00' && clock <= '12:00') || (clock > '14:00' && clock <= '18:00')).toBe(true)
    }),
  )
})
