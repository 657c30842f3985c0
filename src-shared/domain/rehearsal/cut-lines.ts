/** A stretch of samples in which somebody speaks; `to` is the first sample after it. */
export interface SpokenStretch {
  readonly from: number
  readonly to: number
}

const windowMs = 20
/** Of full scale: the noise of a quiet telephone line lies well below. */
const speechLevel = 0.012
/** A shorter pause is a breath within a turn. */
const longestBreathMs = 900
/** A shorter sound is a click. */
const shortestTurnMs = 250
/** Kept before and after, so that no first or last sound is cut. */
const marginMs = 200

/**
 * Cuts one channel of a recorded call (16-bit samples) into the turns that are spoken on it. A simple measure of loudness is
 * enough: the citizen has a channel alone, and a turn cut in two is only a pause more.
 */
export function cutLines(samples: Int16Array, sampleRate: number): readonly SpokenStretch[] {
  const perMs = sampleRate / 1000
  const loud = loudWindows(samples, windowMs * perMs)
  const stretches: { from: number; to: number }[] = []
  for (const start of loud) {
    const last = stretches.at(-1)
    if (last !== undefined && start - last.to <= longestBreathMs * perMs) last.to = start + windowMs * perMs
    else stretches.push({ from: start, to: start + windowMs * perMs })
  }
  return stretches
    .filter(({ from, to }) => to - from >= shortestTurnMs * perMs)
    .map(({ from, to }) => ({
      from: Math.max(0, from - marginMs * perMs),
      to: Math.min(samples.length, to + marginMs * perMs),
    }))
}

/** Starts of the windows in which there is speech. */
function loudWindows(samples: Int16Array, length: number): readonly number[] {
  const starts: number[] = []
  for (let start = 0; start + length <= samples.length; start += length) {
    let sum = 0
    for (let at = start; at < start + length; at += 1) sum += ((samples[at] ?? 0) / 32_768) ** 2
    if (Math.sqrt(sum / length) >= speechLevel) starts.push(start)
  }
  return starts
}
