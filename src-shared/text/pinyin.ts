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

/** There are some four hundred syllables; a text folds each of them again and again. */
const foldedBy = new WeakMap<readonly (readonly [string, string])[], Map<string, string>>()

/**
 * Folds a syllable so that sounds which accents and recognisers confuse become equal. A folding of consonants alone
 * applies to the initial, any other to the final. What is no syllable is returned unchanged.
 */
export function foldSyllable(
  syllable: string,
  foldings: readonly (readonly [string, string])[] = accentFoldings,
): string {
  const known = within(foldedBy, foldings, () => new Map<string, string>())
  const existing = known.get(syllable)
  if (existing !== undefined) return existing
  const folded = foldAnew(syllable, foldings)
  if (known.size < cacheLimit) known.set(syllable, folded)
  return folded
}

/** What was folded of a text is asked for again by every list of names and every dictionary. */
const foldedTexts = new WeakMap<
  readonly (readonly [string, string])[],
  WeakMap<readonly string[], readonly string[]>
>()

/** Each of a text's syllables folded; the same array gives the same result. */
export function foldSyllables(
  syllables: readonly string[],
  foldings: readonly (readonly [string, string])[] = accentFoldings,
): readonly string[] {
  const known = within(foldedTexts, foldings, () => new WeakMap<readonly string[], readonly string[]>())
  return within(known, syllables, () => syllables.map((syllable) => foldSyllable(syllable, foldings)))
}

function within<Key extends WeakKey, Value>(map: WeakMap<Key, Value>, key: Key, create: () => Value): Value {
  const existing = map.get(key)
  if (existing !== undefined) return existing
  const created = create()
  map.set(key, created)
  return created
}

function foldAnew(syllable: string, foldings: readonly (readonly [string, string])[]): string {
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
