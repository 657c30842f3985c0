/**
 * Precision and recall of understanding, a field a line, over files of calls with `expected` fields; without a file, over all
 * development sets. `--half` takes every second call, so that one half can be held out while misses of the other are read.
 * Run: `npm run eval:fill [-- calls.jsonl… --misses --half odd|even]`
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { unwrap } from '#shared/base/result.ts'
import { callTranscriptSchema } from '#shared/domain/call.ts'
import type { FieldName, TicketFields } from '#shared/domain/ticket-fields.ts'
import { createUnderstanding } from '#shared/domain/understanding/understand-call.ts'
import { holdsMost } from './fill-fit/demand-words.ts'
import { latency } from './quantile.ts'
import { defaultPackDirectory } from '../../src-main/core/knowledge/default-pack.ts'
import { loadSitePack } from '../../src-main/core/knowledge/load-site-pack.ts'

/**
 * The fields that are scored exactly. Content is free text and category depends on the catalogue; neither is here.
 * A demand is scored only in calls that expect one, because a good line can be worded in several ways.
 */
const scored = [
  ...['contactName', 'gender', 'contactPhone', 'requestType', 'urgency', 'incidentTime', 'incidentAddress'],
  ...['subject', 'demand', 'confidential', 'anonymous', 'amountYuan', 'people'],
] as readonly FieldName[]

/** `open` names fields, or parts of the address, that are a matter of convention and are not scored. */
interface Scored {
  readonly expected: TicketFields
  readonly demandWords?: readonly string[]
  readonly open?: readonly string[]
}

interface Tally {
  right: number
  wrong: number
  missing: number
}

/** Parts of an address, scored each for itself. */
const addressParts = ['district', 'street', 'community', 'road', 'number', 'poi', 'detail'] as const

/** What stands behind a demand in brackets: words of its matter. */
const addedWords = /（[^（）]*）$/u

const percent = (part: number, whole: number): string =>
  whole === 0 ? '   –' : `${((100 * part) / whole).toFixed(1).padStart(5)} %`

const { values, positionals } = parseArgs({
  options: { misses: { type: 'boolean', default: false }, half: { type: 'string' } },
  allowPositionals: true,
})
if (values.half !== undefined && !['odd', 'even'].includes(values.half)) throw new Error('--half odd|even')
const fixtures = join(import.meta.dirname, '..', 'fixtures')
const understanding = createUnderstanding(unwrap(await loadSitePack(defaultPackDirectory())))
const files =
  positionals.length > 0
    ? positionals
    : readdirSync(fixtures)
        .filter((name) => /^fill-.*\.jsonl$/u.test(name))
        .toSorted()
        .map((name) => join(fixtures, name))
for (const file of files) evaluate(file)

function evaluate(file: string): void {
  const tallies = new Map<string, Tally>(
    [...scored, ...addressParts.map((part) => `  ${part}`)].map((name) => [
      name,
      { right: 0, wrong: 0, missing: 0 },
    ]),
  )
  const times: number[] = []
  for (const line of half(readFileSync(file, 'utf8').trim().split('\n'))) {
    const raw = JSON.parse(line) as Scored
    const call = callTranscriptSchema.parse(raw)
    const started = performance.now()
    const heard = understanding.understand(call.turns, call)
    times.push(performance.now() - started)
    const count = (name: string, expected: unknown, found: unknown): void => {
      const tally = tallies.get(name)
      if (tally !== undefined) score(tally, call.call, name, expected, found)
    }
    for (const field of scored) {
      if (field === 'demand' && raw.expected.demand === undefined) continue
      if (raw.open?.includes(field) === true) continue
      // A demand may be worded in several ways: then the words say which belong into it.
      const expected =
        field === 'demand' && raw.demandWords !== undefined
          ? { words: raw.demandWords }
          : judged(raw, field, raw.expected[field])
      count(field, expected, judged(raw, field, heard[field]?.value))
    }
    if (raw.open?.includes('incidentAddress') === true) continue
    for (const part of addressParts) {
      if (raw.open?.includes(`incidentAddress.${part}`) === true) continue
      count(`  ${part}`, raw.expected.incidentAddress?.[part], heard.incidentAddress?.value?.[part])
    }
  }
  report(basename(file), tallies, times)
}

/** The calls of the half asked for; the first call is an odd one. */
function half(lines: readonly string[]): readonly string[] {
  if (values.half === undefined) return lines
  return lines.filter((_, index) => (index % 2 === 0) === (values.half === 'odd'))
}

/** What of a value is judged: of an address the parts that are not left open. */
function judged({ open = [] }: Scored, field: FieldName, value: unknown): unknown {
  // Secrecy that was offered and declined is not asked for, whether a set writes false or nothing.
  if (field === 'confidential' && value === false) return undefined
  if (value === undefined || field !== 'incidentAddress') return value
  const parts = Object.entries(value as object).filter(([part]) => !open.includes(`incidentAddress.${part}`))
  return parts.length === 0 ? undefined : Object.fromEntries(parts)
}

function score(tally: Tally, call: string, name: string, expected: unknown, heard: unknown): void {
  if (expected === undefined && heard === undefined) return
  const same = heard !== undefined && expected !== undefined && agrees(name, expected, heard)
  if (same) tally.right++
  else {
    if (heard !== undefined) tally.wrong++
    if (expected !== undefined) tally.missing++
    if (values.misses)
      console.log(call, name, 'expected', JSON.stringify(expected), 'heard', JSON.stringify(heard))
  }
}

/**
 * A demand agrees when it has more than half of the words that belong into it; where a set names only a line, when it is that
 * line, words added in brackets aside. A subject agrees by id where one is expected, else by name and the absence of an id.
 */
function agrees(field: string, expected: unknown, heard: unknown): boolean {
  if (field === 'demand' && typeof expected === 'object') {
    const words = (expected as { readonly words: readonly string[] }).words
    return holdsMost(String(heard), words)
  }
  if (field === 'demand' && expected === String(heard).replace(addedWords, '')) return true
  if (field !== 'subject') return isDeepStrictEqual({ value: expected }, { value: heard })
  const [a, b] = [expected, heard] as { id?: string; name?: string }[]
  return a?.id === b?.id && (a?.id !== undefined || a?.name === b?.name)
}

function report(file: string, tallies: ReadonlyMap<string, Tally>, times: readonly number[]): void {
  console.log(`\n${file.padEnd(18)} precision   recall   expected`)
  for (const [field, { right, wrong, missing }] of tallies) {
    if (right + wrong + missing === 0) continue
    console.log(
      `${field.padEnd(18)} ${percent(right, right + wrong)}   ${percent(right, right + missing)}   ${String(right + missing)}`,
    )
  }
  console.log(`calls ${String(times.length)}; understand ${latency(times)}`)
}
