import { title } from './given-name.ts'
import { filler } from './name-fillers.ts'
import type { Explanation } from './name-pieces.ts'
import { soundAlike, soundOf, surnameAt, surnameRank } from './surnames.ts'

export const numeral = /[零幺一二三四五六七八九十]/
const notInName = /[男女的得地了吗呢吧啊我你他她您们这那哪什么是在有要去到哦呀不没就字打姓叫念读]/
const everyday = /^(?:大家|人家|刚[才刚]|孙仔|好[少多像]|以[前后]|希望)/
const ofOrder = /^(?:电|手|号|先|老|师|经|主|医|小[姐妹]|朋友|广[州东西]|发音|同音|生$)/

/** A name that words may tell. */
export interface Candidate {
  readonly surname: string
  readonly given: readonly string[]
}

/** Every name that the words may hold: a surname by its sound, and what may be the given name after it. */
export function candidatesIn(
  text: string,
  explanations: readonly Explanation[],
  known: readonly string[],
): readonly Candidate[] {
  const found = new Map<string, Candidate>()
  const add = (surname: string, given: string): void => {
    if (
      given !== '' &&
      (notInName.test(given) || title.test(given) || ofOrder.test(given) || everyday.test(given))
    )
      return
    // 叶叶子的叶: the surname again.
    if (given !== '' && Array.from(surname).some((one) => soundAlike(one, given.charAt(0)))) return
    if (given !== '' && surnameAt(surname + given) === surname + given) return
    const key = `${soundOf(surname)} ${Array.from(given, soundOf).join(' ')}`
    if (!found.has(key)) found.set(key, { surname, given: Array.from(given) })
  }
  const places = Array.from(text).flatMap((_, at) => surnamePlace(text, at, explanations, known) ?? [])
  for (const { surname, starts } of places) {
    add(surname, '')
    for (const start of starts) {
      // 邝广字右耳旁
      if (title.test(text.slice(start)) || /^.字[^，]*旁/.test(text.slice(start))) continue
      add(surname, text.slice(start, start + 1))
      add(surname, text.slice(start, start + 2))
    }
  }
  const letters = explanations.filter(({ byWord, tells }) => byWord && tells === 'it')
  for (const { surname, starts } of places) {
    const first = text.charAt(starts[0] ?? 0)
    for (const { start, end, letter = '' } of letters) {
      if (start < (starts[0] ?? 0) || letter.length > 1 || soundAlike(letter, surname)) continue
      if (soundAlike(letter, first)) add(surname, first + text.charAt(end))
      add(surname, letter)
      for (const other of letters)
        if (other.start >= end && other.start <= end + 2 && other.letter?.length === 1)
          add(surname, letter + other.letter)
    }
  }
  return [...found.values()]
}

/** The surname that may begin at `at`, and where the given name may begin behind it: at once, or behind 叫. */
function surnamePlace(
  text: string,
  at: number,
  explanations: readonly Explanation[],
  known: readonly string[],
): { readonly surname: string; readonly starts: readonly number[] } | undefined {
  const surname = surnameAt(text.slice(at, at + 2)) ?? text.charAt(at)
  if (notInName.test(surname) || numeral.test(surname)) return undefined
  // What begins with 司徒 tells it.
  const compound = surnameAt(text.slice(0, 2)) ?? ''
  if (compound.length > surname.length) return undefined
  const told = [
    ...known,
    ...explanations.flatMap(({ letter, byWord }) =>
      letter === undefined || (!byWord && surnameRank(letter) === Infinity) ? [] : [letter],
    ),
  ]
  if (surnameRank(surname) === Infinity && !told.some((one) => soundAlike(one, surname))) return undefined
  const from = at + surname.length
  const between = filler.exec(text.slice(from))?.[0].length ?? 0
  return { surname, starts: between === 0 ? [from] : [from, from + between] }
}
