import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideNext } from '#shared/domain/sync/decide-next.ts'

const hourMs = 3_600_000
const attempt = fc.nat(1_000_000)
const now = fc.integer({ min: 0, max: 4e12 })
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
/** Any wish a header may hold, the absurd ones too. */
const wish = fc.oneof(
  fc.double({ min: 0, noNaN: true }),
  fc.constantFrom(Number.POSITIVE_INFINITY, Number.MAX_VALUE, 1e18),
  fc.integer({ min: 1, max: hourMs }),
)

function retryAt(tried: number, at: number, chance: number, retryAfterMs?: number): number {
  const outcome = {
    kind: 'later',
    trouble: '连不上',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  } as const
  const step = decideNext(tried, outcome, at, chance)
  if (step.do !== 'retry') throw new Error(`a delivery that may succeed later was given up: ${step.do}`)
  expect(step.trouble).toBe('连不上')
  return step.at
}

describe('the next attempt', () => {
  it('is never in the past, and within a minute where the server wishes nothing', () => {
    fc.assert(
      fc.property(attempt, now, random, (tried, at, chance) => {
        const next = retryAt(tried, at, chance)
        expect(next).toBeGreaterThanOrEqual(at)
        expect(next).toBeLessThanOrEqual(at + 60_000)
      }),
    )
  })

  it('waits as long as the server wishes, an hour at most, and is always a time there is', () => {
    fc.assert(
      fc.property(attempt, now, random, wish, (tried, at, chance, wished) => {
        const next = retryAt(tried, at, chance, wished)
        expect(next).toBeGreaterThanOrEqual(at + Math.min(wished, hourMs))
        expect(next).toBeLessThanOrEqual(at + hourMs)
        expect(() => new Date(next).toISOString()).not.toThrow()
      }),
    )
  })

  it('grows with the attempts, up to its limit', () => {
    fc.assert(
      fc.property(attempt, now, random, (tried, at, chance) => {
        expect(retryAt(tried + 1, at, chance)).toBeGreaterThanOrEqual(retryAt(tried, at, chance))
      }),
    )
  })

  it('does not come at the same moment for all seats', () => {
    expect(new Set([0, 0.25, 0.5, 0.75].map((chance) => retryAt(6, 0, chance))).size).toBe(4)
  })
})

it('what was delivered is finished, what is refused is kept and shown: never dropped, never tried for ever', () => {
  fc.assert(
    fc.property(attempt, now, random, (tried, at, chance) => {
      const refused = { trouble: '缺少诉求内容' }
      expect(decideNext(tried, { kind: 'delivered' }, at, chance)).toEqual({ do: 'finish' })
      expect(decideNext(tried, { kind: 'refused', ...refused }, at, chance)).toEqual({
        do: 'park',
        as: 'parked',
        ...refused,
      })
      expect(decideNext(tried, { kind: 'conflict', ...refused }, at, chance)).toEqual({
        do: 'park',
        as: 'conflict',
        ...refused,
      })
    }),
  )
})
