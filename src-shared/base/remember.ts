/** What `make` gives for a key, made once; with `most` results in it the memory is emptied and begins anew. */
export function remember<T>(memory: Map<string, T>, key: string, most: number, make: () => T): T {
  const known = memory.get(key)
  if (known !== undefined) return known
  const made = make()
  if (memory.size >= most) memory.clear()
  memory.set(key, made)
  return made
}

/** The same function, whose results for the `most` latest texts are kept, also where nothing came of one. */
export function oncePerText<T>(read: (text: string) => T, most = 4_000): (text: string) => T {
  const known = new Map<string, { readonly result: T }>()
  return (text) => remember(known, text, most, () => ({ result: read(text) })).result
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

/** As many results are kept for one object. */
const mostOfObject = 32

/** A memory of what is worked out for an object and a key: `(object, key, make)`. It lasts as long as the object. */
export function memoryPer<T>(): (object: object, key: string, make: () => T) => T {
  const memories = oncePer<object, Map<string, { readonly result: T }>>(() => new Map())
  return (object, key, make) =>
    remember(memories(object), key, mostOfObject, () => ({ result: make() })).result
}
