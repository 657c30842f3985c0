import { isWord, type WordAtom } from './atoms.ts'

/** Below it both atoms of a pair are words of form, or one is a word of asking. */
const leastPairWeight = 0.5

/** What a text is made of when only its subject matters: characters that carry meaning, pairs of which one does, words of letters. */
export function piecesOf(atoms: readonly WordAtom[]): readonly string[] {
  const pieces: string[] = []
  atoms.forEach(({ text, weight }, at) => {
    if (text === undefined) return
    if (weight === 1) pieces.push(text)
    const next = atoms[at + 1]
    if (next?.text === undefined || isWord(text) || isWord(next.text)) return
    if (weight * next.weight >= leastPairWeight) pieces.push(text + next.text)
  })
  return pieces
}
