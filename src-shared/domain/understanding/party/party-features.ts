import type { NameIndex } from '../../../text/name-index.ts'
import { createOrdinaryWords, type OrdinaryWords } from '../../correction/ordinary-words.ts'
import type { Subject } from '../../site-pack.ts'
import { folded } from '../hearing/citizen-said.ts'
import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { repeatedIn } from './party-repeats.ts'
import { askedWho, asksWhere } from './subject-answer.ts'
import { knownIn, shapePattern } from './subject-mentions.ts'
import { spelt } from './party-spelling.ts'
import { tradeWords } from './party-trades.ts'

let ordinary: OrdinaryWords | undefined
const words = (): OrdinaryWords => (ordinary ??= createOrdinaryWords([]))

const boundary = '$'

/** Features of each character of a line, as lists. */
export type Features = readonly (readonly string[])[]

/**
 * What speaks for or against each character of a line being part of the name of the party complained of: the characters
 * around it, where words begin, kinds of party (店, 物业) and names of the list; the question before, and what the other
 * side repeats.
 */
export function partyFeatures(hearing: Hearing, heard: Line, index: NameIndex<Subject>): Features {
  const line = spelt(heard)
  const marks = marksOf(line, index)
  const around = contextFeatures(hearing, line, marks)
  return wordFeatures(line, marks).map((own, at) => [...own, ...(around[at] ?? [])])
}

/** The features that the line's own words make. */
export function wordFeatures({ text, breaks }: Line, marks: Marks): Features {
  const said = text.toLowerCase()
  const at = (place: number): string =>
    place < 0 || place >= said.length
      ? boundary
      : breaks.has(place)
        ? `/${said.charAt(place)}`
        : said.charAt(place)
  return Array.from({ length: text.length }, (_, i) => {
    const [b3, b2, b1, c0] = [at(i - 3), at(i - 2), at(i - 1), at(i)]
    const [f1, f2, f3] = [at(i + 1), at(i + 2), at(i + 3)]
    const seg = around(marks.seg, i, '$')
    const ahead = marks.ahead[i] ?? '-'
    const known = marks.known[i] ?? '-'
    return [
      ...[`a${b3}`, `b${b2}`, `c${b1}`, `d${c0}`, `e${f1}`, `f${f2}`, `g${f3}`],
      ...[`h${b3}${b2}`, `i${b2}${b1}`, `j${b1}${c0}`, `k${c0}${f1}`, `l${f1}${f2}`, `m${f2}${f3}`],
      ...[`n${b3}${b2}${b1}`, `o${b2}${b1}${c0}`, `p${c0}${f1}${f2}`, `q${f1}${f2}${f3}`],
      ...[`S${seg}`, `K${around(marks.kind, i, '-')}`, `T${ahead}`, `U${ahead}${b1}`],
      ...[`L${known}`, `M${known}${b1}`, `N${known}${seg}`, `Y${around(marks.explained, i, '-')}`],
      ...[
        `A${around(marks.trade, i, '-')}`,
        `B${marks.beforeTrade[i] ?? '-'}`,
        `C${marks.beforeTrade[i] ?? '-'}${b1}`,
      ],
    ]
  })
}

/** The features that the lines around make: what was asked, and what the other side repeats. */
export function contextFeatures(hearing: Hearing, line: Line, marks: Marks): Features {
  const { text } = line
  const { echoes, runs } = repeatedIn(hearing, line, text)
  const question = questionBefore(hearing, hearing.lines[line.index] ?? line)
  return Array.from({ length: text.length }, (_, i) => {
    const echo = around(echoes, i, '-')
    const place = i < 4 ? String(i) : i < 8 ? 'm' : 'l'
    const c0 = (line.breaks.has(i) ? '/' : '') + text.charAt(i).toLowerCase()
    return [
      ...[`E${echo}`, `F${echo}${around(marks.kind, i, '-')}`, `G${echo}${marks.ahead[i] ?? '-'}`],
      ...[
        `Q${question}${place}`,
        `R${question}${String(Math.min(9, text.length >> 1))}`,
        `V${question}${c0}`,
      ],
      ...[`W${line.speaker}${question}`, `X${line.speaker}${echo}`],
      ...runFeatures(runs, marks, i),
    ]
  })
}

/** What a run of repeated sounds tells: where in it the character stands, behind what place, and at which word. */
function runFeatures(runs: readonly string[], { place, seg }: Marks, i: number): readonly string[] {
  const run = runs[i] ?? '-'
  return [
    `D${run}`,
    `H${around(runs, i, '-')}`,
    `I${run}${place[i] ?? '-'}`,
    `J${run}${seg[i] ?? ''}${seg[i + 1] ?? ''}`,
  ]
}

const around = (marks: readonly string[], at: number, none: string): string =>
  (marks[at - 1] ?? none) + (marks[at] ?? none) + (marks[at + 1] ?? none)

/** What is marked at each character of a line. */
export interface Marks {
  /** b: a word begins, i: it goes on, u: a character that belongs to no word. */
  readonly seg: readonly string[]
  /** s, m, e: first, middle and last character of a kind of party. */
  readonly kind: readonly string[]
  /** How many characters before the next kind of party. */
  readonly ahead: readonly string[]
  readonly known: readonly string[]
  /** Of a trade or place of business: its class, in capitals at its end. */
  readonly trade: readonly string[]
  /** How many characters before the next of them. */
  readonly beforeTrade: readonly string[]
  /** x: part of a word that ends the name of a place; else how far behind one; p: another comes. */
  readonly place: readonly string[]
  /** e: a character that is explained by a word; x: the explanation. */
  readonly explained: readonly string[]
}

export function marksOf(line: Line, index: NameIndex<Subject>): Marks {
  const { text } = line
  const seg = Array.from({ length: text.length }, () => 'i')
  for (const { start, end } of words().read(text)) seg[start] = end - start === 1 ? 'u' : 'b'
  const kind = Array.from({ length: text.length }, () => '-')
  const ahead = Array.from({ length: text.length }, () => '-')
  for (const { index: start, 0: word } of text.matchAll(shapePattern)) {
    for (let i = start; i < start + word.length; i++)
      kind[i] = i === start + word.length - 1 ? 'e' : i === start ? 's' : 'm'
    for (let i = Math.max(0, start - 7); i < start; i++) ahead[i] = String(start - i)
  }
  const known = Array.from({ length: text.length }, () => '-')
  for (const { start, end, values, by } of knownIn(line, index)) {
    const plain = values.every(
      ({ kind }) => kind === 'government' || kind === 'utility' || kind === 'transport',
    )
    for (let i = start; i < end; i++)
      known[i] =
        (i === start ? 'B' : 'I') +
        (plain ? 'p' : 'n') +
        (by === 'text' ? 't' : 's') +
        String(Math.min(4, end - start))
  }
  return { seg, kind, ahead, known, ...tradesIn(text), place: placesIn(text), explained: explainedIn(text) }
}

/** A name's own part is seldom longer. */
const beforeTrades = 5

function tradesIn(text: string): Pick<Marks, 'trade' | 'beforeTrade'> {
  const trade = Array.from({ length: text.length }, () => '-')
  const beforeTrade = Array.from({ length: text.length }, () => '-')
  for (const { start, end, kind } of tradeWords(text)) {
    trade.fill(kind, start, end)
    trade[end - 1] = kind.toUpperCase()
    for (let i = Math.max(0, start - beforeTrades); i < start; i++) beforeTrade[i] = kind + String(start - i)
  }
  return { trade, beforeTrade }
}

const placeEnd =
  /[区县镇乡]|街道?|大道|[路巷村]|号楼?|栋|单元|[零一二三四五六七八九十]楼|门口|旁边|附近|对面|隔壁|楼下|[上里]面/g
const behindPlace = 3
const beforePlace = 5

function placesIn(text: string): readonly string[] {
  const behind = Array.from({ length: text.length }, () => '-')
  const ahead = Array.from({ length: text.length }, () => '')
  for (const { index: start, 0: word } of text.matchAll(placeEnd)) {
    const end = start + word.length
    behind.fill('x', start, end)
    ahead.fill('p', Math.max(0, start - beforePlace), end)
    for (let i = end; i < Math.min(text.length, end + behindPlace); i++) behind[i] = String(i - end)
  }
  return behind.map((mark, i) => mark + (ahead[i] ?? ''))
}

/** 旭诚 in 旭诚机电旭日的旭诚信的诚. */
function explainedIn(text: string): readonly string[] {
  const sounds = folded(text).split(' ')
  const mark = Array.from({ length: text.length }, () => '-')
  if (sounds.length !== text.length) return mark
  for (let i = 2; i < text.length; i++) {
    if (!/[的得地个那]/.test(text.charAt(i - 1))) continue
    const explained = sounds.slice(0, i - 1).indexOf(sounds[i] ?? '')
    if (explained < 0) continue
    mark[explained] = 'e'
    mark[i] = 'x'
  }
  return mark
}

const naming = /叫什么|什么名|名[字称]|全称|招牌|店名/
const which = /[哪那]一?[家个间所]|谁|什么(?:公司|店|单位|平台|物业|学校|医院)|对象|单位/

/** What was asked before a citizen's line, and what a seat's line does. */
function questionBefore(hearing: Hearing, line: Line): string {
  if (line.speaker === 'seat') return /[吗吧嘛]$|是不是|对吧/.test(line.text) ? 's?' : 's'
  const asked = askedWho(hearing, line)
  const seat = previousSeatLine(hearing, line)
  if (asked !== 'none') return asked
  if (seat === undefined || seat.index === 0) return 'first'
  if (seat.index < line.index - 1) return 'on'
  if (naming.test(seat.text)) return 'n'
  if (which.test(seat.text)) return 'w'
  if (asksWhere.test(seat.text)) return 'p'
  return line.reply === 'yes' ? 'y' : line.reply === 'no' ? 'x' : 'o'
}
