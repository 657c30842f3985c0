import type { Lexicon } from '../site-pack.ts'
import { isWord, type Atom, type TextAnalyser } from './atoms.ts'
import { termKeys } from './terms.ts'

interface Member {
  readonly atoms: readonly Atom[]
  /** Keys (by sound) of the group's other members, one list a member. */
  readonly others: readonly (readonly string[])[]
}

/** A stretch of a query (atoms `from` until `to`) that could have been said in other words. */
export interface SynonymSpan {
  readonly from: number
  readonly to: number
  readonly others: readonly (readonly string[])[]
}

export type SynonymFinder = (atoms: readonly Atom[]) => readonly SynonymSpan[]

/** Members shorter than this must be written alike: two syllables alone sound like too many things. */
const soundEnough = 3

/** Finds the lexicon's synonyms in a query, by characters or, from three syllables on, by sound. */
export function createSynonymFinder(lexicon: Lexicon, analyser: TextAnalyser): SynonymFinder {
  const byFirstSound = new Map<string, Member[]>()
  for (const group of lexicon.synonyms) {
    const analysed = group.map((member) => analyser.entry(member))
    const keys = analysed.map((atoms) => termKeys(atoms).map(({ sound }) => sound))
    analysed.forEach((atoms, index) => {
      const others = keys.filter((list, other) => other !== index && list.length > 0)
      const first = atoms[0]?.sound
      if (first === undefined || keys[index]?.length === 0) return
      byFirstSound.set(first, [...(byFirstSound.get(first) ?? []), { atoms, others }])
    })
  }
  return (atoms) =>
    atoms.flatMap((atom, from) =>
      (byFirstSound.get(atom.sound) ?? [])
        .filter((member) => standsAt(member.atoms, atoms, from))
        .map(({ atoms: { length }, others }) => ({ from, to: from + length, others })),
    )
}

function standsAt(member: readonly Atom[], atoms: readonly Atom[], from: number): boolean {
  const bySound = member.length >= soundEnough
  return member.every((wanted, offset) => {
    const atom = atoms[from + offset]
    if (atom?.sound !== wanted.sound) return false
    return bySound || atom.text === wanted.text || (atom.text === undefined && !isWord(wanted.text ?? ''))
  })
}
