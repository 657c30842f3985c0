import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fitWeights } from './wording-fit/fit-weights.ts'
import { wordingExamples } from './wording-fit/wording-examples.ts'

/**
 * Works out what the scored wording rules weigh from labelled turns, and writes `learned-weights.json`; the same examples
 * give the same file. Run: `node tests/bench/fit-wording.ts [--without-halves]`
 *
 * The examples are `tests/fixtures/wording-turns.txt`, the development set, the odd half of `check-fresh-a.jsonl`, and two
 * sources in which nobody says anything wrong: the seat's turns of calls that were written for the ticket's fields, and what
 * the pack has seats read out. The even half of `check-fresh-a.jsonl` and all other check sets stay out: they are for measuring. `--without-halves` leaves the odd half out,
 * too, so that it can be measured with as well.
 */
const file = join(import.meta.dirname, '../../src-shared/domain/wording/learned-weights.json')
const rules = [
  'rhetorical-question',
  'forbidden-expression',
  'shirking',
  'commanding',
  'vague-answer',
  'over-promise',
]

/** In hundredths: weights below the first are nothing; a feature that reaches the second for no rule is left out. */
const negligible = 4
const smallest = 10

const examples = await wordingExamples({ withOddHalf: !process.argv.includes('--without-halves') })
const columns = rules.map((rule) => fitWeights(examples, rule))
const rows = [...(columns[0]?.keys() ?? [])].flatMap((feature) => {
  const row = columns.map((weights) => Math.round(100 * (weights.get(feature) ?? 0)))
  if (!row.some((weight) => Math.abs(weight) >= smallest)) return []
  return [{ feature, row: row.map((weight) => (Math.abs(weight) < negligible ? 0 : weight)) }]
})
const lines = rows.map(({ feature, row }) => `    ${JSON.stringify(feature)}: [${row.join(', ')}]`)
const ruleNames = rules.map((rule) => `    ${JSON.stringify(rule)}`).join(',\n')
writeFileSync(file, `{\n  "rules": [\n${ruleNames}\n  ],\n  "weights": {\n${lines.join(',\n')}\n  }\n}\n`)
console.log(`${examples.length} turns, ${rows.length} weights a rule`)
