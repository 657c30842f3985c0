/** Rows drawn above and below those in sight, so that a fast wheel meets no gap. */
const spare = 8

/** The places of the rows to draw, `to` not included; heights in px. */
export function rowsInSight({
  scrollTop,
  height,
  row,
  total,
}: {
  readonly scrollTop: number
  readonly height: number
  readonly row: number
  readonly total: number
}): { readonly from: number; readonly to: number } {
  const first = Math.min(Math.floor(scrollTop / row), Math.max(0, total - 1))
  const from = Math.max(0, first - spare)
  return { from, to: Math.min(total, first + Math.ceil(height / row) + spare) }
}
