/** Edits (insert, delete, replace) that turn what was heard into what was said, by characters said. */
export function characterErrorRate(said: string, heard: string): number {
  const [reference, hypothesis] = [Array.from(said), Array.from(heard)]
  let row = Array.from({ length: hypothesis.length + 1 }, (_, index) => index)
  reference.forEach((character, index) => {
    const next = [index + 1]
    hypothesis.forEach((other, position) => {
      const replaced = row[position]! + (character === other ? 0 : 1)
      next.push(Math.min(replaced, row[position + 1]! + 1, next[position]! + 1))
    })
    row = next
  })
  return row.at(-1)! / Math.max(1, reference.length)
}
