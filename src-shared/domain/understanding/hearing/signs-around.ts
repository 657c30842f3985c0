import { oncePerText } from '../../../base/remember.ts'

/** So many characters on each side of something tell what it is; the nearest of them, and what the question ends with. */
const beside = 6
const nearest = 3
const questionEnd = 12

const numerals = /[零〇一二两三四五六七八九十百千万幺半]+/g

/** Words with every number as 0: what is said of a number does not hang on which it is. */
export const withoutNumbers = (words: string): string => words.replace(numerals, '0')

const sizes = Array.from({ length: nearest }, (_, at) => at + 1)

const leftOf = (before: string): string => withoutNumbers(before).slice(-beside)
const rightOf = (after: string): string => withoutNumbers(after).slice(0, beside)

/** The nearest words on both sides of a place in a line, as signs that begin with `who`. */
export const nearestSigns = (who: string, before: string, after: string): readonly string[] =>
  nearestOf(`${who}|${leftOf(before)}|${rightOf(after)}`)

/** What the words on both sides of a place in a line are, the nearest and those a little further away. */
export const signsAround = (who: string, before: string, after: string): readonly string[] =>
  aroundOf(`${who}|${leftOf(before)}|${rightOf(after)}`)

// Places are weighed again with each turn of their call.
const nearestOf = oncePerText((place): readonly string[] => {
  const [who = '', left = '', right = ''] = place.split('|')
  return sizes.flatMap((size) => [
    `${who}B${String(size)}${left.slice(-size)}`,
    `${who}A${right.slice(0, size)}`,
  ])
})
const aroundOf = oncePerText((place): readonly string[] => {
  const [who = '', left = '', right = ''] = place.split('|')
  return [
    ...nearestOf(place),
    ...stretches(left, sizes).map((words) => `${who}b${words}`),
    ...stretches(right, sizes).map((words) => `${who}a${words}`),
  ]
})

/** What the seat asked before, by pairs of its last characters. */
export const signsOfQuestion = oncePerText((question): readonly string[] =>
  stretches(withoutNumbers(question).slice(-questionEnd), [2]).map((words) => `Q${words}`),
)

const stretches = (text: string, lengths: readonly number[]): readonly string[] =>
  lengths.flatMap((size) =>
    Array.from({ length: Math.max(0, text.length - size + 1) }, (_, at) => text.slice(at, at + size)),
  )

/** The characters of a text, its pairs and its threes, with its edges marked, as signs that begin with `who`. */
export const stretchesOf = (who: string, text: string): readonly string[] => prefixed(`${who}|${text}`)

const prefixed = oncePerText((key): readonly string[] => {
  const [who = '', text = ''] = key.split('|')
  const all = new Set(stretches(`^${withoutNumbers(text)}$`, sizes))
  return Array.from(all, (stretch) => who + stretch)
})

/** A count as a sign: from `most` on all are one. */
export const upTo = (most: number, count: number): string => String(Math.min(most, count))
