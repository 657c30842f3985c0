/**
 * Works out what speaks for a sum being at issue and writes `sum-weights.json`; the same calls give the same file. With
 * `--judge` each set is judged by weights that were fitted without it, and nothing is written.
 * Run: `node tests/bench/fit-sums.ts [--judge]`
 */
import { hearAmount } from '#shared/domain/understanding/count/amount.ts'
import { sumAtIssue } from '#shared/domain/understanding/count/sum-at-issue.ts'
import { namedSums } from '#shared/domain/understanding/count/sum-signs.ts'
import { fitCount } from './fill-fit/count-fit.ts'

fitCount({
  field: 'amountYuan',
  file: 'count/sum-weights.json',
  byWords: true,
  named: namedSums,
  ruled: hearAmount,
  chosen: sumAtIssue,
})
