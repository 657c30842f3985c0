/**
 * Precision and recall of understanding, a field a line, over a file of calls with `expected` fields.
 * Run: `node tests/bench/eval-fill.ts [calls.jsonl] [--misses]`
 */
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { unwrap } from '#shared/base/result.ts'
import { callTranscriptSchema } from '#shared/domain/call.ts'
import type { FieldName, TicketFields } from '#shared/domain/ticket-fields.ts'
import { createUnderstanding } from '#shared/domain/understanding/understand-call.ts'
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

const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const showMisses = process.argv.includes('--misses')
const input = files[0] ?? new URL('../fixtures/fill-dev.jsonl', import.meta.url)
const understanding = createUnderstanding(unwrap(await loadSitePack(defaultPackDirectory())))
const tallies = new Map(
  scored.map((field): [FieldName, Tally] => [field, { right: 0, wrong: 0, missing: 0 }]),
)
const parts: Tally = { right: 0, wrong: 0, missing: 0 }
const times: number[] = []

for (const line of readFileSync(input, 'utf8').trim().split('\n')) {
  const raw = JSON.parse(line) as Scored
  const call = callTranscriptSchema.parse(raw)
  const started = performance.now()
  const heard = understanding.understand(call.turns, call)
  times.push(performance.now() - started)
  for (const field of scored) {
    if (field === 'demand' && raw.expected.demand === undefined) continue
    if (raw.open?.includes(field) === true) continue
    score(call.call, field, wanted(raw, field), heard[field]?.value)
  }
  scoreParts(
    settled(raw.expected.incidentAddress ?? {}, raw),
    settled(heard.incidentAddress?.value ?? {}, raw),
  )
}

/** A demand may be worded in several ways: then the words say which belong into it. */
function wanted({ expected, demandWords }: Scored, field: FieldName): unknown {
  return field === 'demand' && demandWords !== undefined ? { words: demandWords } : expected[field]
}

/** An address without the parts that are left open. */
function settled(address: object, { open = [] }: Scored): object {
  return Object.fromEntries(
    Object.entries(address).filter(([part]) => !open.includes(`incidentAddress.${part}`)),
  )
}

function score(call: string, field: FieldName, expected: unknown, heard: unknown): void {
  const tally = tallies.get(field)
  if (tally === undefined || (expected === undefined && heard === undefined)) return
  const same = heard !== undefined && expected !== undefined && agrees(field, expected, heard)
  if (same) tally.right++
  else {
    if (heard !== undefined) tally.wrong++
    if (expected !== undefined) tally.missing++
    if (showMisses)
      console.log(call, field, 'expected', JSON.stringify(expected), 'heard', JSON.stringify(heard))
  }
}

/**
 * A demand agrees when it has more than half of the words that belong into it. A subject agrees by id where one is expected,
 * else by name and the absence of an id.
 */
function agrees(field: FieldName, expected: unknown, heard: unknown): boolean {
  if (field === 'demand' && typeof expected === 'object') {
    const words = (expected as { readonly words: readonly string[] }).words
    return words.filter((word) => String(heard).includes(word)).length * 2 > words.length
  }
  if (field !== 'subject') return isDeepStrictEqual({ value: expected }, { value: heard })
  const [a, b] = [expected, heard] as { id?: string; name?: string }[]
  return a?.id === b?.id && (a?.id !== undefined || a?.name === b?.name)
}

function scoreParts(expected: object, heard: object): void {
  const [wanted, found] = [expected, heard].map((address) =>
    Object.entries(address).map(([part, value]) => `${part}=${String(value)}`),
  )
  const right = (found ?? []).filter((part) => wanted?.includes(part)).length
  parts.right += right
  parts.wrong += (found ?? []).length - right
  parts.missing += (wanted ?? []).length - right
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '   –' : `${((100 * part) / whole).toFixed(1).padStart(5)} %`

console.log('field              precision   recall   expected')
for (const [field, { right, wrong, missing }] of [...tallies, ['address parts', parts] as const])
  console.log(
    `${field.padEnd(18)} ${percent(right, right + wrong)}   ${percent(right, right + missing)}   ${String(right + missing)}`,
  )
const sorted = times.toSorted((a, b) => a - b)
const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2)
console.log(`calls ${String(times.length)}; understand ms p50 ${at(0.5)} p95 ${at(0.95)} max ${at(1)}`)
