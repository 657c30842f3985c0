import { toSyllables } from '../../text/pinyin.ts'
import type { Hearing, Line } from './hearing.ts'

/** Fewer syllables alike are met by chance. */
const leastRun = 3
/** Words of grammar, which are seldom part of a name: 去那里 is no 区哪里. */
const grammar = /[去那哪的得在有我你他她它您了吗吧呢啊不没就都也还跟要说这个么什是]/
/** A numeral or its unit as heard stays: 八十八号 is not spelled by 是不是好. */
const counting = /[零一二两三四五六七八九十百千万号点月日年]/
const han = /^\p{Script=Han}$/u

/**
 * The same call with the citizen's words written as the seat writes them wherever three or more syllables in a row
 * sound alike: the seat hears the caller live and repeats names slowly, so its spelling (碧翠湾) is the better one of two
 * (必翠湾). Lines keep their length, so that quotes keep their place.
 */
export function spelledBySeat(hearing: Hearing): Hearing {
  const seat = indexSeatWords(hearing)
  if (seat.size === 0) return hearing
  return { ...hearing, lines: hearing.lines.map((line) => respell(line, seat)) }
}

interface SeatWord {
  readonly characters: string
  readonly sounds: readonly string[]
  readonly at: number
}

type SeatWords = ReadonlyMap<string, readonly SeatWord[]>

function indexSeatWords(hearing: Hearing): SeatWords {
  const words = new Map<string, SeatWord[]>()
  for (const { speaker, text } of hearing.lines) {
    const sounds = speaker === 'seat' ? toSyllables(text) : []
    if (sounds.length !== text.length) continue
    for (let at = 0; at + leastRun <= sounds.length; at++) {
      const key = keyAt(sounds, at)
      const word = { characters: text, sounds, at }
      const known = words.get(key)
      if (known === undefined) words.set(key, [word])
      else known.push(word)
    }
  }
  return words
}

const keyAt = (sounds: readonly string[], at: number): string => sounds.slice(at, at + leastRun).join(' ')

function respell(line: Line, seat: SeatWords): Line {
  if (line.speaker !== 'citizen') return line
  const sounds = toSyllables(line.text)
  if (sounds.length !== line.text.length) return line
  let text = line.text
  for (let at = 0; at + leastRun <= sounds.length; at++) {
    const length = Math.max(0, ...(seat.get(keyAt(sounds, at)) ?? []).map((word) => runOf(word, sounds, at)))
    const word = seat.get(keyAt(sounds, at))?.find((candidate) => runOf(candidate, sounds, at) === length)
    if (word === undefined) continue
    const spelled = word.characters.slice(word.at, word.at + length)
    text = text.slice(0, at) + merged(text.slice(at, at + length), spelled) + text.slice(at + length)
    at += length - 1
  }
  return text === line.text ? line : { ...line, text }
}

function runOf(word: SeatWord, sounds: readonly string[], at: number): number {
  let length = 0
  while (word.at + length < word.sounds.length && word.sounds[word.at + length] === sounds[at + length])
    length++
  return length
}

const isSpelled = (character: string): boolean => han.test(character) && !grammar.test(character)

/** Digits are not spelled: 1 and 一 sound alike and are read elsewhere. */
function merged(heard: string, spelled: string): string {
  return Array.from(heard, (character, index) => {
    const other = spelled[index]
    return other !== undefined && isSpelled(other) && isSpelled(character) && !counting.test(character)
      ? other
      : character
  }).join('')
}
