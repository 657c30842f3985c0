import Fuse from 'fuse.js'
import type { Atom } from './atoms.ts'

/** Fuse's bit-parallel search takes patterns of 32 symbols at a time; longer ones it cuts, which costs more than it says. */
const longestPattern = 32
const firstSymbol = 0x4e00

/** One character a sound, so that Fuse forgives by syllable instead of by letter, and homophones are equal to it. */
export function createSoundAlphabet(): (atoms: readonly Atom[]) => string {
  const symbols = new Map<string, string>()
  return (atoms) =>
    atoms
      .map(({ sound }) => {
        const known = symbols.get(sound)
        if (known !== undefined) return known
        const symbol = String.fromCharCode(firstSymbol + symbols.size)
        symbols.set(sound, symbol)
        return symbol
      })
      .join('')
}

/** How nearly the shorter of two sound strings stands in the longer one, 0–1. */
export function fuzzyLikeness(one: string, other: string): number {
  const [pattern, text] = one.length <= other.length ? [one, other] : [other, one]
  if (pattern === '') return 0
  const fuse = new Fuse([text], {
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: 0.7,
  })
  const [found] = fuse.search(pattern.slice(0, longestPattern))
  return found?.score === undefined ? 0 : 1 - found.score
}
