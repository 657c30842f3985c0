import { describe, expect, it } from 'vitest'
import type { AsrEvent } from '#shared/contract/process-messages.ts'
import { ChannelRecogniser, type SpeechDecoder } from '../../../src-main/asr/channel-recogniser.ts'
import { segmenterSettings } from '../../../src-main/asr/segmenter-settings.ts'

/** Says one `a` for every 1,600 loud samples; loudness is speech. */
function fakeDecoder(): SpeechDecoder {
  return {
    begin() {
      let loud = 0
      const text = (): string => 'a'.repeat(Math.floor(loud / 1600))
      return {
        accept(samples) {
          loud += samples.filter((sample) => sample !== 0).length
          return text()
        },
        finish: () => ({ text: text(), confidence: 0.5 }),
      }
    },
  }
}

function createChannel(changed: Partial<ConstructorParameters<typeof ChannelRecogniser>[0]> = {}): {
  readonly channel: ChannelRecogniser
  readonly events: AsrEvent[]
} {
  const events: AsrEvent[] = []
  const channel = new ChannelRecogniser({
    stream: 7,
    speaker: 'citizen',
    voiceActivity: { isSpeech: (window) => window.some((sample) => sample !== 0), reset: () => undefined },
    decoder: fakeDecoder(),
    settings: segmenterSettings,
    emit: (event) => events.push(event),
    ...changed,
  })
  return { channel, events }
}

const loud = (length: number): Int16Array => new Int16Array(length).fill(1000)
const quiet = (length: number): Int16Array => new Int16Array(length)
const finals = (events: readonly AsrEvent[]): AsrEvent[] => events.filter((event) => event.type === 'final')
const lastProgress = (events: readonly AsrEvent[]): Extract<AsrEvent, { type: 'progress' }> => {
  const found = events.findLast((event) => event.type === 'progress')
  if (found?.type !== 'progress') throw new Error('no progress')
  return found
}

describe('ChannelRecogniser', () => {
  it('reports partials, then a final with the times of the call', () => {
    const { channel, events } = createChannel()
    channel.accept(0, quiet(32_000))
    for (let index = 0; index < 20; index += 1) channel.accept(32_000 + index * 1600, loud(1600))
    channel.accept(64_000, quiet(16_000))
    const [final] = finals(events)
    if (final?.type !== 'final') throw new Error('no final')
    expect(final.text).toBe('a'.repeat(20))
    expect(final.confidence).toBe(0.5)
    // The detector of this test has no lag, so the onset is reckoned up to two windows early.
    expect(Math.abs(final.startMs - 2000)).toBeLessThanOrEqual(100)
    expect(Math.abs(final.endMs - 4000)).toBeLessThanOrEqual(100)
    const partials = events.filter((event) => event.type === 'partial')
    expect(partials.length).toBeGreaterThan(10)
    expect(new Set(partials.map((partial) => partial.text)).size).toBe(partials.length)
  })

  it('ignores what it has heard already, wherever a resent frame begins', () => {
    const { channel, events } = createChannel()
    channel.accept(0, loud(16_000))
    channel.accept(4_001, loud(16_000))
    channel.accept(20_001, quiet(16_000))
    expect(finals(events)).toMatchObject([{ text: 'a'.repeat(12) }])
  })

  it('hears a gap as silence, also one far too long to fill', () => {
    const { channel, events } = createChannel()
    channel.accept(0, loud(16_000))
    channel.accept(1_600_000_000, loud(16_000))
    channel.close()
    expect(finals(events)).toMatchObject([{ startMs: 0 }, { startMs: 100_000_000, text: 'a'.repeat(10) }])
  })

  it('begins at any sample, and settles at the pre-roll of what is being said', () => {
    const { channel, events } = createChannel()
    channel.accept(80_000, quiet(32_000))
    const before = lastProgress(events)
    expect(before.settledSample).toBeLessThan(before.decodedSample)
    expect(before.settledSample).toBeGreaterThan(80_000)
    channel.accept(112_000, loud(48_000))
    const during = lastProgress(events)
    expect(during.settledSample).toBeGreaterThanOrEqual(before.settledSample)
    expect(during.settledSample).toBeLessThanOrEqual(112_000 - 6_400)
    channel.accept(160_000, quiet(32_000))
    expect(lastProgress(events).settledSample).toBeGreaterThan(160_000)
  })

  it('flushes the last words on close', () => {
    const { channel, events } = createChannel()
    channel.accept(0, loud(3_300))
    channel.close()
    expect(finals(events)).toMatchObject([{ text: 'aa' }])
  })

  it('waits longer for a person who is saying a number', () => {
    const spoken = (words: string): SpeechDecoder => ({
      begin: () => ({ accept: () => words, finish: () => ({ text: words }) }),
    })
    const heard = ['我的电话是', '我的电话是幺三八'].map((words) => {
      const { channel, events } = createChannel({ decoder: spoken(words) })
      channel.accept(0, loud(16_000))
      channel.accept(16_000, quiet(9_600))
      channel.accept(25_600, loud(16_000))
      channel.close()
      return finals(events).length
    })
    expect(heard).toEqual([2, 1])
  })

  it('hands each utterance with words to the second pass, with its sound from before the onset', () => {
    const again: { readonly text: string; readonly startMs: number; readonly samples: Float32Array }[] = []
    const { channel, events } = createChannel({ decodeAgain: (utterance) => again.push(utterance) })
    channel.accept(0, quiet(32_000))
    channel.accept(32_000, loud(32_000))
    channel.accept(64_000, quiet(16_000))
    channel.accept(80_000, loud(1_000))
    channel.accept(81_000, quiet(16_000))
    const [final] = finals(events)
    expect(again).toMatchObject([
      { text: 'a'.repeat(20), startMs: final?.type === 'final' ? final.startMs : -1 },
    ])
    const samples = again[0]?.samples ?? new Float32Array()
    const firstLoud = samples.findIndex((sample) => sample !== 0)
    expect(firstLoud).toBeGreaterThanOrEqual(0.4 * 16_000)
    expect(firstLoud).toBeLessThan(16_000)
    expect(samples.filter((sample) => sample !== 0)).toHaveLength(32_000)
  })

  it('keeps the times of the call for an hour', () => {
    // A detector without lag, so that nothing but drift is left.
    const settings = { ...segmenterSettings, onsetLag: 0, hangover: 0 }
    const { channel, events } = createChannel({ settings })
    const [hour, spoken, every, frame] = [3_600, 2, 7, 997]
    const isLoud = (sample: number): boolean => (sample / 16_000) % every < spoken
    for (let start = 0; start < hour * 16_000; start += frame) {
      const first = isLoud(start)
      // Most frames lie within speech or within silence.
      const whole = first === isLoud(start + frame - 1)
      const samples = first ? loud(frame) : quiet(frame)
      if (!whole) samples.forEach((_, index) => (samples[index] = isLoud(start + index) ? 1_000 : 0))
      channel.accept(start, samples)
    }
    channel.close()
    const heard = finals(events)
    expect(heard).toHaveLength(Math.ceil(hour / every))
    heard.forEach((final, index) => {
      if (final.type !== 'final') throw new Error('no final')
      expect(Math.abs(final.startMs - index * every * 1_000)).toBeLessThanOrEqual(50)
      expect(Math.abs(final.endMs - (index * every + spoken) * 1_000)).toBeLessThanOrEqual(50)
    })
  })

  it('tells nothing of a sound without words', () => {
    const { channel, events } = createChannel()
    channel.accept(0, loud(1_000))
    channel.accept(1_000, quiet(32_000))
    expect(finals(events)).toEqual([])
  })
})
