import type { Draw } from './names.ts'
import { shuffled } from './shuffled.ts'

/** The signs of each that may be meant, and which of them are; where none is, none is meant. */
export interface Choice {
  readonly signs: readonly (readonly string[])[]
  readonly right: readonly boolean[]
  readonly isExpected: boolean
}

const firstRate = 0.15
/** The rate is halved after so many rounds, cut to a third after twice as many. */
const slowing = 10
/** Weights shrink after so many examples at once, which comes to the same as a little after each. */
const shrinkEvery = 50

/**
 * Logistic choice among candidates and none (whose score is 0), by stochastic gradient descent; `shrink` is how much each
 * weight loses a step, so that rare signs stay small.
 */
export function learnChoice(
  choices: readonly Choice[],
  { epochs, shrink, draw }: { readonly epochs: number; readonly shrink: number; readonly draw: Draw },
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  const sums = new Map<string, number>()
  const settled = epochs >> 1
  let seen = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = firstRate / (1 + epoch / slowing)
    for (const choice of shuffled(choices, draw)) {
      step(choice, weights, rate)
      if (++seen % shrinkEvery === 0)
        for (const [sign, weight] of weights) weights.set(sign, weight * (1 - shrink * shrinkEvery * rate))
    }
    if (epoch >= settled) for (const [sign, weight] of weights) sums.set(sign, (sums.get(sign) ?? 0) + weight)
  }
  return new Map([...sums].map(([sign, sum]) => [sign, sum / (epochs - settled)]))
}

function step({ signs, right }: Choice, weights: Map<string, number>, rate: number): void {
  const odds = signs.map((own) => Math.exp(own.reduce((sum, sign) => sum + (weights.get(sign) ?? 0), 0)))
  const all = odds.reduce((sum, odd) => sum + odd, 1)
  const meant = odds.reduce((sum, odd, at) => sum + (right[at] === true ? odd : 0), 0)
  for (const [at, own] of signs.entries()) {
    const odd = odds[at] ?? 0
    const by = rate * ((right[at] === true ? odd / meant : 0) - odd / all)
    for (const sign of own) weights.set(sign, (weights.get(sign) ?? 0) + by)
  }
}
