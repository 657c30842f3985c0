import { fixedPatterns, fixedPhrases } from './guards.ts'
import { numeralCharacters } from './numeral.ts'
import type { Stretch } from './written-text.ts'

const numeralAt = new RegExp(`[${numeralCharacters}A-Za-z]`)

/** A phrase does not cut a number: 二百五 is not looked for in 二百五十. */
const whole = (phrase: string): string =>
  [
    numeralAt.test(phrase.charAt(0)) ? `(?<![${numeralCharacters}第])` : '',
    phrase,
    numeralAt.test(phrase.slice(-1)) ? `(?![${numeralCharacters}])` : '',
  ].join('')

const guards = new RegExp([...fixedPatterns, ...fixedPhrases.map(whole)].join('|'), 'g')

/** Names by their first two characters; only such as have a numeral or a letter in them. */
type Names = ReadonlyMap<string, readonly string[]>
const namesOf = new WeakMap<readonly string[], Names>()

/** Where the words stay as they were spoken: set phrases and the given names, in order and without overlaps. */
export function keptStretches(text: string, keep: readonly string[] = []): readonly Stretch[] {
  const found: Stretch[] = []
  for (const match of text.matchAll(guards))
    if (match[0] !== '') found.push({ start: match.index, end: match.index + match[0].length })
  if (keep.length === 0) return found
  const names = indexed(keep)
  for (let at = 0; at < text.length; at++) {
    const name = names.get(text.slice(at, at + 2))?.find((candidate) => text.startsWith(candidate, at))
    if (name !== undefined && !(numeralAt.test(text.charAt(at)) && numeralAt.test(text.charAt(at - 1))))
      found.push({ start: at, end: at + name.length })
  }
  return merged(found)
}

function indexed(keep: readonly string[]): Names {
  const known = namesOf.get(keep)
  if (known !== undefined) return known
  const names = new Map<string, string[]>()
  for (const name of keep.toSorted((a, b) => b.length - a.length)) {
    if (name.length < 2 || !numeralAt.test(name)) continue
    const key = name.slice(0, 2)
    const list = names.get(key)
    if (list === undefined) names.set(key, [name])
    else list.push(name)
  }
  namesOf.set(keep, names)
  return names
}

function merged(stretches: Stretch[]): readonly Stretch[] {
  const result: Stretch[] = []
  for (const stretch of stretches.sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last !== undefined && stretch.start < last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) }
    else result.push(stretch)
  }
  return result
}
