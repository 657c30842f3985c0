import { oncePer } from '../../../base/remember.ts'
import { toSyllables } from '../../../text/pinyin.ts'
import type { Hearing } from './hearing.ts'
import { reworded } from './reworded.ts'
import { type Dictionary, spell } from './spelling.ts'

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
 * (必翠湾).
 */
export function spelledBySeat(hearing: Hearing): Hearing {
  const seat = dictionaryOfSeat(hearing)
  if (seat === undefined) return hearing
  const lines = hearing.lines.map((line) => {
    const text = line.speaker === 'citizen' ? spell(line.text, seat, merged) : line.text
    return reworded(line, text)
  })
  return { ...hearing, lines }
}

interface Run {
  readonly text: string
  readonly sounds: readonly string[]
  readonly at: number
}

/** What the seat says, from every place of it. */
function dictionaryOfSeat(hearing: Hearing): Dictionary | undefined {
  const runs = new Map<string, Run[]>()
  for (const { speaker, text } of hearing.lines) {
    const sounds = speaker === 'seat' ? toSyllables(text) : []
    if (sounds.length !== text.length) continue
    for (let at = 0; at + leastRun <= sounds.length; at++) {
      const key = keysOf(sounds)[at] ?? ''
      const known = runs.get(key)
      if (known === undefined) runs.set(key, [{ text, sounds, at }])
      else known.push({ text, sounds, at })
    }
  }
  if (runs.size === 0) return undefined
  return {
    at: (syllables, at) =>
      (runs.get(keysOf(syllables)[at] ?? '') ?? [])
        .map((run) => run.text.slice(run.at, run.at + lengthAlike(run, syllables, at)))
        .sort((a, b) => b.length - a.length),
  }
}

/** What a run that begins at each place is found by. */
const keysOf = oncePer((sounds: readonly string[]): readonly string[] =>
  sounds.map((_, at) => sounds.slice(at, at + leastRun).join(' ')),
)

function lengthAlike({ sounds, at }: Run, heard: readonly string[], from: number): number {
  let length = 0
  while (at + length < sounds.length && sounds[at + length] === heard[from + length]) length++
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
