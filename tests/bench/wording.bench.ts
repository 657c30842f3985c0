import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { callTranscriptSchema, type Turn } from '#shared/domain/call.ts'
import { normRuleSchema, type NormRule } from '#shared/domain/site-pack.ts'
import { createWordingCheck } from '#shared/domain/wording/check-wording.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { sampleNorms } from '../support/sample-norms.ts'
import type { BenchRow } from './bench-row.ts'
import { latency } from './quantile.ts'

/** How long one more turn of the seat takes to be judged, after 60 turns, with the sample norms and others up to 500. */
const context = 60
const rules = 500
const calls = 200

const random = seededRandom(11)
const spoken = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'fill-fresh-a.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .flatMap((line) => callTranscriptSchema.parse(JSON.parse(line)).turns)
const among = (length: number): number => Math.floor(random() * length)

/** Words that people say. */
function pick(length: number): string {
  const text = (spoken[among(spoken.length)]?.text ?? '').replaceAll(/\P{Script=Han}/gu, '')
  const start = among(text.length - length)
  return text.length < length ? pick(length) : text.slice(start, start + length)
}

export function run(): Promise<readonly BenchRow[]> {
  const sample = sampleNorms()
  const wording = createWordingCheck([
    ...sample,
    ...Array.from({ length: rules - sample.length }, (_, index) => packRule(index)),
  ])
  wording.check(turnsOfCall())
  const times = Array.from({ length: calls }, () => {
    const turns = turnsOfCall()
    wording.check(turns.slice(0, -1))
    const started = performance.now()
    wording.check(turns)
    return performance.now() - started
  })
  return Promise.resolve([
    {
      name: `wording, a turn after ${context}, ${rules} pack rules`,
      figure: latency(times),
      peer: 'p95 ≤ 2 ms',
    },
  ])
}

/** A rule as trainers write them: a phrase, two patterns, an exception. */
function packRule(index: number): NormRule {
  const rule = ['forbidden-expression', 'commanding', 'over-promise', 'rhetorical-question'][index % 4]
  return normRuleSchema.parse({
    rule,
    title: `规则${index}`,
    phrases: [{ say: pick(5) }],
    patterns: [
      { match: `[您你][^\\n]{0,6}(?:${pick(2)}|${pick(3)})` },
      { match: `(?:${pick(2)}|${pick(2)})[^\\n]{1,10}${pick(2)}` },
    ],
    except: [`${pick(2)}[^\\n]{0,8}(?:好吗|可以吗)`],
  })
}

function turnsOfCall(): readonly Turn[] {
  return Array.from({ length: context + 1 }, (_, index): Turn => {
    const startMs = index * 5000
    const text = spoken[among(spoken.length)]?.text ?? ''
    return { speaker: index % 2 === 0 ? 'seat' : 'citizen', startMs, endMs: startMs + 4000, text }
  })
}
