/** So many characters on each side of something tell what it is; the nearest of them, and what the question ends with. */
const beside = 6
const nearest = 3
const questionEnd = 12

const numerals = /[零〇一二两三四五六七八九十百千万幺半]+/g

/** Words with every number as 0: what is said of a number does not hang on which it is. */
export const withoutNumbers = (words: string): string => words.replace(numerals, '0')

/** What the words on both sides of a place in a line are, as signs that begin with `who`. */
export function signsAround(who: string, before: string, after: string): readonly string[] {
  const [left, right] = [withoutNumbers(before).slice(-beside), withoutNumbers(after).slice(0, beside)]
  const near = Array.from({ length: nearest }, (_, at) => at + 1)
  return [
    ...near.flatMap((size) => [
      `${who}B${String(size)}${left.slice(-size)}`,
      `${who}A${right.slice(0, size)}`,
    ]),
    ...stretches(left, near).map((words) => `${who}b${words}`),
    ...stretches(right, near).map((words) => `${who}a${words}`),
  ]
}

/** What the seat asked before, by pairs of its last characters. */
export const signsOfQuestion = (question: string): readonly string[] =>
  stretches(withoutNumbers(question).slice(-questionEnd), [2]).map((words) => `Q${words}`)

const stretches = (text: string, sizes: readonly number[]): readonly string[] =>
  sizes.flatMap((size) =>
    Array.from({ length: Math.max(0, text.length - size + 1) }, (_, at) => text.slice(at, at + size)),
  )
