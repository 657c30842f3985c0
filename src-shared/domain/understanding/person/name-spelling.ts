import { oncePerText } from '../../../base/remember.ts'
import { soundOf, spelledSurname, surnameAt } from './surnames.ts'

/** How somebody explained a character: by a word that holds it (建设的建), or by its parts (弓长张). */
export interface Spelling {
  /** The character explained, as the recogniser wrote it last; for one explained by its parts, the one meant. */
  readonly letter: string
  /** The character of the same sound in the word that explains it; equal to `letter` where both were heard alike. */
  readonly inWord: string
  readonly byParts: boolean
  /** True where only a part of the character was named (草字头的芳), which does not tell the surnames of one sound apart. */
  readonly byRadical: boolean
  /** Where the spelling begins and ends in the text. */
  readonly start: number
  readonly end: number
}

// 的 itself is heard as 得, 地 or 第; in Cantonese it is 个 or 嘅.
const particle = /^(?:的|得|地|第|滴|底|嘅|那个|哪个|这个|个)(?:那个|哪个|这个)?([一-龥])/
const radicalPattern = /^(?!字)[一-龥](?:字|点水?)?(?:旁|头|底|边)(?:的|那个)+([一-龥])/
const compoundPattern = /^[一-龥]{1,3}?(?:的|得|地|嘅|那个|这个|个)(?:那个)?([一-龥]{2})/
const longestWord = 4

/** The spelling that begins at `start`, the shortest word first; undefined where there is none. */
export function spellingAt(text: string, start: number): Spelling | undefined {
  const byParts = spelledSurname(text.slice(start))
  if (byParts !== undefined) {
    const letter = byParts.surname
    return { letter, inWord: letter, byParts: true, byRadical: false, start, end: start + byParts.length }
  }
  const two = spelledCompound(text, start)
  if (two !== undefined) return two
  const radical = radicalPattern.exec(text.slice(start))
  if (radical !== null) {
    const letter = radical[1] ?? ''
    return { letter, inWord: letter, byParts: false, byRadical: true, start, end: start + radical[0].length }
  }
  for (let length = 2; length <= longestWord; length++) {
    const word = text.slice(start, start + length)
    const [explained = '', letter = ''] = particle.exec(text.slice(start + length, start + length + 6)) ?? []
    const inWord = letter === '' ? undefined : soundingLike(word, letter)
    // 两个晶 counts.
    const counts = explained.startsWith('个') && /[一二两三四双]$/.test(word)
    if (inWord === undefined || counts || holdsShorter(word, letter)) continue
    return { letter, inWord, byParts: false, byRadical: false, start, end: start + length + explained.length }
  }
  return undefined
}

/** 诸葛亮的诸葛, 司徒美堂嘅司徒. */
function spelledCompound(text: string, start: number): Spelling | undefined {
  const letter = surnameAt(text.slice(start)) ?? ''
  const after = compoundPattern.exec(text.slice(start + 2))?.[0]
  if (letter.length !== 2 || !after?.endsWith(letter)) return undefined
  const end = start + 2 + after.length
  return { letter, inWord: letter, byParts: false, byRadical: false, start, end }
}

/** 凌峰凌晨 before 的凌: the word that spells it is 凌晨, and what stands before that is the name. */
function holdsShorter(word: string, letter: string): boolean {
  for (let length = 2; length < word.length; length++)
    if (soundingLike(word.slice(-length), letter) !== undefined) return true
  return false
}

/** 不是建设的建; 雨字头一个文化的文 tells of a part of 雯. */
const leadsElsewhere =
  /不是(?!是).?$|[写印打录弄登]成.?$|(?:[旁头底边]|(?<!证|正|件)[上下左右][面边]?)(?:再|加|是|个|一个|上面|下面|右边|里面)+$/

/** 云朵的云加草字头 tells of another character. */
const builtFurther =
  /^(?:[上下左右前外旁][面边]|再)*(?:加|去掉|多|少)(?:上|了|个|一个)*[一-龥]{1,3}?(?:旁|头|底|边|点水)/

/** All spellings in a text from `start` on, one after another. */
export const spellingsIn = (text: string, start = 0): readonly Spelling[] =>
  start === 0 ? allSpellings(text) : readSpellings(text, start)

const allSpellings = oncePerText((text) => readSpellings(text, 0))

function readSpellings(text: string, start: number): readonly Spelling[] {
  const spellings: Spelling[] = []
  for (let at = start; at < text.length;) {
    const spelling = leadsElsewhere.test(text.slice(0, at)) ? undefined : spellingAt(text, at)
    if (spelling !== undefined && !builtFurther.test(text.slice(spelling.end))) spellings.push(spelling)
    at = spelling?.end ?? at + 1
  }
  return spellings
}

/** The last character of a word that sounds like `letter`. */
function soundingLike(word: string, letter: string): string | undefined {
  const sound = soundOf(letter)
  const characters = Array.from(word)
  return (
    characters.findLast((character) => character === letter) ??
    characters.findLast((character) => soundOf(character) === sound)
  )
}
