import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAddress } from 'address-smart-parse'
import { unwrap } from '#shared/base/result.ts'
import { callTranscriptSchema, type CallTranscript } from '#shared/domain/call.ts'
import type { IncidentAddress } from '#shared/domain/ticket-fields.ts'
import { createUnderstanding } from '#shared/domain/understanding/understand-call.ts'
import { writtenForm } from '#shared/text/written-form/written-form.ts'
import { loadSitePack } from '../../src-main/core/knowledge/load-site-pack.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import type { BenchRow } from './bench-row.ts'
import { latency } from './quantile.ts'

const parts = ['district', 'street', 'road', 'number'] as const
type Parts = Readonly<Partial<Record<(typeof parts)[number], string | undefined>>>

interface Addressed extends CallTranscript {
  readonly expected: { readonly incidentAddress?: IncidentAddress }
}

/**
 * Parts of the incident address that are right, over all development calls, ours beside an address parser from npm. The parser is
 * meant for one written address, so it is told province and city and gets numbers written out, in all that the citizen said; of its
 * candidates the one with the most right parts counts, and road and number count where its remainder has them anywhere.
 */
export async function run(): Promise<readonly BenchRow[]> {
  const pack = unwrap(await loadSitePack(join(programRoot, 'knowledge-base')))
  const understanding = createUnderstanding(pack)
  const region = pack.meta.province + pack.meta.city
  const [ours, parser] = [new Score(), new Score()]
  let said = 0
  for (const call of addressedCalls()) {
    const expected = call.expected.incidentAddress ?? {}
    said += parts.filter((part) => expected[part] !== undefined).length
    const lines = call.turns.filter(({ speaker }) => speaker === 'citizen').map(({ text }) => text)
    ours.take(expected, () => [understanding.understand(call.turns, call).incidentAddress?.value ?? {}])
    parser.take(expected, () => readings(region, lines.join('，')))
  }
  const share = ({ right }: Score): string => `${((100 * right) / said).toFixed(0)} %`
  return [
    {
      name: `address: right parts of ${String(said)} said (district, street, road, number)`,
      figure: share(ours),
      peer: `address-smart-parse ${share(parser)}`,
      ratio: `${(ours.right / parser.right).toFixed(1)}×`,
    },
    { name: 'address: a call (ours: all fields)', figure: latency(ours.times), peer: latency(parser.times) },
  ]
}

class Score {
  right = 0
  readonly times: number[] = []

  /** Counts the right parts of the best of some readings. */
  take(expected: IncidentAddress, read: () => readonly Parts[]): void {
    const start = performance.now()
    const found = read()
    this.times.push(performance.now() - start)
    this.right += Math.max(0, ...found.map((reading) => rightParts(expected, reading)))
  }
}

function addressedCalls(): readonly Addressed[] {
  const fixtures = join(programRoot, 'tests/fixtures')
  return readdirSync(fixtures)
    .filter((name) => /^fill-.*\.jsonl$/u.test(name))
    .flatMap((name) => readFileSync(join(fixtures, name), 'utf8').trim().split('\n'))
    .map((line) => ({ ...(JSON.parse(line) as Addressed), ...callTranscriptSchema.parse(JSON.parse(line)) }))
}

function readings(region: string, line: string): readonly Parts[] {
  return parseAddress(region + writtenForm(line).text).map(({ county, street, detail = '' }) => ({
    district: county?.name,
    street: street?.name,
    road: detail,
    number: detail,
  }))
}

function rightParts(expected: IncidentAddress, found: Parts): number {
  return parts.filter((part) => expected[part] !== undefined && (found[part] ?? '').includes(expected[part]))
    .length
}
