/** The value that a share of the values do not exceed (0.5 the median); throws where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const value = values.toSorted((left, right) => left - right)[Math.ceil(values.length * share) - 1]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}

/** `p50 1.20 ms, p95 3.40 ms` */
export function latency(milliseconds: readonly number[]): string {
  const at = (share: number): string => quantile(milliseconds, share).toFixed(2)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`
}
