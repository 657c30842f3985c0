import type { AsrEvent } from '#shared/contract/process-messages.ts'
import type { Speaker } from '#shared/domain/call.ts'
import {
  emptyQueue,
  queueSettings,
  stepQueue,
  type QueueEvent,
  type QueueState,
} from './second-pass-queue.ts'

/** Words as a model of the whole sentence hears them. */
export interface HeardWords {
  readonly text: string
  readonly punctuated?: string
  readonly pausesAfter?: readonly number[]
}

/** Decodes a whole utterance without holding up this thread. */
export interface WholeDecoder {
  decode(samples: Float32Array): Promise<HeardWords>
}

/** A finished utterance (一句话) with its sound, at the sample rate of the program. */
export interface SpokenUtterance extends HeardWords {
  readonly stream: number
  readonly speaker: Speaker
  readonly startMs: number
  readonly endMs: number
  readonly samples: Float32Array
}

/** How long the end of a channel waits for its last utterances; less than core waits for the end of a channel. */
const closePatience = 5_000
/** How often it is asked, while utterances are skipped, whether the machine has become calm. */
const lookEvery = 1_000

/** Owns the second pass (二次识别): utterances in, `revised` and `second-pass` events out. */
export class SecondPass {
  readonly #emit: (event: AsrEvent) => void
  readonly #now: () => number
  #state: QueueState<SpokenUtterance> = emptyQueue(queueSettings)
  #decoder: WholeDecoder | undefined
  #timer: NodeJS.Timeout | undefined
  /** Utterances that wait or are being decoded, and who waits for the last of a channel. */
  readonly #open = new Set<SpokenUtterance>()
  #waiting: (() => void)[] = []

  /** @param decoder resolves when it is loaded; until then utterances wait */
  constructor(decoder: Promise<WholeDecoder>, emit: (event: AsrEvent) => void, now: () => number) {
    this.#emit = emit
    this.#now = now
    decoder.then(
      (loaded) => {
        this.#decoder = loaded
        this.#step({ type: 'free' })
      },
      (error: unknown) => {
        // It was loaded before, in a child: no memory, perhaps. Whatever waits for it is given up as under load.
        complain(error)
      },
    )
  }

  offer(utterance: SpokenUtterance): void {
    this.#open.add(utterance)
    this.#step({ type: 'offer', item: utterance })
  }

  /** Takes note of how far the streaming recogniser is behind, ms. */
  lagging(lag: number): void {
    this.#step({ type: 'look', lag })
  }

  /** Resolves when no utterance of the channel is left, or after a few seconds all the same. */
  async finished(stream: number, speaker: Speaker): Promise<void> {
    const isLeft = (): boolean =>
      [...this.#open].some((utterance) => utterance.stream === stream && utterance.speaker === speaker)
    const { promise: late, resolve } = Promise.withResolvers<boolean>()
    const timer = setTimeout(() => resolve(true), closePatience)
    while (isLeft() && !(await Promise.race([late, this.#oneLess()])));
    clearTimeout(timer)
  }

  #oneLess(): Promise<false> {
    return new Promise((resolve) => {
      this.#waiting.push(() => resolve(false))
    })
  }

  #step(event: QueueEvent<SpokenUtterance>): void {
    const wasSkipping = this.#state.skipping
    const { state, start, dropped } = stepQueue(this.#state, event, this.#now(), queueSettings)
    this.#state = state
    for (const utterance of dropped) this.#close(utterance)
    if (state.skipping !== wasSkipping) this.#tellSkipping(state.skipping)
    if (start !== undefined) void this.#decode(start)
  }

  #tellSkipping(skipping: boolean): void {
    this.#emit({ type: 'second-pass', skipping })
    clearInterval(this.#timer)
    if (skipping) this.#timer = setInterval(() => this.#step({ type: 'look' }), lookEvery).unref()
  }

  async #decode(utterance: SpokenUtterance): Promise<void> {
    try {
      const words = await this.#decoder?.decode(utterance.samples)
      if (words !== undefined) this.#revise(utterance, words)
    } catch (error) {
      complain(error)
    }
    this.#close(utterance)
    this.#step({ type: 'free' })
  }

  /** An empty result takes nothing back, and the same words are no news. */
  #revise(utterance: SpokenUtterance, words: HeardWords): void {
    const same = words.text === utterance.text && words.punctuated === utterance.punctuated
    if (words.text === '' || same) return
    const { stream, speaker, startMs, endMs } = utterance
    this.#emit({ type: 'revised', stream, speaker, startMs, endMs, ...words })
  }

  #close(utterance: SpokenUtterance): void {
    this.#open.delete(utterance)
    for (const tell of this.#waiting.splice(0)) tell()
  }
}

function complain(error: unknown): void {
  process.stderr.write(`second pass: ${String(error)}\n`)
}
