import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { AsrEvent } from '#shared/contract/process-messages.ts'
import { speakers, type Speaker, type Turn } from '#shared/domain/call.ts'
import { Recogniser } from '../../../src-main/asr/recogniser.ts'
import type { SpeechEngine } from '../../../src-main/asr/speech-engine.ts'

/** As a device gives them. */
const frameSamples = sampleRate / 25
/** Sound this far below the loudest of its turn is silence, as power: 30 dB. */
const quiet = 10 ** -3
const stepMs = 10

export type Channels = Readonly<Partial<Record<Speaker, Int16Array>>>
type Words = Extract<AsrEvent, { type: 'partial' | 'final' }>
/** Words and when they came, ms of the call. `frameMs`: when the frame that brought them had arrived. */
export type TimedWords = Words & { readonly atMs: number; readonly frameMs: number }

export interface PlayedCall {
  readonly words: readonly TimedWords[]
  readonly decodingMs: number
}

/** Plays all channels in step, as fast as they are decoded, and reckons when words would have come in real time. */
export function playCall(engine: SpeechEngine, channels: Channels): PlayedCall {
  const words: TimedWords[] = []
  let [decodingMs, frameMs, startedAt] = [0, 0, 0]
  const recogniser = new Recogniser(engine, (event) => {
    if (event.type !== 'partial' && event.type !== 'final') return
    words.push({ ...event, frameMs, atMs: frameMs + performance.now() - startedAt })
  })
  const length = Math.max(...Object.values(channels).map((samples) => samples.length))
  const timed = (work: () => void): void => {
    startedAt = performance.now()
    work()
    decodingMs += performance.now() - startedAt
  }
  for (let start = 0; start < length; start += frameSamples) {
    frameMs = (Math.min(length, start + frameSamples) * 1000) / sampleRate
    for (const speaker of speakers) {
      const samples = channels[speaker]?.slice(start, start + frameSamples)
      if (samples === undefined || samples.length === 0) continue
      const frame = { stream: 0, speaker, startSample: start, samples }
      timed(() => recogniser.handle({ type: 'audio', frame }))
    }
  }
  for (const speaker of speakers) timed(() => recogniser.handle({ type: 'close', stream: 0, speaker }))
  return { words, decodingMs }
}

/** First and last sound of a turn, ms of the call: its script counts the silence of the voice around it too. */
export function soundOf(samples: Int16Array, turn: Turn): readonly [firstMs: number, lastMs: number] {
  const powers: number[] = []
  const step = (stepMs * sampleRate) / 1000
  const end = Math.min(samples.length, (turn.endMs * sampleRate) / 1000)
  for (let at = Math.round((turn.startMs * sampleRate) / 1000); at + step <= end; at += step) {
    powers.push(samples.subarray(at, at + step).reduce((sum, sample) => sum + sample * sample, 0))
  }
  const loud = Math.max(...powers) * quiet
  const first = powers.findIndex((power) => power > loud)
  const last = powers.findLastIndex((power) => power > loud)
  return [turn.startMs + first * stepMs, turn.startMs + (last + 1) * stepMs]
}
