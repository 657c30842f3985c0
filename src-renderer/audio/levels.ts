/** How loud a piece of audio is, of full scale: 0 to 1. */
export interface Levels {
  /** The largest sample. */
  readonly peak: number
  /** The root of the mean square. */
  readonly rms: number
  /** The share of samples at full scale: cut off, as far as one can tell. */
  readonly clipped: number
}

export const noSound: Levels = { peak: 0, rms: 0, clipped: 0 }

const fullScale = 32_768
/** Converters that clip do not always reach the last step. */
const clippedFrom = 32_700
/** The floor of a 16-bit converter. */
const floorDecibels = -96

export function levelsOf(samples: Int16Array): Levels {
  if (samples.length === 0) return noSound
  let peak = 0
  let squares = 0
  let clipped = 0
  for (const sample of samples) {
    const size = Math.abs(sample)
    if (size > peak) peak = size
    if (size >= clippedFrom) clipped += 1
    squares += sample * sample
  }
  return {
    peak: peak / fullScale,
    rms: Math.sqrt(squares / samples.length) / fullScale,
    clipped: clipped / samples.length,
  }
}

/** A level as dBFS, not below −96. */
export function toDecibels(level: number): number {
  return level <= 0 ? floorDecibels : Math.max(floorDecibels, 20 * Math.log10(level))
}
