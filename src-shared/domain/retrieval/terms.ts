import { isWord, type Atom } from './atoms.ts'

/** Two neighbouring atoms, or one word, as the keys of the index know them. */
export interface TermKeys {
  /** Key of the sound pair or of the word. */
  readonly sound: string
  /** Key of the pair of characters as written, where both are known. */
  readonly text: string | undefined
  /** The product of both atoms' weights. */
  readonly weight: number
  /** Index of the first atom, and how many atoms the term spans. */
  readonly at: number
  readonly length: 1 | 2
}

/** The pairs and words of a text, in order. Pairs, since dictionaries mis-cut spoken text. */
export function termKeys(atoms: readonly Atom[]): readonly TermKeys[] {
  const keys: TermKeys[] = []
  atoms.forEach((atom, at) => {
    if (atom.text !== undefined && isWord(atom.text)) {
      keys.push({ sound: wordKey(atom.text), text: undefined, weight: atom.weight, at, length: 1 })
    }
    const next = atoms[at + 1]
    if (next === undefined) return
    const text = isWritten(atom) && isWritten(next) ? `${atom.text}${next.text}` : undefined
    const weight = atom.weight * next.weight
    keys.push({ sound: `${atom.sound} ${next.sound}`, text, weight, at, length: 2 })
  })
  return keys
}

/** A character that was only guessed has the sound that was typed, and may be another. */
const isWritten = (atom: Atom): atom is Atom & { readonly text: string } =>
  atom.text !== undefined && atom.guessed === undefined

/** The single characters that carry meaning: 灯 of 路灯不亮 is also in 那大灯泡子, though they share no pair. */
export function characterKeys(atoms: readonly Atom[]): readonly string[] {
  return atoms.flatMap(({ text, weight }) => (text === undefined || weight < 1 || isWord(text) ? [] : [text]))
}

/** Words get a mark of their own, so that `ka` the word is not `ka` the syllable. */
export function wordKey(word: string): string {
  return `#${word}`
}

/** Pairs and triples of first letters; a triple says more than the two pairs that it is made of. */
export function initialKeys(letters: string): readonly string[] {
  const keys: string[] = []
  for (let at = 0; at + 1 < letters.length; at += 1) {
    keys.push(`~${letters.slice(at, at + 2)}`)
    if (at + 2 < letters.length) keys.push(`~${letters.slice(at, at + 3)}`)
  }
  return keys
}

/** The first letters of what a text is about; the words that only ask are left out, as people who type initials do. */
export function initialsOf(atoms: readonly Atom[]): string {
  return atoms
    .filter((atom) => atom.weight >= 0.5)
    .map((atom) => atom.initial)
    .join('')
}
