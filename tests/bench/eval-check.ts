import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { callTranscriptSchema } from '#shared/domain/call.ts'
import type { WordingFlag } from '#shared/domain/wording-flag.ts'
import { endedCheck } from '../support/ended-check.ts'
import { sampleNorms } from '../support/sample-norms.ts'

/**
 * Precision and recall of the sample pack's wording rules, by rule, on calls with `expected` flags (`{turn, rule}`); how
 * many of the rhetorical questions are found that a call's `note` calls implicit or explicit; the share of the seat's turns
 * in clean calls that are flagged.
 *
 *     node tests/bench/eval-check.ts [FILE] [--misses] [--half odd|even]
 *
 * FILE is `tests/fixtures/check-dev.jsonl` where none is given. `--misses` lists every miss and false flag. `--half` takes
 * every other call only: one half to work on, one to measure with. Rules of which nobody labelled anything in the file
 * (opening, closing, timing) are counted apart: their flags are quiet, and whether they are right is not known here.
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean' }, half: { type: 'string' } },
})
const file = positionals[0] ?? join(import.meta.dirname, '..', 'fixtures', 'check-dev.jsonl')

/** The rules that the development sets label. */
const labelledRules = [
  'rhetorical-question',
  'forbidden-expression',
  'shirking',
  'commanding',
  'vague-answer',
  'over-promise',
  'informal-address',
]

const labelledCallSchema = callTranscriptSchema.extend({
  expected: z.array(z.object({ turn: z.number(), rule: z.string() })),
  note: z.string().default(''),
})
type LabelledCall = z.infer<typeof labelledCallSchema>

const calls = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => labelledCallSchema.parse(JSON.parse(line)))
  .filter((_, index) => options.half === undefined || (index % 2 === 0) === (options.half === 'odd'))

interface Judged {
  readonly call: LabelledCall
  readonly turn: number
  readonly rule: string
  readonly quote: string
  readonly outcome: 'right' | 'false' | 'missed'
}

const check = endedCheck(sampleNorms())
const results = calls.map((call) => ({ call, flags: check.check(call.turns) }))
const judged = results.flatMap(({ call, flags }) => judge(call, flags))

if (options.misses === true) for (const one of judged) if (one.outcome !== 'right') show(one)
for (const rule of labelledRules) {
  const ofRule = judged.filter((one) => one.rule === rule)
  if (ofRule.length > 0) console.log(`${rule.padEnd(22)} ${figures(ofRule)}`)
}
for (const kind of ['implicit', 'explicit']) {
  const ofKind = judged.filter(
    ({ rule, outcome, call }) =>
      rule === 'rhetorical-question' && outcome !== 'false' && call.note.includes(kind),
  )
  if (ofKind.length > 0) console.log(`  ${kind.padEnd(20)} ${figures(ofKind)}`)
}
console.log(cleanFigures())
const others = results
  .flatMap(({ flags }) => flags)
  .flatMap(({ rule }) => (labelledRules.includes(rule) ? [] : [rule]))
console.log(`${calls.length} calls; flags of rules without labels: ${countsOf(others)}`)

function judge(call: LabelledCall, flags: readonly WordingFlag[]): readonly Judged[] {
  const expects = (turn: number, rule: string): boolean =>
    call.expected.some((flag) => flag.turn === turn && flag.rule === rule)
  const given = flags
    .filter(({ rule }) => labelledRules.includes(rule))
    .map(({ turn, rule, quote }): Judged => {
      return { call, turn, rule, quote, outcome: expects(turn, rule) ? 'right' : 'false' }
    })
  const missed = call.expected
    .filter(({ turn, rule }) => !given.some((flag) => flag.turn === turn && flag.rule === rule))
    .map(({ turn, rule }): Judged => ({ call, turn, rule, quote: '', outcome: 'missed' }))
  return [...given, ...missed]
}

function show({ call, turn, rule, quote, outcome }: Judged): void {
  const before = call.turns[turn - 1]?.text ?? ''
  console.log(
    `${outcome} ${call.call}#${turn} ${rule} [${quote}] ${before} / ${call.turns[turn]?.text ?? ''}`,
  )
}

function figures(outcomes: readonly Judged[]): string {
  const count = (wanted: Judged['outcome']): number =>
    outcomes.filter(({ outcome }) => outcome === wanted).length
  const [right, wrong, missed] = [count('right'), count('false'), count('missed')]
  const precision = percent(right, right + wrong).padStart(8)
  const recall = percent(right, right + missed).padStart(8)
  return `precision ${precision}  recall ${recall}  (${right} right, ${wrong} false, ${missed} missed)`
}

function cleanFigures(): string {
  const clean = calls.filter(({ expected }) => expected.length === 0)
  const turns = clean.flatMap((call) => call.turns.filter(({ speaker }) => speaker === 'seat')).length
  const flagged = judged.filter(({ call }) => call.expected.length === 0)
  const flaggedTurns = new Set(flagged.map(({ call, turn }) => `${call.call} ${turn}`)).size
  const flaggedCalls = new Set(flagged.map(({ call }) => call.call)).size
  return `clean calls: ${flaggedTurns} of ${turns} seat turns flagged (${percent(flaggedTurns, turns)}), ${flaggedCalls} of ${clean.length} calls`
}

function countsOf(rules: readonly string[]): string {
  const counts = Map.groupBy(rules, (rule) => rule)
  return [...counts].map(([rule, all]) => `${rule} ${all.length}`).join(', ') || 'none'
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
}
