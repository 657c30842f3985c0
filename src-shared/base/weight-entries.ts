/** The entries of a learnt file, `name=value` apart by blanks, many in a line. A name may hold `=` itself. */
export function weightEntries(lines: readonly string[]): readonly (readonly [name: string, value: string])[] {
  return lines.flatMap((line) =>
    line.split(' ').map((entry): readonly [string, string] => {
      const at = entry.lastIndexOf('=')
      return [entry.slice(0, at), entry.slice(at + 1)]
    }),
  )
}
