import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { callTranscriptSchema } from '#shared/domain/call.ts'
import { endedCheck } from '../support/ended-check.ts'
import { sampleNorms } from '../support/sample-norms.ts'

/**
 * Precision and recall of the sample pack's wording rules, by rule, on calls with `expected` flags (`{turn, rule}`); the
 * share of clean calls with a false flag; the time a check takes. A rule counts where it is expected or flagged at all.
 *
 *     node tests/bench/eval-check.ts [--input calls.jsonl] [--show]      --show lists every miss and false flag
 */
const { values: args } = parseArgs({ options: { input: { type: 'string' }, show: { type: 'boolean' } } })
const input = args.input ?? join(import.meta.dirname, '..', 'fixtures', 'check-dev.jsonl')

const labelledCallSchema = callTranscriptSchema.extend({
  expected: z.array(z.object({ turn: z.number(), rule: z.string() })),
})
const calls = readFileSync(input, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => labelledCallSchema.parse(JSON.parse(line)))

interface Tally {
  right: number
  wrong: number
  missed: number
}
const tallies = new Map<string, Tally>()
const tallyOf = (rule: string): Tally => {
  const tally = tallies.get(rule) ?? { right: 0, wrong: 0, missed: 0 }
  tallies.set(rule, tally)
  return tally
}

const check = endedCheck(sampleNorms())
let cleanCalls = 0
let cleanCallsFlagged = 0
const started = performance.now()
const results = calls.map((call) => ({ call, flags: check.check(call.turns) }))
const elapsed = performance.now() - started

for (const { call, flags } of results) {
  const report = (kind: string, turn: number, rule: string, quote: string): void => {
    if (args.show === true)
      console.log(`${kind} ${call.call}#${turn} ${rule} [${quote}] ${call.turns[turn]?.text ?? ''}`)
  }
  for (const { turn, rule, quote } of flags) {
    const right = call.expected.some((flag) => flag.turn === turn && flag.rule === rule)
    tallyOf(rule)[right ? 'right' : 'wrong'] += 1
    if (!right) report('false', turn, rule, quote)
  }
  for (const { turn, rule } of call.expected) {
    if (flags.some((flag) => flag.turn === turn && flag.rule === rule)) continue
    tallyOf(rule).missed += 1
    report('missed', turn, rule, '')
  }
  if (call.expected.length > 0) continue
  cleanCalls += 1
  if (flags.length > 0) cleanCallsFlagged += 1
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
for (const [rule, { right, wrong, missed }] of [...tallies].sort()) {
  const precision = percent(right, right + wrong)
  const recall = percent(right, right + missed)
  console.log(
    `${rule.padEnd(22)} precision ${precision.padStart(8)}  recall ${recall.padStart(8)}  (${right} right, ${wrong} false, ${missed} missed)`,
  )
}
console.log(
  `clean calls with a false flag: ${cleanCallsFlagged} of ${cleanCalls} (${percent(cleanCallsFlagged, cleanCalls)})`,
)
console.log(`${calls.length} calls, ${(elapsed / calls.length).toFixed(2)} ms a call`)
