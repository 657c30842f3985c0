import { join } from 'node:path'
import { unwrap } from '#shared/base/result.ts'
import type { AsrEvent } from '#shared/contract/process-messages.ts'
import { speakers } from '#shared/domain/call.ts'
import { chosenModel, openLibrary } from '../../src-main/models/library.ts'
import { Recogniser } from '../../src-main/asr/recogniser.ts'
import { loadSherpa } from '../../src-main/asr/sherpa.ts'
import { createSpeechEngine, type SpeechEngine } from '../../src-main/asr/speech-engine.ts'
import { readRecording, type DecodedRecording } from '../../src-main/core/calls/recording/read-recording.ts'
import type { BenchRow } from './bench-row.ts'

const frameSamples = 1_600
const frameMs = 100

/** Judges by loudness and says a character every 0.2 s: our own code does all its work, the models do none. */
const fakeEngine: SpeechEngine = {
  createVoiceActivity: () => ({
    isSpeech: (window) => window.some((sample) => Math.abs(sample) > 0.02),
    reset: () => undefined,
  }),
  decoder: {
    begin() {
      let heard = 0
      const text = (): string => '字'.repeat(Math.floor(heard / 3_200))
      return {
        accept(samples) {
          heard += samples.length
          return text()
        },
        finish: () => ({ text: text() }),
      }
    },
  },
}

interface Measured {
  /** Milliseconds that a frame took, ascending. */
  readonly times: readonly number[]
  readonly total: number
  readonly events: number
}

/** Plays both channels in frames of 100 ms; an event is emitted within the call that hears its frame. */
function play(engine: SpeechEngine, recording: DecodedRecording): Measured {
  let events = 0
  const recogniser = new Recogniser(engine, (event: AsrEvent) => {
    if (event.type === 'partial' || event.type === 'final') events += 1
  })
  const times: number[] = []
  const length = (recording.durationMs * 16_000) / 1_000
  for (let start = 0; start < length; start += frameSamples) {
    for (const speaker of speakers) {
      const samples = recording.channels[speaker]?.slice(start, start + frameSamples) ?? new Int16Array(0)
      const before = performance.now()
      recogniser.handle({ type: 'audio', frame: { stream: 0, speaker, startSample: start, samples } })
      times.push(performance.now() - before)
    }
  }
  for (const speaker of speakers) recogniser.handle({ type: 'close', stream: 0, speaker })
  times.sort((left, right) => left - right)
  return { times, total: times.reduce((sum, time) => sum + time, 0), events }
}

function quantile(times: readonly number[], share: number): string {
  return (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(3)
}

/** What recognition costs beside and with the rehearsal model, on one thread, both channels of a call. */
export async function run(): Promise<readonly BenchRow[]> {
  const library = unwrap(openLibrary())
  const call = join(library.folders.shipped, 'rehearsal/calls/1-night-works.wav')
  const decodeStart = performance.now()
  const recording = unwrap(await readRecording([call]))
  const decodeMs = performance.now() - decodeStart
  play(fakeEngine, recording)
  const own = play(fakeEngine, recording)
  const streaming = unwrap(chosenModel(library, 'streaming', {}))
  const voice = unwrap(chosenModel(library, 'voice-activity'))
  if (streaming === undefined || voice === undefined) throw new Error('the manifest has no defaults')
  const engine = createSpeechEngine(loadSherpa(), library, { streaming, voice })
  play(engine, recording)
  const whole = play(engine, recording)
  const seconds = (recording.durationMs / 1_000).toFixed(0)
  return [
    {
      name: `speech: our own code, audio frame to event (100 ms frames, ${seconds} s, two channels, ${own.events} events)`,
      figure: `p50 ${quantile(own.times, 0.5)} ms, p99 ${quantile(own.times, 0.99)} ms`,
      peer: `with the rehearsal model p50 ${quantile(whole.times, 0.5)} ms, p99 ${quantile(whole.times, 0.99)} ms`,
      ratio: `${((own.total / whole.total) * 100).toFixed(1)} % of the whole`,
    },
    {
      name: 'speech: real-time factor, two channels, rehearsal model and voice activity',
      figure: (whole.total / recording.durationMs).toFixed(4),
      peer: `a frame lasts ${frameMs} ms`,
    },
    {
      name: `speech: decoding a recording (µ-law stereo 8 kHz → 16 kHz, ${seconds} s)`,
      figure: `${decodeMs.toFixed(0)} ms`,
    },
  ]
}
