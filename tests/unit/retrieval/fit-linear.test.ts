import { expect, it } from 'vitest'
import { fitChoices, fitJudgements } from '../../bench/search-fit/fit-linear.ts'

const fitting = {
  names: ['good', 'noise'],
  signs: { good: 1, noise: 1 },
  cost: 0.001,
} as const

it('weighs what tells the right row from the others, and holds each weight on its side of zero', () => {
  const weights = fitChoices(
    [
      {
        rows: [
          { good: 1, noise: 0 },
          { good: 0, noise: 1 },
        ],
        right: [true, false],
        weight: 1,
      },
      {
        rows: [
          { good: 0.2, noise: 1 },
          { good: 0.9, noise: 0.5 },
        ],
        right: [false, true],
        weight: 1,
      },
    ],
    fitting,
  )
  expect(weights.good).toBeGreaterThan(1)
  expect(weights.noise).toBe(0)
})

it('gives higher chances to what holds', () => {
  const weights = fitJudgements(
    [
      { row: { good: 1, noise: 1 }, holds: true, weight: 1 },
      { row: { good: -1, noise: 1 }, holds: false, weight: 1 },
    ],
    fitting,
  )
  expect(weights.good).toBeGreaterThan(1)
  expect(weights.noise).toBeLessThan(0.1)
})
