import { expect, it } from 'vitest'
import {
  always,
  encodeWeight,
  learnedRules,
  sumWeights,
  weightOf,
} from '#shared/domain/wording/learned-weights.ts'
import learned from '#shared/domain/wording/learned-weights.json' with { type: 'json' }

it('writes nothing, the widest and what is wider as characters of their own', () => {
  expect(new Set([-9, -3.6, -1, -0.02, 0, 0.02, 1, 3.6].map(encodeWeight)).size).toBe(7)
  expect(encodeWeight(9)).toBe(encodeWeight(3.6))
  expect(encodeWeight(0.0001)).toBe(encodeWeight(0))
})

it('knows every feature of the file', () => {
  const names = learned.weights.flatMap((line) => line.split(' ')).map((entry) => entry.slice(0, -6))
  expect(new Set(names).size).toBe(names.length)
  const weighed = names.filter((name) => learnedRules.some((rule) => weightOf(name, rule) !== 0))
  expect(weighed.length).toBe(names.length)
})

it('adds up what single features weigh', () => {
  const features = [always, '您', '<question>', 'no such feature']
  for (const [column, rule] of learnedRules.entries()) {
    const sum = features.reduce((total, feature) => total + weightOf(feature, rule), 0)
    expect(sumWeights(features)[column]).toBeCloseTo(sum, 4)
  }
  expect(weightOf('no such feature', 'shirking')).toBe(0)
  expect(weightOf(always, 'opening')).toBe(0)
})

it('reads a weight back to within a twentieth', () => {
  expect(weightOf(always, 'rhetorical-question')).toBeLessThan(0)
  expect(Math.abs(weightOf(always, 'rhetorical-question'))).toBeLessThanOrEqual(3.6)
})
