/**
 * Works out what speaks for a stretch of words being the party's name and writes `party-weights.json`; the same calls give
 * the same file. It learns from invented calls (`fill-fit/invented-calls.ts`) and from the calls written by hand, each also told of other
 * parties; of the blind sets e, f and g only the odd calls, so that the even ones measure.
 * Run: `node tests/bench/fit-party.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unwrap } from '#shared/base/result.ts'
import { indexSubjects } from '#shared/domain/understanding/party/subject-names.ts'
import { remembering } from '#shared/text/name-index.ts'
import { defaultPackDirectory } from '../../src-main/core/knowledge/default-pack.ts'
import { loadSitePack } from '../../src-main/core/knowledge/load-site-pack.ts'
import { generateCalls } from './fill-fit/invented-calls.ts'
import { createDraw } from './fill-fit/names.ts'
import { FeaturePlaces, type LabelledCall, renamed, rowsOf } from './fill-fit/party-rows.ts'
import { learn, type Row } from './fill-fit/perceptron.ts'

const target = join(import.meta.dirname, '../../src-shared/domain/understanding/party/party-weights.json')
const fixtures = join(import.meta.dirname, '../fixtures')
const whole = ['dev', 'fresh-a', 'fresh-b', 'fresh-c', 'fresh-d']
const halves = ['fresh-e', 'fresh-f', 'fresh-g']
const invented = { count: 6500, seed: 11, noise: 0.05 }
/** Times that a call written by hand is told of another party, and one that blames nobody is told again. */
const retold = 8
const toldAgain = 4
const epochs = 4
const leastWeight = 5
/** So many features stand in a line of the file. */
const aLine = 40

const pack = unwrap(await loadSitePack(defaultPackDirectory()))
const index = remembering(indexSubjects(pack))
const draw = createDraw(7)
const places = new FeaturePlaces()
const corpus = whole.map((name) => readFileSync(join(fixtures, `fill-${name}.jsonl`), 'utf8'))

const rows: Row[] = generateCalls(pack, corpus, 'subject', invented).flatMap((call) =>
  rowsOf(call as LabelledCall, index, places),
)
for (const call of [
  ...whole.flatMap((name) => callsOf(name)),
  ...halves.flatMap((name) => callsOf(name, 2)),
]) {
  rows.push(...rowsOf(call, index, places))
  for (let copy = 0; copy < retold; copy++) {
    const other = renamed(call, pack, index, draw)
    if (other !== undefined) rows.push(...rowsOf(other, index, places))
    else if (copy < toldAgain) rows.push(...rowsOf(call, index, places))
  }
}
const frequent = rows.map(({ features, labels }) => ({
  features: features.map((own) => own.filter((place) => places.isFrequent(place))),
  labels,
}))
const { weights, after } = learn(frequent, places.entries.length, { epochs, least: leastWeight, draw })
const entries = places.entries.flatMap(([feature, place]) => {
  const [begins, goesOn] = [weights[place * 3] ?? 0, weights[place * 3 + 1] ?? 0]
  return begins === 0 && goesOn === 0
    ? []
    : [`${feature}=${String(Math.round(begins))},${String(Math.round(goesOn))}`]
})
const lines = Array.from({ length: Math.ceil(entries.length / aLine) }, (_, at) =>
  entries.slice(at * aLine, (at + 1) * aLine).join(' '),
)
const learned = { after: [...after].map((weight) => Math.round(weight)).join(' '), weights: lines }
writeFileSync(target, `${JSON.stringify(learned, undefined, 2)}\n`)
console.log(
  `${String(rows.length)} lines, ${String(entries.length)} of ${String(places.entries.length)} features`,
)

/** Every call of a set, or every `step`th from the first on. */
function callsOf(name: string, step = 1): readonly LabelledCall[] {
  return readFileSync(join(fixtures, `fill-${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .filter((_, at) => at % step === 0)
    .map((line) => JSON.parse(line) as LabelledCall)
}
