/** Entries of a learnt file, apart by blanks, so many in a line. */
export function inLines(entries: readonly string[], aLine: number): readonly string[] {
  return Array.from({ length: Math.ceil(entries.length / aLine) }, (_, at) =>
    entries.slice(at * aLine, (at + 1) * aLine).join(' '),
  )
}
