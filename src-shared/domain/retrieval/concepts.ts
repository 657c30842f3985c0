import type { Atom, WordAtom } from './atoms.ts'
import type { LexiconWords } from './lexicon-words.ts'

/** One idea (a group of the lexicon) that a text speaks of. */
export interface Concept {
  /** Key of the term in the index. */
  readonly key: string
  /** 1 where the words can only mean this, less where they stand in several groups or only sound like it. */
  readonly certainty: number
}

/** The ideas in a text, each once, at its highest certainty. */
export type ConceptFinder = (atoms: readonly Atom[]) => readonly Concept[]

type Stretch = readonly WordAtom[]

/** A word as the tree holds it. */
interface Member {
  readonly keys: readonly string[]
  readonly stretches: readonly Stretch[]
  readonly certainty: number
}

/** A tree of first stretches, an atom a level, so that a text is read once however many words the lexicon has. */
interface Node {
  readonly next: Map<string, Node>
  readonly members: Member[]
}

/** So many atoms may stand where a word has `…`. */
const longestGap = 6
/** From so many syllables on, a member may also be heard only by its sound. */
const soundEnough = 3
const soundCertainty = 0.7

/**
 * Finds the ideas that the lexicon knows, however they are said: each group of `synonyms` and of `meanings` is one. A text
 * and an entry that share no word may still share these.
 */
export function createConceptFinder({ words }: LexiconWords): ConceptFinder {
  const byCharacter = emptyNode()
  const bySound = emptyNode()
  const spelled = emptyNode()
  for (const { stretches, groups } of words) {
    const [first = []] = stretches
    const keys = groups.map((group) => `@${String(group)}`)
    const member: Member = { keys, stretches, certainty: 1 / Math.sqrt(keys.length) }
    plant(byCharacter, first, ({ text }) => text ?? '', member)
    plant(first.length >= soundEnough ? bySound : spelled, first, ({ sound }) => sound, member)
  }
  return (atoms) => {
    const found = new Map<string, number>()
    const meetSound = (member: Member, from: number): void => {
      const likeness = likenessAt(member.stretches[0] ?? [], atoms, from)
      if (likeness > 0) meet(member, from, likeness)
    }
    const meet = (member: Member, from: number, ofFirst = 1): void => {
      const likeness =
        member.stretches.length === 1 ? ofFirst : withRest(member.stretches, atoms, from, ofFirst)
      for (const key of likeness > 0 ? member.keys : []) {
        found.set(key, Math.max(found.get(key) ?? 0, likeness * member.certainty))
      }
    }
    const typed = atoms.some(({ text, guessed }) => text === undefined || guessed)
    for (let from = 0; from < atoms.length; from += 1) {
      walk(byCharacter, atoms, from, ({ text }) => text, meet)
      walk(bySound, atoms, from, ({ sound }) => sound, meetSound)
      if (typed) walk(spelled, atoms, from, ({ sound }) => sound, meetSound)
    }
    return Array.from(found, ([key, certainty]) => ({ key, certainty }))
  }
}

function emptyNode(): Node {
  return { next: new Map(), members: [] }
}

function plant(root: Node, stretch: Stretch, nameOf: (atom: WordAtom) => string, member: Member): void {
  let node = root
  for (const atom of stretch) {
    const name = nameOf(atom)
    const next = node.next.get(name) ?? emptyNode()
    node.next.set(name, next)
    node = next
  }
  node.members.push(member)
}

/** Meets every member whose first stretch may stand at `from`. */
function walk(
  root: Node,
  atoms: readonly Atom[],
  from: number,
  nameOf: (atom: Atom) => string | undefined,
  meet: (member: Member, from: number) => void,
): void {
  let node: Node | undefined = root
  for (let at = from; at < atoms.length; at += 1) {
    const atom = atoms[at]
    node = atom === undefined ? undefined : node.next.get(nameOf(atom) ?? '')
    if (node === undefined) return
    for (const member of node.members) meet(member, from)
  }
}

/**
 * The least likeness of a member's stretches where its first one stands at `from` with the likeness `ofFirst`; 0 where another
 * one does not follow soon enough.
 */
function withRest(
  [first = [], ...rest]: readonly Stretch[],
  atoms: readonly Atom[],
  from: number,
  ofFirst: number,
): number {
  let at = from + first.length
  let likeness = ofFirst
  for (const stretch of rest) {
    const latest = at + longestGap
    let found = 0
    for (; at <= latest; at += 1) {
      found = likenessAt(stretch, atoms, at)
      if (found > 0) break
    }
    if (found === 0) return 0
    likeness = Math.min(likeness, found)
    at += stretch.length
  }
  return likeness
}

/** 1 where a stretch stands at `from` as written, less where only by sound, 0 where it does not. */
function likenessAt(stretch: Stretch, atoms: readonly Atom[], from: number): number {
  let asWritten = true
  for (const [offset, wanted] of stretch.entries()) {
    const atom = atoms[from + offset]
    if (atom === undefined) return 0
    if (atom.text === wanted.text) continue
    if (atom.sound !== wanted.sound) return 0
    // What was typed as pinyin has no characters and may be any of that sound.
    if (atom.text !== undefined) asWritten = false
  }
  if (asWritten) return 1
  return stretch.length >= soundEnough ? soundCertainty : 0
}
