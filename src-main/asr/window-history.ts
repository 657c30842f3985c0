interface Piece {
  readonly start: number
  readonly samples: Float32Array
}

/** The last stretch of a channel's audio, kept so that a decoder can be fed from before an onset. */
export class WindowHistory {
  readonly #length: number
  #pieces: Piece[] = []

  /** @param length samples to keep; whole windows are kept, so it may hold up to a window more */
  constructor(length: number) {
    this.#length = length
  }

  add(start: number, samples: Float32Array): void {
    const oldest = start + samples.length - this.#length
    this.#pieces.push({ start, samples })
    this.#pieces = this.#pieces.filter((piece) => piece.start + piece.samples.length > oldest)
  }

  /** What is kept from that sample on, in order; less where it is older than what is kept. */
  from(sample: number): readonly Float32Array[] {
    return this.#pieces
      .filter((piece) => piece.start + piece.samples.length > sample)
      .map((piece) => piece.samples.subarray(Math.max(0, sample - piece.start)))
  }

  clear(): void {
    this.#pieces = []
  }
}

/** Pieces that follow one another as one. */
export function joinPieces(pieces: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
