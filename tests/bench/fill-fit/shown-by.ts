/** The names that at least so many examples show, in the order in which they are shown first. */
export function shownBy(examples: Iterable<Iterable<string>>, least: number): readonly string[] {
  const shown = new Map<string, number>()
  for (const names of examples) for (const name of names) shown.set(name, (shown.get(name) ?? 0) + 1)
  return [...shown].flatMap(([name, times]) => (times >= least ? [name] : []))
}
