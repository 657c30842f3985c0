/** A float sample (−1 to 1) as 16-bit PCM. */
function toInt16(sample: number): number {
  const limited = Math.max(-1, Math.min(1, sample))
  return Math.round(limited < 0 ? limited * 0x8000 : limited * 0x7fff)
}

/** Where a finished frame goes: its first sample, counted from the cutter's start, and its samples. */
export type FrameSink = (startSample: number, samples: Int16Array<ArrayBuffer>) => void

/** Collects the small blocks of an audio callback into frames of a fixed length. */
export class FrameCutter {
  readonly #length: number
  readonly #sink: FrameSink
  #frame: Int16Array<ArrayBuffer>
  #filled = 0
  #startSample = 0

  constructor(length: number, sink: FrameSink) {
    this.#length = length
    this.#sink = sink
    this.#frame = new Int16Array(length)
  }

  /** Adds a block; `undefined` stands for `size` samples of silence (a source that gives nothing), so that time goes on. */
  push(block: Float32Array | undefined, size: number): void {
    for (let index = 0; index < size; index++) {
      this.#frame[this.#filled++] = toInt16(block?.[index] ?? 0)
      if (this.#filled === this.#length) this.#finish()
    }
  }

  #finish(): void {
    this.#sink(this.#startSample, this.#frame)
    this.#startSample += this.#length
    this.#frame = new Int16Array(this.#length)
    this.#filled = 0
  }
}
