import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { encodeWeight, learnedRules } from '#shared/domain/wording/learned-weights.ts'
import { inLines } from './fill-fit/in-lines.ts'
import { crossValidate } from './wording-fit/cross-validate.ts'
import { fitWeights } from './wording-fit/fit-weights.ts'
import { wordingExamples } from './wording-fit/wording-examples.ts'

/**
 * Works out what the scored wording rules weigh from labelled turns, and writes `learned-weights.json`; the same examples
 * give the same file. Run: `node tests/bench/fit-wording.ts [--cross-validate [check-fresh-p…]]`
 *
 * The examples are `tests/fixtures/wording-turns*.txt`, the labelled calls, and two sources in which nobody says anything
 * wrong: the seat's turns of calls that were written for the ticket's fields, and what the pack has seats read out.
 *
 * `--cross-validate` writes nothing: it prints how well turns are judged by weights that were fitted without their source,
 * and from which `scoreAbove` on a rule keeps to its precision; of all files of calls (a quarter of an hour), or of those named.
 */
const file = join(import.meta.dirname, '../../src-shared/domain/wording/learned-weights.json')

/** In logits: a feature that reaches this for no rule is left out, so that the file stays small. */
const smallest = 0.16

/** So many features stand in a line of the file. */
const aLine = 40

const { values: options, positionals: sources } = parseArgs({
  options: { 'cross-validate': { type: 'boolean' } },
  allowPositionals: true,
})
const examples = await wordingExamples()
if (options['cross-validate'] === true) crossValidate(examples, sources)
else writeWeights()

function writeWeights(): void {
  const columns = learnedRules.map((rule) => fitWeights(examples, rule))
  const names = [...new Set(columns.flatMap((weights) => [...weights.keys()]))]
  const entries = names.flatMap((name) => {
    const row = columns.map((weights) => weights.get(name) ?? 0)
    return row.some((weight) => Math.abs(weight) >= smallest) ? [name + row.map(encodeWeight).join('')] : []
  })
  const lines = inLines(entries, aLine)
  writeFileSync(file, `${JSON.stringify({ rules: learnedRules, weights: lines }, undefined, 2)}\n`)
  console.log(`${examples.length} turns, ${entries.length} of ${names.length} features`)
}
