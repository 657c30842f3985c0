import type { EntryContent } from './entry.ts'

/** Words of a query that were found in one text of an entry. */
export interface HitReason {
  readonly field: 'title' | 'similar' | 'keywords' | 'answer'
  readonly text: string
  readonly words: string[]
}

/** Texts shown at most, those with the most of the query first. */
const shownTexts = 6
/** Characters around the first match of a long answer. */
const around = 20

/** Where in an entry the words of a query that counted are found, so that a trainer sees why it ranks where it does. */
export function explainHit(content: EntryContent, matched: readonly string[]): HitReason[] {
  const texts = [
    { field: 'title' as const, text: content.title },
    ...content.similar.map((text) => ({ field: 'similar' as const, text })),
    ...content.keywords.map((text) => ({ field: 'keywords' as const, text })),
    { field: 'answer' as const, text: content.answer },
  ]
  return texts
    .map(({ field, text }) => {
      const words = matched.filter((word) => text.includes(word))
      return { field, text: field === 'answer' ? excerpt(text, words[0]) : text, words }
    })
    .filter(({ words }) => words.length > 0)
    .toSorted((left, right) => covered(right) - covered(left))
    .slice(0, shownTexts)
}

function covered({ words }: HitReason): number {
  return words.join('').length
}

function excerpt(text: string, word: string | undefined): string {
  const at = word === undefined ? 0 : text.indexOf(word)
  return text.slice(Math.max(0, at - around), at + (word?.length ?? 0) + around)
}
