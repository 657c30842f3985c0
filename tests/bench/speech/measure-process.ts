/** The child of measure.ts: one request in, the figures out. */
import { sampleRate } from '#shared/contract/audio-frame.ts'
import { unwrap } from '#shared/base/result.ts'
import { speakers } from '#shared/domain/call.ts'
import { loadSherpa } from '../../../src-main/asr/sherpa.ts'
import { createSpeechEngine, type SpeechEngine } from '../../../src-main/asr/speech-engine.ts'
import { readRecording } from '../../../src-main/core/calls/recording/read-recording.ts'
import { chosenModel, openLibrary } from '../../../src-main/models/library.ts'
import { characterErrorRate } from '../../support/character-error-rate.ts'
import { quantile } from '../quantile.ts'
import type { Latency, MeasureRequest, SpeechFigures } from './measure.ts'
import { playCall, soundOf, type Channels, type TimedWords } from './play-call.ts'
import type { Spoken } from './speech-sets.ts'

/** Around an utterance on its own, as in a call. */
const silenceSamples = sampleRate

interface Tally {
  readonly firstPartial: number[]
  readonly finalAfterEndpoint: number[]
  readonly finalAfterSpeech: number[]
  callMs: number
  decodingMs: number
}

function letters(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function padded(samples: Int16Array): Int16Array {
  const whole = new Int16Array(samples.length + 2 * silenceSamples)
  whole.set(samples, silenceSamples)
  return whole
}

/** Wrong characters and characters said of one recording; latencies of a call go into the tally. */
async function measure(
  engine: SpeechEngine,
  spoken: Spoken,
  tally: Tally,
): Promise<{ readonly wrong: number; readonly said: number }> {
  const { channels, durationMs } = unwrap(await readRecording([spoken.file]))
  const score = (said: string, words: readonly TimedWords[]): { wrong: number; said: number } => {
    const heard = words.filter(({ type }) => type === 'final').map(({ text }) => text)
    const characters = letters(said)
    return {
      wrong: characterErrorRate(characters, letters(heard.join(''))) * characters.length,
      said: characters.length,
    }
  }
  if (spoken.kind === 'utterance') {
    const [samples] = Object.values(channels)
    const { words } = playCall(engine, { seat: padded(samples ?? new Int16Array(0)) })
    return score(spoken.text, words)
  }
  const { words, decodingMs } = playCall(engine, channels)
  tally.callMs += durationMs
  tally.decodingMs += decodingMs
  const scores = speakers.map((speaker) => {
    const own = words.filter((word) => word.speaker === speaker)
    const turns = spoken.turns.filter((turn) => turn.speaker === speaker)
    measureTurns(channels, turns, own, tally)
    return score(turns.map(({ text }) => text).join(''), own)
  })
  return scores.reduce((sum, { wrong, said }) => ({ wrong: sum.wrong + wrong, said: sum.said + said }))
}

/** A turn that was never heard counts with the whole time that the bench waited for it. */
function measureTurns(
  channels: Channels,
  turns: Extract<Spoken, { kind: 'call' }>['turns'],
  words: readonly TimedWords[],
  tally: Tally,
): void {
  for (const turn of turns) {
    const [first, last] = soundOf(channels[turn.speaker] ?? new Int16Array(0), turn)
    const own = words.filter((word) => word.endMs > turn.startMs && word.startMs < turn.endMs)
    const shown = own.find((word) => word.text !== '')
    tally.firstPartial.push((shown?.atMs ?? Infinity) - first)
    const final = own.findLast((word) => word.type === 'final')
    tally.finalAfterSpeech.push((final?.atMs ?? Infinity) - last)
    tally.finalAfterEndpoint.push(final === undefined ? Infinity : final.atMs - final.frameMs)
  }
}

function latency(values: readonly number[]): Latency {
  return values.length === 0
    ? { p50: NaN, p95: NaN }
    : { p50: quantile(values, 0.5), p95: quantile(values, 0.95) }
}

async function figures({ modelId, folders, sets }: MeasureRequest): Promise<SpeechFigures> {
  const library = unwrap(openLibrary(folders))
  const streaming = unwrap(chosenModel(library, 'streaming', { SEAT_MODEL: modelId }))
  const voice = unwrap(chosenModel(library, 'voice-activity'))
  if (streaming === undefined || voice === undefined) throw new Error('the manifest has no defaults')
  const sherpa = loadSherpa()
  const startedAt = performance.now()
  const engine = createSpeechEngine(sherpa, library, { streaming, voice })
  const loadMs = performance.now() - startedAt
  const tally: Tally = {
    firstPartial: [],
    finalAfterEndpoint: [],
    finalAfterSpeech: [],
    callMs: 0,
    decodingMs: 0,
  }
  const errorPercent: Record<string, number> = {}
  let memory: number | undefined
  for (const { name, spoken } of sets) {
    let [wrong, said] = [0, 0]
    for (const one of spoken) {
      const score = await measure(engine, one, tally)
      wrong += score.wrong
      said += score.said
      memory ??= process.memoryUsage.rss()
    }
    errorPercent[name] = (100 * wrong) / said
  }
  return {
    model: streaming.title,
    realTimeFactor: tally.decodingMs / tally.callMs,
    firstPartial: latency(tally.firstPartial),
    finalAfterEndpoint: latency(tally.finalAfterEndpoint),
    finalAfterSpeech: latency(tally.finalAfterSpeech),
    loadMs,
    memoryMb: (memory ?? NaN) / 2 ** 20,
    errorPercent,
  }
}

process.once('message', (request) => {
  void figures(request as MeasureRequest).then((measured) => process.send?.(measured))
})
