import { oncePer } from '../../../base/remember.ts'
import type { Line } from './hearing.ts'
import { spellMatter } from './matter-words.ts'

/** Characters and pairs of neighbouring ones, once a line: they outlive a recogniser's slips, which words do not. */
interface LineWord {
  /** Told apart by who says it: 帮您 of the seat is another word than 帮我 of the caller. */
  readonly name: string
  /** Where it stands in the line, end exclusive; a pair with the line's edge covers one character. */
  readonly start: number
  readonly end: number
}

const before = '^'
const after = '$'

/** The words of a line by which a whole call is weighed, in order. Names and numbers given tell nothing of it. */
export function lineWords(line: Line): readonly LineWord[] {
  if (tellsWho(line)) return []
  const who = line.speaker.charAt(0)
  const text = spellMatter(line.text)
  const words: LineWord[] = []
  for (let at = 0; at <= text.length; at++) {
    const [left, right] = [text.charAt(at - 1) || before, text.charAt(at) || after]
    words.push({ name: who + left + right, start: Math.max(0, at - 1), end: Math.min(text.length, at + 1) })
    if (at < text.length) words.push({ name: who + right, start: at, end: at + 1 })
  }
  return words.filter(({ name }) => !/[零〇一二两三四五六七八九十百千万幺\d]/.test(name))
}

/** The names of a line's words, each once. */
export const namesOfWords = oncePer((line: Line): readonly string[] => [
  ...new Set(lineWords(line).map(({ name }) => name)),
])

/** Whether a line only gives the caller's name or number. */
export const tellsWho = ({ speaker, asked }: Line): boolean =>
  speaker === 'citizen' && !asked.has('demand') && (asked.has('name') || asked.has('phone'))
