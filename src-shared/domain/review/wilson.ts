/** A share with its interval. */
export interface Share {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Normal quantile of 95 % confidence, two-sided. */
const z = 1.959964

/** `hits` of `total` with the Wilson score interval (Wilson 1927) at 95 %; undefined of nothing. */
export function wilson(hits: number, total: number): Share | undefined {
  if (total === 0) return undefined
  const value = hits / total
  const spread = 1 + (z * z) / total
  const centre = (value + (z * z) / (2 * total)) / spread
  const half = (z / spread) * Math.sqrt((value * (1 - value)) / total + (z * z) / (4 * total * total))
  return { value, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
