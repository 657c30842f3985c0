import type { Lexicon } from '../site-pack.ts'
import type { Atom, TextAnalyser } from './atoms.ts'

/** One idea (a group of the lexicon) that a text speaks of. */
export interface Concept {
  /** Key of the term in the index. */
  readonly key: string
  /** 1 where the words can only mean this, less where they stand in several groups or only sound like it. */
  readonly certainty: number
}

/** The ideas in a text, each once, at its highest certainty. */
export type ConceptFinder = (atoms: readonly Atom[]) => readonly Concept[]

interface Member {
  readonly group: number
  /** The member's stretches of atoms; between two of them a few others may stand (`不给…票`). */
  readonly stretches: readonly (readonly Atom[])[]
  readonly certainty: number
}

/** So many atoms may stand where a member has `…`. */
const longestGap = 6
/** From so many syllables on, a member may also be heard only by its sound. */
const soundEnough = 3
const soundCertainty = 0.7

/**
 * Finds the ideas that the lexicon knows, however they are said: each group of `synonyms` and of `meanings` is one. A text
 * and an entry that share no word may still share these.
 */
export function createConceptFinder(lexicon: Lexicon, analyser: TextAnalyser): ConceptFinder {
  const groups = [...lexicon.synonyms, ...(lexicon.meanings ?? [])]
  const groupsOf = new Map<string, number>()
  for (const word of groups.flatMap((group) => [...new Set(group)])) {
    groupsOf.set(word, (groupsOf.get(word) ?? 0) + 1)
  }
  const byCharacter = new Map<string, Member[]>()
  const bySound = new Map<string, Member[]>()
  groups.forEach((words, group) => {
    for (const word of new Set(words)) {
      const stretches = word.split('…').map((part) => analyser.entry(part))
      const first = stretches[0]?.[0]
      if (first === undefined || stretches.some(({ length }) => length === 0)) continue
      const member = { group, stretches, certainty: 1 / Math.sqrt(groupsOf.get(word) ?? 1) }
      append(byCharacter, first.text ?? '', member)
      append(bySound, first.sound, member)
    }
  })
  return (atoms) => {
    const found = new Map<number, number>()
    atoms.forEach(({ text, sound }, from) => {
      const members = [...(byCharacter.get(text ?? '') ?? []), ...(bySound.get(sound) ?? [])]
      for (const { group, stretches, certainty } of members) {
        const likeness = standsAt(stretches, atoms, from)
        if (likeness > 0) found.set(group, Math.max(found.get(group) ?? 0, likeness * certainty))
      }
    })
    return Array.from(found, ([group, certainty]) => ({ key: `@${String(group)}`, certainty }))
  }
}

function append(lists: Map<string, Member[]>, key: string, member: Member): void {
  const known = lists.get(key)
  if (known === undefined) lists.set(key, [member])
  else known.push(member)
}

/** 1 where the member stands at `from` as written, less where only by sound, 0 where it does not. */
function standsAt(stretches: readonly (readonly Atom[])[], atoms: readonly Atom[], from: number): number {
  let at = from
  let likeness = 1
  for (const [index, stretch] of stretches.entries()) {
    const latest = index === 0 ? at : at + longestGap
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

function likenessAt(stretch: readonly Atom[], atoms: readonly Atom[], from: number): number {
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
