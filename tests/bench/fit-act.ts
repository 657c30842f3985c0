/**
 * Works out what the words of a call say of the act that is asked for and writes `act-weights.json`; the same calls give
 * the same file. With `--judge` each set is judged by weights that were fitted without it, and nothing is written.
 * Run: `node tests/bench/fit-act.ts [--judge [--misses]]`
 */
import type { Act } from '#shared/domain/understanding/demand/acts.ts'
import { leavesOpen, likeliestAct, withAct } from '#shared/domain/understanding/demand/demand-act.ts'
import { type KindTable, readKindWeights } from '#shared/domain/understanding/kind/kind-weights.ts'
import { type ActedCall, fitActs, readActedCall } from './fill-fit/act-rows.ts'
import { fitOrJudge } from './fill-fit/fit-or-judge.ts'

fitOrJudge({ file: 'demand/act-weights.json', read: readActedCall, learn: fitActs, judge })

/** Prints of the demands that leave open what is to be done how many are given an act, and how many of these the right one. */
function judge(name: string, held: readonly ActedCall[], learned: KindTable, misses: boolean): void {
  const weights = readKindWeights<Act>(learned)
  const open = held.filter(({ demand }) => demand !== undefined && leavesOpen(demand.value))
  const acted = open.flatMap((call) => {
    const named = withAct(call.demand, call.hearing, call.requestType, weights)
    const act = named === call.demand ? undefined : likeliestAct(call.hearing, weights)
    return act === undefined ? [] : [{ ...call, act, named: named?.value, right: call.kinds.includes(act) }]
  })
  const wrong = acted.filter(({ right }) => !right)
  if (misses) for (const { call, named, wanted } of wrong) console.log(call, named, '|', wanted)
  const right = String(acted.length - wrong.length)
  console.log(
    `${name.padEnd(9)} open ${String(open.length)} of ${String(held.length)}, named ${String(acted.length)}, right ${right}`,
  )
}
