import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  settledSample,
  stepSegmenter,
  type SegmentEvent,
  type SegmenterState,
} from '../../../src-main/asr/segmenter.ts'
import { segmenterSettings as settings } from '../../../src-main/asr/segmenter-settings.ts'

const windowLength = 512

interface Run {
  readonly events: readonly (SegmentEvent & { readonly at: number })[]
  readonly settled: readonly number[]
  readonly state: SegmenterState
}

function run(judgements: readonly boolean[], inNumber = false): Run {
  let state: SegmenterState = { kind: 'silent', freeFrom: 0 }
  const events: (SegmentEvent & { at: number })[] = []
  const settled: number[] = []
  judgements.forEach((speech, index) => {
    const end = (index + 1) * windowLength
    const step = stepSegmenter(state, { start: end - windowLength, end, speech, inNumber }, settings)
    state = step.state
    if (step.event !== undefined) events.push({ ...step.event, at: end })
    settled.push(settledSample(state, end, settings))
  })
  return { events, settled, state }
}

function windows(seconds: number, speech: boolean): boolean[] {
  return Array.from({ length: Math.round((seconds * 16_000) / windowLength) }, () => speech)
}

describe('stepSegmenter', () => {
  it('gives one utterance for speech between silences, fed from before its onset', () => {
    const { events } = run([...windows(2, false), ...windows(1, true), ...windows(1, false)])
    expect(events.map((event) => event.type)).toEqual(['begin', 'end'])
    const [begin, end] = events
    if (begin?.type !== 'begin' || end?.type !== 'end') throw new Error('wrong events')
    expect(begin.onset).toBe(begin.at - windowLength - settings.onsetLag)
    expect(begin.onset - begin.feedFrom).toBeGreaterThanOrEqual(0.4 * 16_000)
    expect(end.at - end.speechEnd).toBeGreaterThanOrEqual(0.5 * 16_000)
  })

  it('does not end at a pause shorter than the end silence', () => {
    const { events } = run([...windows(1, true), ...windows(0.4, false), ...windows(1, true)])
    expect(events.map((event) => event.type)).toEqual(['begin'])
  })

  it('is more patient in the middle of a number', () => {
    const pause = [...windows(1, true), ...windows(0.6, false), ...windows(1, true)]
    expect(run(pause).events.map((event) => event.type)).toEqual(['begin', 'end', 'begin'])
    expect(run(pause, true).events.map((event) => event.type)).toEqual(['begin'])
    const end = run([...windows(1, true), ...windows(1, false)], true)
    expect(end.events.map((event) => event.type)).toEqual(['begin', 'end'])
  })

  it('does not feed the words of one utterance to the next', () => {
    const { events } = run([...windows(1, true), ...windows(0.7, false), ...windows(1, true)])
    const [, end, next] = events
    if (end?.type !== 'end' || next?.type !== 'begin') throw new Error('wrong events')
    expect(next.feedFrom).toBeGreaterThanOrEqual(end.speechEnd)
  })

  it('cuts long speech at a breath, and at the hard limit without one', () => {
    const breath = run([...windows(16, true), ...windows(0.3, false), ...windows(1, true)])
    expect(breath.events.map((event) => event.type)).toEqual(['begin', 'end', 'begin'])
    const endless = run(windows(45, true))
    const ends = endless.events.filter((event) => event.type === 'end')
    expect(ends).toHaveLength(2)
    for (const end of ends)
      expect(end.speechEnd - end.onset).toBeLessThanOrEqual(settings.hardLimit + windowLength)
  })

  it('keeps order and never needs audio again that it had settled', () => {
    const judgements = fc.array(
      fc.record({ seconds: fc.double({ min: 0.04, max: 6, noNaN: true }), speech: fc.boolean() }),
    )
    fc.assert(
      fc.property(judgements, (stretches) => {
        const { events, settled } = run(stretches.flatMap(({ seconds, speech }) => windows(seconds, speech)))
        events.forEach((event, index) => {
          expect(event.type).toBe(index % 2 === 0 ? 'begin' : 'end')
          if (event.type !== 'begin') return
          expect(event.feedFrom).toBeLessThanOrEqual(event.onset)
          const before = events[index - 1]
          if (before?.type === 'end') expect(event.feedFrom).toBeGreaterThanOrEqual(before.speechEnd)
        })
        settled.forEach((sample, index) => {
          expect(sample).toBeGreaterThanOrEqual(settled[index - 1] ?? 0)
        })
      }),
    )
  })
})
