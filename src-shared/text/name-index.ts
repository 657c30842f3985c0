import { oncePerText } from '../base/remember.ts'
import { foldSyllables, toSyllables } from './pinyin.ts'

/** A name to be found in speech, and what it stands for. */
export interface NamedEntry<T> {
  readonly name: string
  readonly value: T
}

/** A place in a text where a name was heard. Several values may share a name: the branches of a chain. */
export interface NameMatch<T> {
  readonly start: number
  readonly end: number
  /** The name as the list has it, which by sound may differ from the words heard. */
  readonly name: string
  readonly values: readonly T[]
  readonly by: 'text' | 'sound'
  /** 1 by text, about 0.85 by the same sounds, less where only accents make them equal. */
  readonly similarity: number
}

/** Finds names of a list in a text, by characters and by sound. */
export interface NameIndex<T> {
  find(text: string): readonly NameMatch<T>[]
}

interface Candidate<T> {
  readonly name: string
  readonly sounds: readonly string[]
  readonly folded: readonly string[]
  readonly values: T[]
}

/** Shorter names are found by text only: two syllables alike are met everywhere. */
const leastSounds = 3
/** Equal by accent folding only: three syllables need a character before the last (路, 村, 店) to agree, too. */
const leastFolded = 4

/**
 * Indexes names by their first two characters and their first two folded syllables, so that a text costs a few look-ups
 * a character whatever the size of the list. The longest match wins, text before sound.
 */
export function createNameIndex<T>(
  entries: readonly NamedEntry<T>[],
  foldings?: readonly (readonly [string, string])[],
): NameIndex<T> {
  const fold = (syllables: readonly string[]) => foldSyllables(syllables, foldings)
  const byText = new Map<string, Candidate<T>[]>()
  const bySound = new Map<string, Candidate<T>[]>()
  const known = new Map<string, Candidate<T>>()
  for (const { name, value } of entries) {
    const existing = known.get(name)
    if (existing !== undefined) existing.values.push(value)
    if (existing !== undefined || name.length < 2) continue
    const sounds = toSyllables(name)
    const candidate = { name, sounds, folded: fold(sounds), values: [value] }
    known.set(name, candidate)
    push(byText, name.slice(0, 2), candidate)
    if (sounds.length >= leastSounds) push(bySound, candidate.folded.slice(0, 2).join(' '), candidate)
  }
  return { find: (text) => findNames(text, byText, bySound, fold) }
}

function push<T>(map: Map<string, Candidate<T>[]>, key: string, candidate: Candidate<T>): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [candidate])
  else list.push(candidate)
}

function findNames<T>(
  text: string,
  byText: ReadonlyMap<string, readonly Candidate<T>[]>,
  bySound: ReadonlyMap<string, readonly Candidate<T>[]>,
  fold: (syllables: readonly string[]) => readonly string[],
): readonly NameMatch<T>[] {
  const found: NameMatch<T>[] = []
  for (let at = 0; at < text.length - 1; at++)
    for (const candidate of byText.get(text.slice(at, at + 2)) ?? [])
      if (text.startsWith(candidate.name, at)) found.push(matchOf(candidate, at, 'text', 1))
  const sounds = toSyllables(text)
  // Surrogate pairs would put syllables and offsets out of step.
  if (sounds.length === text.length) {
    const folded = fold(sounds)
    for (let at = 0; at < sounds.length - 2; at++)
      for (const candidate of bySound.get(`${folded[at] ?? ''} ${folded[at + 1] ?? ''}`) ?? []) {
        const similarity = soundSimilarity(candidate, text, sounds, folded, at)
        if (similarity > 0) found.push(matchOf(candidate, at, 'sound', similarity))
      }
  }
  return withoutOverlaps(found)
}

function matchOf<T>(
  candidate: Candidate<T>,
  start: number,
  by: 'text' | 'sound',
  similarity: number,
): NameMatch<T> {
  return {
    start,
    end: start + candidate.name.length,
    name: candidate.name,
    values: candidate.values,
    by,
    similarity,
  }
}

function soundSimilarity<T>(
  candidate: Candidate<T>,
  text: string,
  sounds: readonly string[],
  folded: readonly string[],
  at: number,
): number {
  const length = candidate.sounds.length
  if (at + length > sounds.length) return 0
  let shared = 0
  let sharedEarly = 0
  let exact = 0
  for (let index = 0; index < length; index++) {
    if (folded[at + index] !== candidate.folded[index]) return 0
    if (text[at + index] === candidate.name[index]) {
      shared++
      if (index < length - 1) sharedEarly++
    }
    if (sounds[at + index] === candidate.sounds[index]) exact++
  }
  if (shared === length) return 0
  if (exact < length && (length < leastFolded ? sharedEarly : shared) === 0) return 0
  return 0.7 + 0.15 * (exact / length) + 0.05 * (shared / length)
}

/** Longer matches first, then text before sound; what overlaps a kept match is dropped. */
function withoutOverlaps<T>(found: readonly NameMatch<T>[]): readonly NameMatch<T>[] {
  const ranked = found.toSorted(
    (a, b) => weight(b) - weight(a) || b.similarity - a.similarity || a.start - b.start,
  )
  const kept: NameMatch<T>[] = []
  for (const match of ranked)
    if (!kept.some((other) => match.start < other.end && match.end > other.start)) kept.push(match)
  return kept.sort((a, b) => a.start - b.start)
}

const weight = (match: NameMatch<unknown>): number =>
  match.end - match.start + (match.by === 'text' ? 1.5 : 0)

/** The same index, with what it found in recent texts remembered. */
export function remembering<T>(index: NameIndex<T>): NameIndex<T> {
  return { find: oncePerText((text) => index.find(text)) }
}
