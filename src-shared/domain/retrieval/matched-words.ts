import type { Atom } from './atoms.ts'
import type { ReadQuery } from './read-query.ts'
import { termKeys } from './terms.ts'

/** The stretches of a question that the query also has (by sound), as the entry writes them. */
export function matchedWords(
  question: readonly Atom[],
  { recency }: ReadQuery,
  termOf: (key: string) => number | undefined,
): readonly string[] {
  const heard = new Set<number>()
  for (const { sound, weight, at, length } of termKeys(question)) {
    const term = termOf(sound)
    if (weight < 0.5 || term === undefined || !recency.has(term)) continue
    for (let offset = 0; offset < length; offset += 1) heard.add(at + offset)
  }
  const words: string[] = []
  question.forEach((atom, at) => {
    if (!heard.has(at)) return
    const text = atom.text ?? ''
    if (heard.has(at - 1)) words.push(`${words.pop() ?? ''}${text}`)
    else words.push(text)
  })
  return [...new Set(words)]
}
