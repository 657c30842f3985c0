import type { TurnText } from './call-text.ts'
import type { Span } from './heard-text.ts'

/** A piece of what the seat says, as the scored rules weigh it, and where it stands in `heard.text`. */
export interface Piece {
  readonly name: string
  readonly span: Span
}

const longestPiece = 3
const numberMark = '#'
const quotedMark = '…'
const echoMark = '='
const ends = ['^', '$']

/** Two little words of one frame (都…还, 您…吗) have at most so many characters between them. */
const widestFrame = 9

/** The characters that frames are made of: who is meant, what is asked, denied, demanded or reproached. */
const frameWords = new Set(
  '您我他她们谁哪怎么什几不没别能会可得要该让叫给把被跟对就才还都也又再只是有的了着过吗呢啊吧呗这那早请#…^$=',
)

/** Spellings that say the same: what matters is the question, not how a recogniser writes its particle. */
const sameWords: readonly (readonly [RegExp, string])[] = [
  [/你/gu, '您'],
  [/[么嘛](?![样办么])(?<![什怎这那多要]么)/gu, '吗'],
  [/[呀哪](?=$|\n)/gmu, '啊'],
]
const number = /[〇零一二三四五六七八九十百千万两\d]/u

/** Text in the common spelling, the same length. */
export function commonSpelling(text: string): string {
  return sameWords.reduce((changed, [pattern, word]) => changed.replaceAll(pattern, word), text)
}

/**
 * The pieces of each sentence of a seat's turn, each name once: runs of one to three characters (`^` and `$` are the ends
 * of the sentence, `#` a number, `…` somebody else's words), and frames of two little words that stand apart (`都~吗`). Then the
 * same with `=` for words of the matter that the citizen has `said`: how the seat goes on from them tells a reproach (`=还`, `^=也`)
 * whatever they are.
 */
export function sentencePieces(turn: TurnText, said: string): readonly (readonly Piece[])[] {
  return sentencesOf(turn).map((sentence) => {
    const pieces = new Map<string, Piece>()
    const add: Add = (name, first, last) => {
      if (!pieces.has(name)) pieces.set(name, { name, span: { start: first.start, end: last.end } })
    }
    addPieces(sentence, add)
    addPieces(withEchoes(sentence, said), (name, first, last) => {
      if (name.includes(echoMark)) add(name, first, last)
    })
    return [...pieces.values()]
  })
}

function addPieces(sentence: readonly Placed[], add: Add): void {
  for (const [at, first] of sentence.entries()) {
    addRuns(sentence, at, first, add)
    if (frameWords.has(first.character)) addFrames(sentence, at, first, add)
  }
}

/** The sentence with one mark for each run of characters that stand in pairs in what was said. */
function withEchoes(sentence: readonly Placed[], said: string): readonly Placed[] {
  const isPair = (one: Placed | undefined, other: Placed | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    !frameWords.has(one.character) &&
    !frameWords.has(other.character) &&
    said.includes(one.character + other.character)
  const marked: Placed[] = []
  for (const [at, placed] of sentence.entries()) {
    const last = marked.at(-1)
    const isEcho = isPair(sentence[at - 1], placed) || isPair(placed, sentence[at + 1])
    if (isEcho && last?.character === echoMark) marked[marked.length - 1] = { ...last, end: placed.end }
    else marked.push(isEcho ? { ...placed, character: echoMark } : placed)
  }
  return marked
}

/** A character with its place; a number and a quoted stretch are one. */
interface Placed {
  readonly character: string
  readonly start: number
  readonly end: number
}

type Add = (name: string, first: Placed, last: Placed) => void

function addRuns(sentence: readonly Placed[], at: number, first: Placed, add: Add): void {
  let name = ''
  for (const last of sentence.slice(at, at + longestPiece)) {
    name += last.character
    if (!ends.includes(name)) add(name, first, last)
  }
}

function addFrames(sentence: readonly Placed[], at: number, first: Placed, add: Add): void {
  for (const last of sentence.slice(at + 2, at + 1 + widestFrame)) {
    if (frameWords.has(last.character)) add(`${first.character}~${last.character}`, first, last)
  }
}

function sentencesOf({ repaired, quotations }: TurnText): readonly (readonly Placed[])[] {
  const sentences: Placed[][] = []
  let sentence: Placed[] = []
  const close = (at: number): void => {
    if (sentence.length > 0) sentences.push([edge('^', sentence[0]?.start ?? 0), ...sentence, edge('$', at)])
    sentence = []
  }
  for (const [start, said] of Array.from(commonSpelling(repaired)).entries()) {
    const quoted = quotations.some((span) => start >= span.start && start < span.end)
    if (said === '\n') {
      close(start)
      continue
    }
    const character = quoted ? quotedMark : number.test(said) ? numberMark : said
    const last = sentence.at(-1)
    const goesOn = (character === quotedMark || character === numberMark) && last?.character === character
    if (goesOn) sentence[sentence.length - 1] = { ...last, end: start + 1 }
    else sentence.push({ character, start, end: start + 1 })
  }
  close(repaired.length)
  return sentences
}

function edge(character: string, at: number): Placed {
  return { character, start: at, end: at }
}
