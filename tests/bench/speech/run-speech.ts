/**
 * `npm run bench:speech [-- --recordings DIR] [--model ID]`: every installed streaming model on the calls that ship, both
 * channels at once, and on more recordings where a folder of them is given (`human/*.txt`, `synthetic/utterances.txt`,
 * `synthetic/call-*.wav`, each list beside the folder of its WAV files).
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { availableParallelism, cpus } from 'node:os'
import { unwrap } from '#shared/base/result.ts'
import { checkModel } from '../../../src-main/models/model-files.ts'
import { openLibrary } from '../../../src-main/models/library.ts'
import { programRoot } from '../../../src-main/hosts/paths.ts'
import { measureModel, type Latency, type SpeechFigures } from './measure.ts'
import { callSet, utteranceSet, type SpeechSet } from './speech-sets.ts'

/** What the model that ships is held to. */
const bars = [
  'bars: real-time factor < 0.05; first partial p50 ≤ 300 ms, p95 ≤ 600 ms after speech starts;',
  '      final p95 ≤ 700 ms after the endpoint; CER of the calls ≤ 5 %',
]

function speechSets(recordings: string | undefined): readonly SpeechSet[] {
  const shipped = callSet('calls that ship', join(programRoot, 'models', 'rehearsal', 'calls'))
  if (recordings === undefined) return [shipped]
  const lists = [
    ['people reading, AISHELL-1', 'human/aishell1.txt'],
    ['people reading, AISHELL-3', 'human/aishell3.txt'],
    ['synthetic utterances', 'synthetic/utterances.txt'],
  ] as const
  return [
    shipped,
    callSet('synthetic calls', join(recordings, 'synthetic')),
    ...lists
      .filter(([, list]) => existsSync(join(recordings, list)))
      .map(([name, list]) => utteranceSet(name, join(recordings, list))),
  ]
}

const milliseconds = ({ p50, p95 }: Latency): string => `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`

function print(figures: SpeechFigures): void {
  const rows = [
    ['real-time factor, two channels', figures.realTimeFactor.toFixed(4)],
    ['first partial after speech starts', milliseconds(figures.firstPartial)],
    ['final after the endpoint is found', milliseconds(figures.finalAfterEndpoint)],
    ['final after the last sound', milliseconds(figures.finalAfterSpeech)],
    ['load', `${figures.loadMs.toFixed(0)} ms`],
    ['memory of the process', `${figures.memoryMb.toFixed(0)} MB`],
    ...Object.entries(figures.errorPercent).map(([set, percent]) => [
      `CER, ${set}`,
      `${percent.toFixed(1)} %`,
    ]),
  ] as const
  console.log(`\n${figures.model}`)
  for (const [name, figure] of rows) console.log(`  ${name.padEnd(36)}${figure}`)
}

const { values } = parseArgs({ options: { recordings: { type: 'string' }, model: { type: 'string' } } })
const sets = speechSets(values.recordings)
console.log(
  `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.version}`,
)
for (const line of bars) console.log(line)
if (values.recordings === undefined) console.log('no --recordings: the shipped calls alone')
const library = unwrap(openLibrary())
for (const model of library.manifest.models.filter(({ role }) => role === 'streaming')) {
  if (values.model !== undefined && values.model !== model.id) continue
  const { state } = await checkModel(library, model, true)
  if (state === 'not-installed') console.log(`\n${model.title}: not installed, left out`)
  else print(await measureModel(model.id, sets))
}
