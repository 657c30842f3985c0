import { oncePerText } from '../../../base/remember.ts'
import { foldSyllables, toSyllables } from '../../../text/pinyin.ts'
import type { Hearing, Line } from './hearing.ts'

/** How far back the words may lie that the seat repeats. */
const rememberedLines = 7
const objection = /^(?:啊|哦|哎|欸|诶|唔)*(?:不是|不对|错了|不不|说错|弄错|吾是|唔是|不(?=$|我|叫))/

/** The accent-folded sounds of words, apart by blanks. */
export const folded = oncePerText((words) => foldSyllables(toSyllables(words)).join(' '))

/** The citizen's line, from a few before the seat's to the answer to it, that holds words of the same sound. */
export function citizenSaid(hearing: Hearing, seat: Line, words: string): Line | undefined {
  const sought = ` ${folded(words)} `
  return hearing.lines
    .slice(Math.max(0, seat.index - rememberedLines), seat.index + 2)
    .findLast(({ speaker, text }) => speaker === 'citizen' && ` ${folded(text)} `.includes(sought))
}

/** Whether an answer begins by rejecting what the seat has just said; 没有 answers another question. */
export const objectsTo = (answer: Line | undefined): boolean =>
  answer !== undefined && objection.test(answer.text)
