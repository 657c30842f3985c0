import { certaintySignalsOf, orderOf, type Signals } from '#shared/domain/retrieval/signals.ts'
import { certaintyWeights, orderWeights } from '#shared/domain/retrieval/weights.ts'
import { fitChoices, fitJudgements, type Judgement, type Signs } from './fit-linear.ts'
import type { SearchCase } from './search-cases.ts'

export type OrderWeights = typeof orderWeights
export type CertaintyWeights = typeof certaintyWeights

/** Fuse looks at a few entries once the others are ordered: what its likeness weighs stays as it is. */
type FittedOrder = Exclude<keyof OrderWeights, 'likeness'>
const orderNames = Object.keys(orderWeights).filter((name): name is FittedOrder => name !== 'likeness')
const certaintyNames = Object.keys(certaintyWeights) as (keyof CertaintyWeights)[]

const orderSigns: Signs<FittedOrder> = {
  ...(Object.fromEntries(orderNames.map((name) => [name, 1])) as Record<FittedOrder, 1>),
  missingCharacter: -1,
  missingConcept: -1,
}
const certaintySigns: Signs<keyof CertaintyWeights> = {
  unknownConcepts: -1,
  concepts: 1,
  topics: 1,
  meaning: 1,
  meaningLead: 1,
  agreement: 1,
  elsewhere: -1,
  questionConcept: 1,
  titleConcept: 1,
  whole: 1,
  missingConcept: -1,
  shortMissingCharacter: -1,
  shortMissingConcept: -1,
  order: 1,
  margin: 1,
  lead: 1,
}
const costs = { order: 0.002, certainty: 0.0005 } as const
/** A query whose entry was taken out counts less than the query itself. */
const removedShare = 0.4
/** Entries that the certainty looks at; those among the first three count as shown. */
const looked = 8
const shown = 3

export interface CaseJudgement extends Judgement<keyof CertaintyWeights> {
  readonly kind: string
}

export function fitOrder(cases: readonly SearchCase[]): OrderWeights {
  const choices = cases.map(({ expected, candidates, weight }) => ({
    rows: candidates.map(({ signals }) => signals),
    right: candidates.map(({ answer }) => expected.includes(answer.id)),
    weight,
  }))
  const fitted = fitChoices(
    choices.filter(({ right }) => right.includes(true)),
    { names: orderNames, signs: orderSigns, cost: costs.order },
  )
  return rounded({ ...orderWeights, ...fitted })
}

export function fitCertainty(judgements: readonly CaseJudgement[]): CertaintyWeights {
  const fitting = {
    names: certaintyNames,
    signs: certaintySigns,
    cost: costs.certainty,
  }
  return rounded(fitJudgements(judgements, fitting))
}

function rounded<Name extends string>(weights: Readonly<Record<Name, number>>): Record<Name, number> {
  return Object.fromEntries(
    Object.entries<number>(weights).map(([name, weight]) => [name, Math.round(weight * 100) / 100]),
  ) as Record<Name, number>
}

export function inOrder(
  { candidates }: Pick<SearchCase, 'candidates'>,
  order: OrderWeights,
): SearchCase['candidates'] {
  return candidates
    .map((candidate) => ({ candidate, rank: orderOf(candidate.signals, order) }))
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ candidate }) => candidate)
}

/**
 * A query that is answered among the first three should be shown something. One that nothing answers should not, nor one whose
 * entries are taken out: a near miss. What is answered too far down says nothing either way.
 */
export function judgementsOf(asked: SearchCase, order: OrderWeights): readonly CaseJudgement[] {
  const found = inOrder(asked, order)
  const isRight = ({ answer }: { readonly answer: { readonly id: string } }): boolean =>
    asked.expected.includes(answer.id)
  const wrong = found.filter((candidate) => !isRight(candidate))
  const best = Math.max(...wrong.map(({ fit }) => fit.relative))
  const judged = (signals: readonly Signals[], holds: boolean, weight: number): readonly CaseJudgement[] =>
    signals.length === 0
      ? []
      : [
          {
            kind: asked.kind,
            holds,
            weight,
            row: certaintySignalsOf(signals.slice(0, looked), asked.read, order),
          },
        ]
  const left = wrong.map(({ signals }) => ({ ...signals, relative: signals.relative / best }))
  if (asked.expected.length === 0) return judged(left, false, asked.weight)
  const answered = found.slice(0, shown).some(isRight)
  return [
    ...(answered
      ? judged(
          found.map(({ signals }) => signals),
          true,
          asked.weight,
        )
      : []),
    ...(asked.nearMiss ? judged(left, false, asked.weight * removedShare) : []),
  ]
}
