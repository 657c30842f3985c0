import { describe, expect, it } from 'vitest'
import type { AsrEvent } from '#shared/contract/process-messages.ts'
import type { VoiceActivity } from '../../../src-main/asr/channel-recogniser.ts'
import { Recogniser } from '../../../src-main/asr/recogniser.ts'
import type { WholeDecoder } from '../../../src-main/asr/second-pass.ts'
import type { SpeechEngine } from '../../../src-main/asr/speech-engine.ts'

/** Loudness is speech, and every utterance says 一. */
const engine: SpeechEngine = {
  createVoiceActivity: () => ({
    isSpeech: (window) => window.some((sample) => sample !== 0),
    reset: () => undefined,
  }),
  decoder: { begin: () => ({ accept: () => '一', finish: () => ({ text: '一' }) }) },
}

const frameSamples = 1_600
const frame = (startSample: number, loudness: number) =>
  ({
    type: 'audio',
    frame: {
      stream: 3,
      speaker: 'seat',
      startSample,
      samples: new Int16Array(frameSamples).fill(loudness),
    },
  }) as const
const close = { type: 'close', stream: 3, speaker: 'seat' } as const
const closed = { type: 'closed', stream: 3, speaker: 'seat' } as const

function wordsAndEnd(events: readonly AsrEvent[]): readonly string[] {
  return events.map(({ type }) => type).filter((type) => type !== 'progress' && type !== 'partial')
}

describe('Recogniser', () => {
  it('closes a channel at once where there is no second pass, also one that it never heard', () => {
    const events: AsrEvent[] = []
    const recogniser = new Recogniser(engine, (event) => events.push(event))
    recogniser.handle(close)
    expect(events).toEqual([closed])
    for (let index = 0; index < 10; index += 1) recogniser.handle(frame(index * frameSamples, 900))
    recogniser.handle(close)
    expect(wordsAndEnd(events)).toEqual(['closed', 'final', 'closed'])
  })

  it('uses the detectors of calls that are over again, for two channels at a time never the same', () => {
    let [made, resets] = [0, 0]
    const createVoiceActivity = (): VoiceActivity => {
      made += 1
      return { isSpeech: () => false, reset: () => (resets += 1) }
    }
    const recogniser = new Recogniser({ ...engine, createVoiceActivity }, () => undefined)
    for (let stream = 0; stream < 5; stream += 1) {
      for (const speaker of ['seat', 'citizen'] as const) {
        const { frame: sound } = frame(0, 900)
        recogniser.handle({ type: 'audio', frame: { ...sound, stream, speaker } })
      }
      for (const speaker of ['seat', 'citizen'] as const)
        recogniser.handle({ type: 'close', stream, speaker })
    }
    expect(made).toBe(2)
    expect(resets).toBe(10)
  })

  it('closes a channel when its last words were heard again', async () => {
    const events: AsrEvent[] = []
    const ended = Promise.withResolvers<undefined>()
    const answer = Promise.withResolvers<{ readonly text: string }>()
    const decoder: WholeDecoder = { decode: () => answer.promise }
    const recogniser = new Recogniser({ ...engine, secondPass: Promise.resolve(decoder) }, (event) => {
      events.push(event)
      if (event.type === 'closed') ended.resolve(undefined)
    })
    for (let index = 0; index < 10; index += 1) recogniser.handle(frame(index * frameSamples, 900))
    recogniser.handle(close)
    await Promise.resolve()
    expect(wordsAndEnd(events)).toEqual(['final'])
    answer.resolve({ text: '五' })
    await ended.promise
    expect(wordsAndEnd(events)).toEqual(['final', 'revised', 'closed'])
  })

  it('leaves the second pass out while frames are decoded too late', () => {
    const events: AsrEvent[] = []
    let now = 0
    const decoder: WholeDecoder = { decode: () => Promise.resolve({ text: '五' }) }
    const slow = new Recogniser(
      { ...engine, secondPass: Promise.resolve(decoder) },
      (event) => events.push(event),
      () => now,
    )
    // Each frame of 100 ms takes 120 ms.
    for (let index = 0; index < 60; index += 1) {
      now += 120
      slow.handle(frame(index * frameSamples, index % 20 < 10 ? 900 : 0))
    }
    expect(wordsAndEnd(events)).toContain('second-pass')
    expect(events).toContainEqual({ type: 'second-pass', skipping: true })
  })
})
