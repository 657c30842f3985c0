/** What `make` gives for a key, made once; with `most` results in it the memory is emptied and begins anew. */
export function remember<T>(memory: Map<string, T>, key: string, most: number, make: () => T): T {
  const known = memory.get(key)
  if (known !== undefined) return known
  const made = make()
  if (memory.size >= most) memory.clear()
  memory.set(key, made)
  return made
}

/** The same function, whose results for the `most` latest texts are kept. */
export function oncePerText<T>(read: (text: string) => T, most = 4_000): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => remember(known, text, most, () => read(text))
}

/** The same function, whose result for an object is kept as long as that lives. */
export function oncePer<K extends object, T>(read: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly result: T }>()
  return (key) => {
    const existing = known.get(key)
    if (existing !== undefined) return existing.result
    const result = read(key)
    known.set(key, { result })
    return result
  }
}
