import type { Turn } from '#shared/domain/call.ts'

type Span = Pick<Turn, 'speaker' | 'startMs' | 'endMs'>

/** How late a turn began, and when in its call that was; ms. */
export interface Lateness {
  readonly atMs: number
  readonly lateMs: number
}

/** How late each turn began against the script. A turn belongs to the line of its speaker that it shares most time with. */
export function latenessOf(script: readonly Span[], turns: readonly Span[]): readonly Lateness[] {
  return turns.flatMap((turn) => {
    const line = lineOf(turn, script)
    return line === undefined ? [] : [{ atMs: line.startMs, lateMs: turn.startMs - line.startMs }]
  })
}

/**
 * How far turn times move against the audio over a call of `lengthMs`: the slope of the line that fits all lateness best, times the
 * length. One sound is noticed some 50 ms later than another, so only many turns show what moves.
 */
export function driftWithin(lateness: readonly Lateness[], lengthMs: number): number {
  const at = mean(lateness.map(({ atMs }) => atMs))
  const late = mean(lateness.map(({ lateMs }) => lateMs))
  const sum = (of: (one: Lateness) => number): number => lateness.reduce((total, one) => total + of(one), 0)
  const slope = sum(({ atMs, lateMs }) => (atMs - at) * (lateMs - late)) / sum(({ atMs }) => (atMs - at) ** 2)
  return Math.abs(slope) * lengthMs
}

/** The farthest that a turn begins from where the same turn of the same call began the first time, ms. */
export function driftBetween(first: readonly Span[], again: readonly Span[]): number {
  const moves = again.flatMap((turn) => {
    const before = lineOf(turn, first)
    return before === undefined ? [] : [Math.abs(turn.startMs - before.startMs)]
  })
  return Math.max(0, ...moves)
}

function lineOf(turn: Span, lines: readonly Span[]): Span | undefined {
  const shared = (line: Span): number =>
    Math.min(line.endMs, turn.endMs) - Math.max(line.startMs, turn.startMs)
  return lines
    .filter((line) => line.speaker === turn.speaker && shared(line) > 0)
    .toSorted((left, right) => shared(right) - shared(left))[0]
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
