/**
 * Character error rate and speed of a model on sets of utterances, decoded as the client does it.
 *
 *   node measure.ts MODEL_FOLDER SET...
 *
 * A set is `NAME.txt` with a line `id text` an utterance; its sound is `NAME/id.wav` beside it (16-bit, mono).
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { unwrap } from '#shared/base/result.ts'
import { tailPadding } from '../../../src-main/asr/segmenter-settings.ts'
import { recogniserConfig } from '../../../src-main/asr/sherpa-config.ts'
import { loadSherpa, type OnlineRecogniser } from '../../../src-main/asr/sherpa.ts'
import type { StreamingModel } from '../../../src-main/models/manifest.ts'
import { readWav } from '../../../src-main/core/calls/recording/read-wav.ts'
import { characterErrorRate } from '../../../tests/support/character-error-rate.ts'
import { spokenCharacters } from './text/spoken-text.ts'

const rate = 16_000
/** 100 ms: the client sends as much at a time. */
const frame = rate / 10
const worstShown = 5

interface Heard {
  readonly id: string
  readonly said: string
  readonly text: string
  /** From the onset of speech to the frame of audio after which the first character was there. */
  readonly firstAfterMs: number | undefined
}

/** Frame by frame, as audio comes in a call, the client's padding behind it. */
function hear(recogniser: OnlineRecogniser, pcm: Int16Array): Pick<Heard, 'text' | 'firstAfterMs'> {
  const stream = recogniser.createStream()
  const samples = Float32Array.from(pcm, (value) => value / 32_768)
  const textAfter = (piece: Float32Array): string => {
    stream.acceptWaveform({ samples: piece, sampleRate: rate })
    while (recogniser.isReady(stream)) recogniser.decode(stream)
    return recogniser.getResult(stream).text
  }
  let first: number | undefined
  for (let start = 0; start < samples.length; start += frame) {
    if (textAfter(samples.subarray(start, start + frame)) !== '') first ??= start + frame
  }
  const text = spokenCharacters(textAfter(new Float32Array(tailPadding)))
  const firstAfterMs = first === undefined ? undefined : ((first - onset(samples)) * 1_000) / rate
  return { text, firstAfterMs }
}

/** The first 10 ms that are a tenth as loud as the loudest. */
function onset(samples: Float32Array): number {
  const window = rate / 100
  const loudness = Array.from({ length: Math.floor(samples.length / window) }, (_, index) =>
    Math.hypot(...samples.subarray(index * window, (index + 1) * window)),
  )
  const loudest = Math.max(...loudness)
  return loudness.findIndex((value) => value >= loudest / 10) * window
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}

async function measure(recogniser: OnlineRecogniser, list: string): Promise<void> {
  const name = basename(list, '.txt')
  if (!existsSync(list)) {
    console.log(`${name}: not here, skipped (${list})`)
    return
  }
  const results: Heard[] = []
  let [seconds, spent] = [0, 0]
  for (const line of readFileSync(list, 'utf8').trim().split('\n')) {
    const [id = '', ...rest] = line.split(' ')
    const file = join(list.slice(0, -'.txt'.length), `${id}.wav`)
    const [pcm = new Int16Array()] = unwrap(await readWav(file)).channels
    const started = performance.now()
    const heard = hear(recogniser, pcm)
    spent += (performance.now() - started) / 1_000
    seconds += pcm.length / rate
    results.push({ id, said: rest.join(''), ...heard })
  }
  report(name, results, spent / seconds)
}

function report(name: string, results: readonly Heard[], realTimeFactor: number): void {
  const wrong = ({ said, text }: Heard): number => characterErrorRate(said, text) * said.length
  const characters = results.reduce((sum, { said }) => sum + said.length, 0)
  const rateOfAll = results.reduce((sum, result) => sum + wrong(result), 0) / characters
  const firsts = results.flatMap(({ firstAfterMs }) => firstAfterMs ?? [])
  console.log(
    `${name}: CER ${(100 * rateOfAll).toFixed(2)} % (${results.length} utterances, ${characters} characters), ` +
      `first character after ${median(firsts).toFixed(0)} ms (median), real-time factor ${realTimeFactor.toFixed(4)}`,
  )
  for (const { id, said, text } of [...results]
    .sort((left, right) => wrong(right) - wrong(left))
    .slice(0, worstShown)) {
    console.log(`  ${id} said  ${said}\n  ${id} heard ${text}`)
  }
}

const [folder, ...lists] = process.argv.slice(2)
if (folder === undefined || lists.length === 0) throw new Error('usage: measure.ts MODEL_FOLDER SET.txt...')
const trained: StreamingModel = {
  id: basename(folder),
  title: basename(folder),
  role: 'streaming',
  kind: 'nemoCtc',
  files: { model: { path: 'model.onnx' }, tokens: { path: 'tokens.txt' }, graph: { path: 'graph.fst' } },
  licence: '',
  origin: '',
  sources: [],
  published: [],
  sampleRate: rate,
  note: '',
}
const recogniser = new (loadSherpa().OnlineRecognizer)(recogniserConfig(trained, folder))
for (const list of lists) await measure(recogniser, list)
