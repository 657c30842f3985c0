import type { Turn } from '#shared/domain/call.ts'

/** A call from lines: `S …` is said by the seat, `C …` by the citizen; times follow each other. */
export function callOf(...lines: readonly string[]): readonly Turn[] {
  return lines.map((line, index) => ({
    speaker: line.startsWith('S ') ? 'seat' : 'citizen',
    startMs: index * 3000,
    endMs: index * 3000 + 2500,
    text: line.slice(2),
  }))
}
