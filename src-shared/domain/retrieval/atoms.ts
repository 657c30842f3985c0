import { foldSyllable, toSyllables } from '../../text/pinyin.ts'
import type { Lexicon } from '../site-pack.ts'
import { askingWords, courtesyWords, functionCharacters } from './function-words.ts'
import { charactersTyped } from './pinyin-words.ts'
import { splitPinyin } from './typed-pinyin.ts'

/** The smallest thing that is matched: a Han character, a run of digits, a word of letters, or a typed syllable. */
export interface Atom {
  /** As written; undefined for a syllable typed in letters that no character is likely for. */
  readonly text: string | undefined
  /** Whether the character is only the likeliest for a syllable that was typed in letters. */
  readonly guessed?: true
  /** Accent-folded toneless syllable; the word itself where there is none. */
  readonly sound: string
  /** First letter as people type it; empty where there is none. */
  readonly initial: string
  /** 1 for what the matter is about, less for the words that only ask. */
  readonly weight: number
}

/** All that is read of a word of the lexicon. */
export type WordAtom = Pick<Atom, 'text' | 'sound' | 'weight'>

export interface AnalysedText {
  readonly atoms: readonly Atom[]
  /** Words of letters that are no pinyin (`gjjtq`): the first letter of each character. */
  readonly initials: readonly string[]
}

const askingWeight = 0.3
const functionWeight = 0.5
const functionSet: ReadonlySet<string> = new Set(functionCharacters)
const piecePattern = /\p{Script=Han}|[a-z]+|[0-9]+(?:\.[0-9]+)?/gu
const askingPattern = new RegExp(askingWords.join('|'), 'gu')

const betweenWords = '\n'

/** Turns text into atoms. */
export interface TextAnalyser {
  /** Text of an entry: words of letters stay words (ETC), nothing is corrected. */
  entry(text: string): readonly Atom[]
  /** The same without sounds (they stay empty), which is several times cheaper: for text that is only read. */
  text(text: string): readonly Atom[]
  /** Thousands of words at once: a lexicon's, read before anything can be searched. */
  words(texts: readonly string[]): readonly (readonly WordAtom[])[]
  /** Text of a query: fillers go, recogniser errors that the lexicon knows are put right, letters may be pinyin. */
  query(text: string, isKnownWord: (word: string) => boolean): AnalysedText
}

/** One for a pack: the lexicon decides what is dropped, what is put right and which sounds are one. */
export function createTextAnalyser(lexicon: Lexicon): TextAnalyser {
  const dropped = wordPattern([...courtesyWords, ...lexicon.fillers])
  const foldings = lexicon.foldings.length === 0 ? undefined : lexicon.foldings
  const folded = new Map<string, string>()
  const fold = (syllable: string): string => {
    const known = folded.get(syllable) ?? foldSyllable(syllable, foldings)
    folded.set(syllable, known)
    return known
  }
  return {
    entry: (text) => {
      const normal = normalise(text)
      return readAtoms(normal, syllablesByOffset(normal), fold, () => undefined)
    },
    text: (text) =>
      readAtoms(
        normalise(text),
        undefined,
        () => '',
        () => undefined,
      ),
    words: (texts) => {
      const normal = texts.map((text) => Array.from(normalise(text)))
      // One conversion of them all costs a third of many small ones.
      const syllables = toSyllables(normal.map((characters) => characters.join('')).join(betweenWords))
      let at = 0
      return normal.map((characters) => {
        const own = syllables.slice(at, at + characters.length)
        at += characters.length + betweenWords.length
        return readWord(characters, own, fold)
      })
    },
    query: (text, isKnownWord) => {
      const initials: string[] = []
      let corrected = normalise(text)
      for (const { heard, meant } of lexicon.homophones) corrected = corrected.replaceAll(heard, meant)
      const kept = corrected.replace(dropped, '')
      const atoms = readAtoms(kept, syllablesByOffset(kept), fold, (word) => {
        if (isKnownWord(word)) return undefined
        const typed = splitPinyin(word)
        if (typed === undefined && word.length > 1) initials.push(word)
        return typedAtoms(typed ?? [], fold)
      })
      return { atoms, initials }
    },
  }
}

function typedAtoms(syllables: readonly string[], fold: (syllable: string) => string): readonly Atom[] {
  const meant = charactersTyped(syllables.join(''))
  if (meant === undefined) return syllables.map((syllable) => atomOf(undefined, syllable, fold, 1))
  const weights = askingWeights(meant.map(({ character }) => character).join(''))
  return meant.map(({ syllable, character }, at) => ({
    ...atomOf(character, syllable, fold, weights[at] ?? (functionSet.has(character) ? functionWeight : 1)),
    guessed: true,
  }))
}

function readWord(
  characters: readonly string[],
  syllables: readonly string[],
  fold: (syllable: string) => string,
): readonly WordAtom[] {
  const atoms: WordAtom[] = []
  let letters = ''
  characters.forEach((text, at) => {
    if (/[a-z0-9.]/u.test(text)) letters += text
    else if (letters !== '') letters = pushLetters(atoms, letters)
    if (/\p{Script=Han}/u.test(text)) {
      atoms.push({
        text,
        sound: fold(syllables[at] ?? text),
        weight: functionSet.has(text) ? functionWeight : 1,
      })
    }
  })
  pushLetters(atoms, letters)
  return atoms
}

/** Words and numbers as {@link piecePattern} cuts them; the rest of the letters is none. */
function pushLetters(atoms: WordAtom[], letters: string): '' {
  for (const [piece] of letters.matchAll(piecePattern)) atoms.push({ text: piece, sound: piece, weight: 1 })
  return ''
}

/** `readLetters` may replace a word of letters by other atoms. */
function readAtoms(
  text: string,
  syllables: ReadonlyMap<number, string> | undefined,
  fold: (syllable: string) => string,
  readLetters: (word: string) => readonly Atom[] | undefined,
): readonly Atom[] {
  const weights = askingWeights(text)
  return Array.from(text.matchAll(piecePattern)).flatMap((match) => {
    const piece = match[0]
    const weight = weights[match.index] ?? (functionSet.has(piece) ? functionWeight : 1)
    const replaced = /^[a-z]/u.test(piece) ? readLetters(piece) : undefined
    if (replaced !== undefined) return replaced
    if (isWord(piece)) return [{ text: piece, sound: piece, initial: '', weight }]
    return [atomOf(piece, syllables?.get(match.index) ?? piece, fold, weight)]
  })
}

function atomOf(
  text: string | undefined,
  syllable: string,
  fold: (syllable: string) => string,
  weight: number,
): Atom {
  const initial = /^[a-z]/u.test(syllable) ? syllable.slice(0, 1) : ''
  return { text, sound: fold(syllable), initial, weight }
}

/** Whether an atom's text stands by itself: a word of letters or a number. */
export function isWord(text: string): boolean {
  return /^[a-z0-9]/u.test(text)
}

/** Full-width letters and digits become plain ones, capitals small. */
function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function askingWeights(text: string): Readonly<Record<number, number>> {
  const weights: Record<number, number> = {}
  for (const match of text.matchAll(askingPattern)) {
    for (let offset = 0; offset < match[0].length; offset += 1) weights[match.index + offset] = askingWeight
  }
  return weights
}

function syllablesByOffset(text: string): ReadonlyMap<number, string> {
  const syllables = toSyllables(text)
  const byOffset = new Map<number, string>()
  let offset = 0
  let index = 0
  for (const character of text) {
    byOffset.set(offset, syllables[index] ?? character)
    offset += character.length
    index += 1
  }
  return byOffset
}

function wordPattern(words: readonly string[]): RegExp {
  const longestFirst = words.filter((word) => word !== '').toSorted((a, b) => b.length - a.length)
  const escaped = longestFirst.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
  return new RegExp(escaped.join('|'), 'gu')
}
