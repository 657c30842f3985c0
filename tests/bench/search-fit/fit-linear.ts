/** Rows of numbers by name, as the search knows its signals. */
export type Row<Name extends string> = Readonly<Record<Name, number>>
/** The sign that makes sense: a weight that would go beyond zero stays there. */
export type Signs<Name extends string> = Readonly<Partial<Record<Name, 1 | -1>>>

/** Candidates of one query. */
export interface Choice<Name extends string> {
  readonly rows: readonly Row<Name>[]
  /** Which of the rows answer the query; at least one. */
  readonly right: readonly boolean[]
  readonly weight: number
}

export interface Judgement<Name extends string> {
  readonly row: Row<Name>
  readonly holds: boolean
  readonly weight: number
}

export interface Fitting<Name extends string> {
  readonly names: readonly Name[]
  readonly signs: Signs<Name>
  /** What a square of weights costs beside the mean loss. */
  readonly cost: number
}

const steps = 1500
const rate = 0.05
const decay = { mean: 0.9, square: 0.999 } as const

/** Weights by which what answers comes before what does not (softmax over each query's candidates). */
export function fitChoices<Name extends string>(
  choices: readonly Choice<Name>[],
  fitting: Fitting<Name>,
): Record<Name, number> {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0)
  const flat = choices.map(({ rows, right, weight }) => ({
    values: flattened(rows, fitting.names),
    right,
    share: weight / total,
  }))
  return descend(fitting, (weights, gradient) => {
    for (const { values, right, share } of flat) {
      const masses = right.map((_right, at) => Math.exp(productAt(values, at, weights)))
      const all = masses.reduce((sum, mass) => sum + mass, 0)
      const good = masses.reduce((sum, mass, at) => sum + (right[at] === true ? mass : 0), 0)
      masses.forEach((mass, at) => {
        const pull = share * (mass / all - (right[at] === true ? mass / good : 0))
        addRow(gradient, values, at, pull)
      })
    }
  })
}

/** Weights by which the chance that something holds is 1 / (1 + exp(−sum)) (logistic regression). */
export function fitJudgements<Name extends string>(
  judgements: readonly Judgement<Name>[],
  fitting: Fitting<Name>,
): Record<Name, number> {
  const total = judgements.reduce((sum, { weight }) => sum + weight, 0)
  const values = flattened(
    judgements.map(({ row }) => row),
    fitting.names,
  )
  return descend(fitting, (weights, gradient) => {
    judgements.forEach(({ holds, weight }, at) => {
      const chance = 1 / (1 + Math.exp(-productAt(values, at, weights)))
      addRow(gradient, values, at, (chance - (holds ? 1 : 0)) * (weight / total))
    })
  })
}

function flattened<Name extends string>(rows: readonly Row<Name>[], names: readonly Name[]): Float64Array {
  return Float64Array.from(rows.flatMap((row) => names.map((name) => row[name])))
}

function productAt(values: Float64Array, row: number, weights: Float64Array): number {
  let sum = 0
  const first = row * weights.length
  for (let at = 0; at < weights.length; at += 1) sum += (values[first + at] ?? 0) * (weights[at] ?? 0)
  return sum
}

function addRow(gradient: Float64Array, values: Float64Array, row: number, factor: number): void {
  const first = row * gradient.length
  for (let at = 0; at < gradient.length; at += 1) {
    gradient[at] = (gradient[at] ?? 0) + factor * (values[first + at] ?? 0)
  }
}

/** Adam from nothing, each weight held on its side of zero. */
function descend<Name extends string>(
  { names, signs, cost }: Fitting<Name>,
  addGradient: (weights: Float64Array, gradient: Float64Array) => void,
): Record<Name, number> {
  const weights = new Float64Array(names.length)
  const means = new Float64Array(names.length)
  const squares = new Float64Array(names.length)
  for (let step = 1; step <= steps; step += 1) {
    const gradient = weights.map((weight) => 2 * cost * weight)
    addGradient(weights, gradient)
    names.forEach((name, at) => {
      const slope = gradient[at] ?? 0
      const mean = decay.mean * (means[at] ?? 0) + (1 - decay.mean) * slope
      const square = decay.square * (squares[at] ?? 0) + (1 - decay.square) * slope * slope
      means[at] = mean
      squares[at] = square
      const pace = mean / (1 - decay.mean ** step) / (Math.sqrt(square / (1 - decay.square ** step)) + 1e-8)
      const moved = (weights[at] ?? 0) - rate * (1 - (0.9 * step) / steps) * pace
      const sign = signs[name]
      weights[at] = sign !== undefined && moved * sign < 0 ? 0 : moved
    })
  }
  return Object.fromEntries(names.map((name, at) => [name, weights[at]])) as Record<Name, number>
}
