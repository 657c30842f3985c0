/** The stretch of a call that the waveform shows, ms. */
export interface TimeWindow {
  readonly fromMs: number
  readonly toMs: number
}

/** Shown at once where it is zoomed in, ms: a sentence is then wide enough to be taken by its ends. */
export const zoomedMs = 30_000

/** The whole call; or, zoomed in, the page of it that the playhead is on. */
export function timeWindow(durationMs: number, atMs: number, zoomed: boolean): TimeWindow {
  if (!zoomed || durationMs <= zoomedMs) return { fromMs: 0, toMs: Math.max(1, durationMs) }
  const last = Math.max(0, Math.ceil(durationMs / zoomedMs) - 1)
  const fromMs = Math.min(last, Math.floor(atMs / zoomedMs)) * zoomedMs
  return { fromMs, toMs: fromMs + zoomedMs }
}

/** Where a time lies in the window, in per cent of its width; outside of 0–100 it is not in it. */
export function percentOf(ms: number, { fromMs, toMs }: TimeWindow): number {
  return ((ms - fromMs) / (toMs - fromMs)) * 100
}

/** The time at a share (0–1) of the window's width. */
export function timeAt(share: number, { fromMs, toMs }: TimeWindow): number {
  return fromMs + Math.min(1, Math.max(0, share)) * (toMs - fromMs)
}

/** Times to write under it: every 5, 10, 15, 30 or 60 seconds, or minutes, so that at most 12 stand there. */
export function ticksOf(window: TimeWindow): readonly number[] {
  const length = window.toMs - window.fromMs
  const step =
    [5, 10, 15, 30, 60, 120, 300, 600].map((s) => s * 1000).find((ms) => length / ms <= 12) ?? 1_800_000
  const ticks: number[] = []
  for (let ms = Math.ceil(window.fromMs / step) * step; ms < window.toMs; ms += step) ticks.push(ms)
  return ticks
}
