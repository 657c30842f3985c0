/** What `make` gives for a key, made once; with `most` results in it the memory is emptied and begins anew. */
export function remember<T>(memory: Map<string, T>, key: string, most: number, make: () => T): T {
  const known = memory.get(key)
  if (known !== undefined) return known
  const made = make()
  if (memory.size >= most) memory.clear()
  memory.set(key, made)
  return made
}
