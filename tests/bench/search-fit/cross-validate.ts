import { certaintyOf } from '#shared/domain/retrieval/signals.ts'
import { fitCertainty, fitOrder, inOrder, judgementsOf, type CaseJudgement } from './fit-weights.ts'
import type { SearchCase } from './search-cases.ts'

const parts = 5
/** Shares of queries that are shown nothing are printed for these chances. */
const thresholds = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4] as const

interface Judged {
  readonly judgement: CaseJudgement
  readonly chance: number
}
interface Placed {
  readonly kind: string
  /** Place of the first entry that answers. */
  readonly place: number
}

/** Prints hits by kind for weights that were fitted without the query's group, then how many are shown nothing. */
export function crossValidate(cases: readonly SearchCase[]): void {
  const placed: Placed[] = []
  const judged: Judged[] = []
  for (let part = 0; part < parts; part += 1) {
    const learnt = cases.filter(({ group }) => partOf(group) !== part)
    const order = fitOrder(learnt)
    const certainty = fitCertainty(learnt.flatMap((asked) => judgementsOf(asked, order)))
    for (const asked of cases.filter(({ group }) => partOf(group) === part)) {
      const found = inOrder(asked, order).map(({ answer }) => answer.id)
      const place = found.findIndex((id) => asked.expected.includes(id))
      if (asked.expected.length > 0) placed.push({ kind: asked.kind, place: place < 0 ? Infinity : place })
      for (const judgement of judgementsOf(asked, order)) {
        judged.push({ judgement, chance: certaintyOf(judgement.row, certainty) })
      }
    }
  }
  console.log('right among the first 1 and 3')
  console.table(
    byKind(
      placed,
      ({ kind }) => kind,
      (all) => [1, 3].map((top) => [top, shareOf(all, ({ place }) => place < top)]),
    ),
  )
  console.log('shown nothing, by the least chance')
  const kindOf = ({ judgement: { kind, holds } }: Judged): string =>
    `${kind}, ${holds ? 'answered' : 'not answered'}`
  console.table(
    byKind(judged, kindOf, (all) =>
      thresholds.map((least) => [least, shareOf(all, ({ chance }) => chance < least)]),
    ),
  )
}

function byKind<T>(
  items: readonly T[],
  kindOf: (item: T) => string,
  rowOf: (all: readonly T[]) => readonly (readonly [number, string])[],
): Readonly<Record<string, Readonly<Record<string, string | number>>>> {
  const kinds = Map.groupBy(items, kindOf)
  return Object.fromEntries(
    Array.from(kinds, ([kind, all]) => [kind, { queries: all.length, ...Object.fromEntries(rowOf(all)) }]),
  )
}

function shareOf<T>(all: readonly T[], holds: (item: T) => boolean): string {
  return (all.filter(holds).length / all.length).toFixed(3)
}

/** Always the same for a group, so that a query and its variants stay together. */
function partOf(group: string): number {
  let hash = 0
  for (let at = 0; at < group.length; at += 1) hash = (hash * 31 + group.charCodeAt(at)) >>> 0
  return hash % parts
}
