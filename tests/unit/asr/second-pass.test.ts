import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AsrEvent } from '#shared/contract/process-messages.ts'
import { SecondPass, type HeardWords, type SpokenUtterance } from '../../../src-main/asr/second-pass.ts'

/** A decoder that answers when the test says so. */
class HeldDecoder {
  readonly #answers: PromiseWithResolvers<HeardWords>[] = []
  decode(): Promise<HeardWords> {
    const answer = Promise.withResolvers<HeardWords>()
    this.#answers.push(answer)
    return answer.promise
  }
  get atWork(): number {
    return this.#answers.length
  }
  async answer(words: HeardWords | Error): Promise<void> {
    const answer = this.#answers.shift()
    if (words instanceof Error) answer?.reject(words)
    else answer?.resolve(words)
    await vi.advanceTimersByTimeAsync(0)
  }
}

const utterance = (text: string, startMs = 0): SpokenUtterance => ({
  stream: 1,
  speaker: 'citizen',
  startMs,
  endMs: startMs + 1_000,
  text,
  samples: new Float32Array(16_000),
})

const events: AsrEvent[] = []
let decoder = new HeldDecoder()
let pass: SecondPass

beforeEach(async () => {
  vi.useFakeTimers()
  events.length = 0
  decoder = new HeldDecoder()
  pass = new SecondPass(Promise.resolve(decoder), (event) => events.push(event), Date.now)
  await vi.advanceTimersByTimeAsync(0)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('SecondPass', () => {
  it('revises a final, with its channel and times', async () => {
    pass.offer(utterance('一二', 500))
    await decoder.answer({ text: '五六', punctuated: '五六。' })
    expect(events).toEqual([
      {
        type: 'revised',
        stream: 1,
        speaker: 'citizen',
        startMs: 500,
        endMs: 1_500,
        text: '五六',
        punctuated: '五六。',
      },
    ])
  })

  it('says nothing of the same words, of none, and of a decoder that failed, and goes on', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    for (const text of ['一', '二', '三', '四']) pass.offer(utterance(text))
    await decoder.answer({ text: '一' })
    await decoder.answer({ text: '' })
    await decoder.answer(new Error('no memory'))
    expect(events).toEqual([])
    await decoder.answer({ text: '四', punctuated: '四。' })
    expect(events).toMatchObject([{ type: 'revised', text: '四' }])
  })

  it('says once that it skips, and once that it has begun again', async () => {
    pass.lagging(1_000)
    pass.lagging(1_000)
    pass.offer(utterance('一'))
    expect(decoder.atWork).toBe(0)
    expect(events).toEqual([{ type: 'second-pass', skipping: true }])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(events.at(-1)).toEqual({ type: 'second-pass', skipping: false })
    expect(events).toHaveLength(2)
    pass.offer(utterance('二'))
    expect(decoder.atWork).toBe(1)
  })

  it('lets a channel finish when its last utterance is decoded, and no later', async () => {
    pass.offer(utterance('一'))
    pass.offer(utterance('二'))
    let finished = false
    void pass.finished(1, 'citizen').then(() => (finished = true))
    await pass.finished(1, 'seat')
    await decoder.answer({ text: '五' })
    expect(finished).toBe(false)
    await decoder.answer({ text: '六' })
    expect(finished).toBe(true)
  })

  it('keeps nobody waiting for a decoder that hangs', async () => {
    pass.offer(utterance('一'))
    let finished = false
    void pass.finished(1, 'citizen').then(() => (finished = true))
    await vi.advanceTimersByTimeAsync(4_900)
    expect(finished).toBe(false)
    await vi.advanceTimersByTimeAsync(200)
    expect(finished).toBe(true)
  })

  it('skips for good where the model could not be loaded after all', async () => {
    const error = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    pass = new SecondPass(Promise.reject(new Error('no memory')), (event) => events.push(event), Date.now)
    await vi.advanceTimersByTimeAsync(0)
    expect(error).toHaveBeenCalled()
    pass.offer(utterance('一'))
    await vi.advanceTimersByTimeAsync(6_000)
    pass.lagging(0)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(events).toEqual([{ type: 'second-pass', skipping: true }])
  })
})
