import type { Turn } from '#shared/domain/call.ts'

type Span = Pick<Turn, 'speaker' | 'startMs' | 'endMs'>

/**
 * How far the begin of turns moves against the script over a call, ms: the median lateness of its last third less that of its
 * first. A turn belongs to the line of its speaker that it shares most time with.
 */
export function driftWithin(script: readonly Span[], turns: readonly Span[]): number {
  const lateness = turns
    .map((turn) => ({ turn, line: lineOf(turn, script) }))
    .flatMap(({ turn, line }) => (line === undefined ? [] : [turn.startMs - line.startMs]))
  const third = Math.floor(lateness.length / 3)
  return third === 0 ? 0 : Math.abs(median(lateness.slice(-third)) - median(lateness.slice(0, third)))
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

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
