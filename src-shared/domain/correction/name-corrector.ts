import { foldSyllable, toSyllables } from '../../text/pinyin.ts'
import { foldingsOf } from '../understanding/place/place-names.ts'
import type { Correction } from './correction.ts'
import { chooseStretches } from './choose-stretches.ts'
import { soundsNear } from './near-sounds.ts'
import { createOrdinaryWords, type OrdinaryWords, type Word } from './ordinary-words.ts'
import { packNames, type NamePack, type PackName } from './pack-names.ts'
import { localReadings } from './local-readings.ts'
import {
  matchOf,
  namesOtherDistrict,
  rate,
  type HeardTurn,
  type Match,
  type SoundedName,
} from './rate-match.ts'
import { SoundTrie } from './sound-trie.ts'

/** Finds words that sound like names of a pack (按音纠正); built once a pack. */
export interface NameCorrector {
  /**
   * Stretches of the words that sound like a name and are spelt otherwise, in order and apart, none chosen. `said` are the
   * turns before: districts and roads in them tell which of two names is meant.
   */
  find(words: string, said?: readonly string[]): readonly Correction[]
}

/** From so many syllables on, one of them may be another that sounds near. */
const leastForNear = 4

/** Indexes the names of a pack; a few hundred ms for 20,000 subjects. */
export function buildNameCorrector(pack: NamePack): NameCorrector {
  const sounds = new SoundTable(foldingsOf(pack))
  const trie = new SoundTrie<SoundedName>((sound) => sounds.near(sound))
  const words = createOrdinaryWords(wordsOfTheLine(pack))
  for (const name of packNames(pack))
    for (const sounded of sounds.soundsOf(name))
      trie.add(
        sounded.folded.map((each) => sounds.id(each)),
        sounded,
      )
  return { find: (text, said = []) => find(text, said, { sounds, trie, words }) }
}

interface Indexes {
  readonly sounds: SoundTable
  readonly trie: SoundTrie<SoundedName>
  readonly words: OrdinaryWords
}

function find(
  text: string,
  said: readonly string[],
  { sounds, trie, words }: Indexes,
): readonly Correction[] {
  const heard = toSyllables(text)
  // Characters beyond the basic plane would put syllables and offsets out of step.
  if (heard.length !== text.length) return []
  const folded = heard.map((syllable) => sounds.fold(syllable))
  const ids = folded.map((syllable) => sounds.id(syllable))
  const matches: Match[] = []
  for (let at = 0; at < text.length - 1; at++)
    for (const { value, off } of trie.search(ids, at, 1))
      if (off === 0 || value.sounds.length >= leastForNear)
        matches.push(matchOf(value, text, heard, folded, at))
  if (matches.every(({ changed }) => changed.length === 0)) return []
  const turn: HeardTurn = {
    text,
    words,
    wordAt: byCharacter(words.read(text)),
    said: [...said, text].join('\n'),
    elsewhere: namesOtherDistrict(text, matches),
  }
  return chooseStretches(text, matches, (match) => rate(match, turn))
}

function byCharacter(words: readonly Word[]): readonly Word[] {
  return words.flatMap((word) => Array.from({ length: word.end - word.start }, () => word))
}

/** Words that general texts know little of, and that are no names. */
function wordsOfTheLine(pack: NamePack): readonly string[] {
  return [
    ...pack.categories.flatMap(({ keywords, level1, level2, level3 }) => [
      ...keywords,
      level1,
      level2,
      level3,
    ]),
    ...pack.lexicon.synonyms.flat(),
  ]
}

/** Syllables as numbers, and which of them are near. */
class SoundTable {
  readonly #ids = new Map<string, number>()
  readonly #syllables: string[] = []
  readonly #near = new Map<number, ReadonlySet<number>>()
  readonly #folded = new Map<string, string>()
  readonly #foldings: ReturnType<typeof foldingsOf>

  constructor(foldings: ReturnType<typeof foldingsOf>) {
    this.#foldings = foldings
  }

  fold(syllable: string): string {
    let folded = this.#folded.get(syllable)
    if (folded === undefined) {
      folded = foldSyllable(syllable, this.#foldings)
      this.#folded.set(syllable, folded)
    }
    return folded
  }

  id(folded: string): number {
    let id = this.#ids.get(folded)
    if (id === undefined) {
      id = this.#syllables.push(folded) - 1
      this.#ids.set(folded, id)
    }
    return id
  }

  /** Asked once all names are in: syllables that come later are those of turns. */
  near(id: number): ReadonlySet<number> {
    let near = this.#near.get(id)
    if (near === undefined) {
      const heard = this.#syllables[id] ?? ''
      near = new Set(
        this.#syllables.flatMap((other, index) => (index !== id && soundsNear(heard, other) ? [index] : [])),
      )
      this.#near.set(id, near)
    }
    return near
  }

  /** A name as it is read, and once more where people of the place read a character otherwise; none where it cannot be. */
  soundsOf(name: PackName): readonly SoundedName[] {
    const standard = toSyllables(name.name)
    if (standard.length !== name.name.length) return []
    const local = standard.map((syllable, index) => localReadings[name.name[index] ?? ''] ?? syllable)
    const readings = local.some((syllable, index) => syllable !== standard[index])
      ? [standard, local]
      : [standard]
    return readings.map((sounds) => ({ name, sounds, folded: sounds.map((each) => this.fold(each)) }))
  }
}
