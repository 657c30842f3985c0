/** What a search found: a value whose sounds begin at a place and go on for its length. */
export interface SoundHit<T> {
  readonly value: T
  /** How many of its sounds are only near to those of the text. */
  readonly off: number
}

interface Entry<T> {
  readonly sounds: readonly number[]
  readonly value: T
}

interface Node<T> {
  readonly children: Map<number, Node<T>>
  /** Entries that end here, or are too few to be set apart: their remaining sounds are compared one by one. */
  entries: Entry<T>[]
}

/** So many entries share a node before they are set apart by their next sound: 20,000 names then take few nodes. */
const mostTogether = 4

/** Names by their sounds. */
export class SoundTrie<T> {
  readonly #root: Node<T> = { children: new Map(), entries: [] }
  readonly #near: (sound: number) => ReadonlySet<number>

  /** `near` gives the sounds that a sound may be misheard for. */
  constructor(near: (sound: number) => ReadonlySet<number>) {
    this.#near = near
  }

  add(sounds: readonly number[], value: T): void {
    insert(this.#root, { sounds, value }, 0)
  }

  /** Every name whose sounds are those of the text from `at` on, up to `mostOff` of them only near. */
  search(text: readonly number[], at: number, mostOff: number): readonly SoundHit<T>[] {
    const hits: SoundHit<T>[] = []
    const visit = (node: Node<T>, depth: number, off: number): void => {
      for (const { sounds, value } of node.entries) {
        const total = this.#compare(sounds, text, at, depth, off, mostOff)
        if (total <= mostOff) hits.push({ value, off: total })
      }
      const heard = text[at + depth]
      if (heard === undefined) return
      const same = node.children.get(heard)
      if (same !== undefined) visit(same, depth + 1, off)
      if (off === mostOff) return
      for (const near of this.#near(heard)) {
        const next = node.children.get(near)
        if (next !== undefined) visit(next, depth + 1, off + 1)
      }
    }
    visit(this.#root, 0, 0)
    return hits
  }

  /** The sounds that are off in all; more than `mostOff` where it does not fit. */
  #compare(
    sounds: readonly number[],
    text: readonly number[],
    at: number,
    from: number,
    offBefore: number,
    mostOff: number,
  ): number {
    if (at + sounds.length > text.length) return Infinity
    let off = offBefore
    for (let index = from; index < sounds.length; index++) {
      const heard = text[at + index] ?? -1
      const sound = sounds[index] ?? -1
      if (heard === sound) continue
      if (++off > mostOff || !this.#near(heard).has(sound)) return Infinity
    }
    return off
  }
}

function insert<T>(node: Node<T>, entry: Entry<T>, depth: number): void {
  const sound = entry.sounds[depth]
  const next = sound === undefined ? undefined : node.children.get(sound)
  if (next !== undefined) return insert(next, entry, depth + 1)
  node.entries.push(entry)
  if (node.entries.length <= mostTogether) return
  const apart = node.entries.filter(({ sounds }) => sounds.length > depth)
  node.entries = node.entries.filter(({ sounds }) => sounds.length === depth)
  for (const { sounds } of apart) node.children.set(sounds[depth] ?? 0, { children: new Map(), entries: [] })
  for (const moved of apart) insert(node, moved, depth)
}
