/**
 * Writes invented calls about one field, for development: how a party is named, a demand told or a time said, with names
 * that no list has and a recogniser's slips. `npm run eval:fill -- FILE` then tells how much of them is understood.
 * Run: `node tests/bench/generate-calls.ts --field subject|demand|incidentTime --out FILE [--count 1000 --seed 1 --noise 0.03]`
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { unwrap } from '#shared/base/result.ts'
import { defaultPackDirectory } from '../../src-main/core/knowledge/default-pack.ts'
import { loadSitePack } from '../../src-main/core/knowledge/load-site-pack.ts'
import { generateCalls, type GeneratedField } from './fill-fit/invented-calls.ts'

const { values } = parseArgs({
  options: {
    field: { type: 'string', default: 'subject' },
    out: { type: 'string' },
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    noise: { type: 'string', default: '0.03' },
  },
})
if (values.out === undefined || !['subject', 'demand', 'incidentTime'].includes(values.field))
  throw new Error('--field subject|demand|incidentTime --out FILE')
const fixtures = join(import.meta.dirname, '../fixtures')
const corpus = readdirSync(fixtures)
  .filter((name) => /^fill-(?:dev|fresh-[a-d])\./u.test(name))
  .map((name) => readFileSync(join(fixtures, name), 'utf8'))
const calls = generateCalls(
  unwrap(await loadSitePack(defaultPackDirectory())),
  corpus,
  values.field as GeneratedField,
  { count: Number(values.count), seed: Number(values.seed), noise: Number(values.noise) },
)
writeFileSync(values.out, calls.map((call) => `${JSON.stringify(call)}\n`).join(''))
