import { weightEntries } from '../../../base/weight-entries.ts'
import type { TicketFields } from '../../ticket-fields.ts'
import learned from './kind-weights.json' with { type: 'json' }

/** What words weigh for each of several kinds, the absence of any (`无`) among them. */
export interface KindWeights<Kind extends string> {
  readonly kinds: readonly (Kind | '无')[]
  /** What speaks for each kind before a word is said. */
  readonly prior: readonly number[]
  readonly of: (word: string) => readonly number[] | undefined
}

/** The file: `投诉 举报 …` the kinds, `prior` and each word's weights a letter a kind. */
export interface KindTable {
  readonly kinds: string
  readonly prior: string
  /** `c投诉=MNK…` by blanks; a character of the caller (c) or the seat (s), or two. */
  readonly words: readonly string[]
}

/** A weight is a letter: M is nothing, N a unit for the kind, L one against it. */
const nothing = 'M'.charCodeAt(0)
/** So many units are a log-odds of 1. */
export const unitsPerLogit = 64

/** Reads a table of weights. */
export function readKindWeights<Kind extends string>(table: KindTable): KindWeights<Kind> {
  const words = new Map(
    weightEntries(table.words).map(
      ([word, letters]) => [word, Array.from(letters, (letter) => letter.charCodeAt(0) - nothing)] as const,
    ),
  )
  return {
    kinds: table.kinds.split(' ') as (Kind | '无')[],
    prior: table.prior.split(' ').map(Number),
    of: (word) => words.get(word),
  }
}

/** The weights that `tests/bench/fit-kind.ts` works out from labelled calls. */
export const typeWeights: KindWeights<NonNullable<TicketFields['requestType']>> = readKindWeights(
  learned.type,
)
export const urgencyWeights: KindWeights<NonNullable<TicketFields['urgency']>> = readKindWeights(
  learned.urgency,
)
