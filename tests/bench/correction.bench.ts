import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unwrap } from '#shared/base/result.ts'
import { buildNameCorrector } from '#shared/domain/correction/name-corrector.ts'
import type { SitePack } from '#shared/domain/site-pack.ts'
import { loadSitePack } from '../../src-main/core/knowledge/load-site-pack.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import type { BenchRow } from './bench-row.ts'
import { generatedSubjects } from './generated-subjects.ts'
import { latency, quantile } from './quantile.ts'

const manySubjects = 20_000
const barMs = 2

/** One turn searched for names by sound, with the sample pack and with a large city's number of parties. */
export async function run(): Promise<readonly BenchRow[]> {
  const pack = unwrap(await loadSitePack(join(programRoot, 'knowledge-base')))
  return [...measure(pack), ...measure({ ...pack, subjects: generatedSubjects(pack, manySubjects) })]
}

function measure(pack: SitePack): readonly BenchRow[] {
  const before = process.memoryUsage().heapUsed
  const buildStart = performance.now()
  const corrector = buildNameCorrector(pack)
  const buildMs = performance.now() - buildStart
  const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20
  const turns = readFileSync(join(programRoot, 'tests/fixtures/correction-dev.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text)
  const said = turns.slice(0, 40)
  for (const text of said) corrector.find(text, said)
  const times = turns.map((text) => {
    const start = performance.now()
    corrector.find(text, said)
    return performance.now() - start
  })
  const name = `correction by sound, ${String(pack.subjects.length)} subjects:`
  return [
    { name: `${name} built`, figure: `${buildMs.toFixed(0)} ms, ${megabytes.toFixed(0)} MB of heap` },
    {
      name: `${name} one turn`,
      figure: latency(times),
      peer: `p95 ≤ ${String(barMs)} ms`,
      ratio: (quantile(times, 0.95) / barMs).toFixed(2),
    },
  ]
}
