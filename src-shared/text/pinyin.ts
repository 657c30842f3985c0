import { pinyin } from 'pinyin-pro'

/** Foldings of southern and northern accents, as pairs `[heard, folded]`; initials first, then finals. */
export const accentFoldings: readonly (readonly [string, string])[] = [
  ['zh', 'z'],
  ['ch', 'c'],
  ['sh', 's'],
  ['n', 'l'],
  ['h', 'f'],
  ['ang', 'an'],
  ['eng', 'en'],
  ['ing', 'in'],
]

const initialPattern = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?=[aeiouv])/
const syllablePattern = /^[a-z]*[aeiouv][a-z]*$/

/** A whole pack's names fit; past it the cache starts afresh, so that memory stays bounded. */
const cacheLimit = 60_000
const syllableCache = new Map<string, readonly string[]>()

/**
 * Toneless pinyin, one entry a code point (`Array.from(text)` aligns with it): `v` stands for ü, everything that is not
 * a Han character is kept as itself. Readings follow the context (银行 → yin hang).
 */
export function toSyllables(text: string): readonly string[] {
  const known = syllableCache.get(text)
  if (known !== undefined) return known
  const syllables = text === '' ? [] : pinyin(text, { toneType: 'none', type: 'array', v: true })
  if (syllableCache.size >= cacheLimit) syllableCache.clear()
  syllableCache.set(text, syllables)
  return syllables
}

/**
 * Folds a syllable so that sounds which accents and recognisers confuse become equal. A folding of consonants alone
 * applies to the initial, any other to the final. What is no syllable is returned unchanged.
 */
export function foldSyllable(
  syllable: string,
  foldings: readonly (readonly [string, string])[] = accentFoldings,
): string {
  if (!syllablePattern.test(syllable)) return syllable
  let initial = initialPattern.exec(syllable)?.[0] ?? ''
  let final = syllable.slice(initial.length)
  for (const [heard, folded] of foldings) {
    if (final === '') break
    if (heard === initial) initial = folded
    else if (heard === final) final = folded
    // iang, uang and ueng follow ang and eng: 黄 and 环 are confused as readily as 方 and 番.
    else if (/^[aeo]/.test(heard) && final.endsWith(heard)) final = final.slice(0, -heard.length) + folded
  }
  return initial + final
}
