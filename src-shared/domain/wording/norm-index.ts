import type { TurnText } from './call-text.ts'
import type { CompiledNorm } from './compile-norms.ts'
import { minimumSoundLength } from './find-matches.ts'

/** The entries that may find something in a turn: a pack has hundreds, of which a few dozen share a rare character with it. */
export type NormIndex = (turn: TurnText) => readonly CompiledNorm[]

/** By the rarest characters of their patterns and by how their phrases begin, in writing and in sound. */
export function indexNorms(norms: readonly CompiledNorm[]): NormIndex {
  const byCharacter = new Map<string, CompiledNorm[]>()
  const bySyllable = new Map<string, CompiledNorm[]>()
  const always: CompiledNorm[] = []
  for (const norm of norms) {
    for (const { required } of norm.patterns) {
      if (required[0] === undefined) always.push(norm)
      else for (const character of required[0]) place(byCharacter, character, norm)
    }
    for (const { say, syllables } of norm.phrases) {
      place(byCharacter, say.charAt(0), norm)
      if (say.length >= minimumSoundLength) place(bySyllable, syllables[0] ?? '', norm)
    }
  }
  return ({ characters, heard }) => {
    const found = new Set(always)
    for (const character of characters) for (const norm of byCharacter.get(character) ?? []) found.add(norm)
    for (const syllable of heard.syllables) for (const norm of bySyllable.get(syllable) ?? []) found.add(norm)
    return [...found]
  }
}

function place(index: Map<string, CompiledNorm[]>, key: string, norm: CompiledNorm): void {
  const placed = index.get(key)
  if (placed === undefined) index.set(key, [norm])
  else if (placed.at(-1) !== norm) placed.push(norm)
}
