import type { Category } from '../site-pack.ts'
import type { CategoryRef, HeardValue } from '../ticket-fields.ts'
import { cite, type Hearing, heardValue } from './hearing.ts'

/** The pack's categories by keyword. */
export interface CategoryIndex {
  readonly keywords: ReadonlyMap<string, readonly Category[]>
}

interface Score {
  readonly category: Category
  weight: number
  words: string[]
}

/** Indexes categories by their keywords; the name of the leaf counts as one. */
export function indexCategories(categories: readonly Category[]): CategoryIndex {
  const keywords = new Map<string, Category[]>()
  for (const category of categories)
    for (const word of new Set([...category.keywords, category.level3])) {
      if (word.length < 2) continue
      const list = keywords.get(word)
      if (list === undefined) keywords.set(word, [category])
      else list.push(category)
    }
  return { keywords }
}

/** The clear winner needs this share more than the runner-up. */
const margin = 1.25
const leastWeight = 2

/**
 * 事项分类 by the keywords in the citizen's words: a longer and rarer keyword weighs more. Nothing where two categories
 * are about as likely.
 */
export function hearCategory(hearing: Hearing, index: CategoryIndex): HeardValue<CategoryRef> | undefined {
  const lines = hearing.lines.filter((line) => line.speaker === 'citizen')
  const spoken = lines.map((line) => line.text).join('\n')
  const scores = new Map<string, Score>()
  for (const [word, categories] of index.keywords) {
    if (!spoken.includes(word)) continue
    const weight = word.length / Math.sqrt(categories.length)
    for (const category of categories) {
      const score = scores.get(category.code) ?? { category, weight: 0, words: [] }
      score.weight += weight
      score.words.push(word)
      scores.set(category.code, score)
    }
  }
  const ranked = [...scores.values()].sort((a, b) => b.weight - a.weight)
  const [best, second] = ranked
  if (best === undefined || best.weight < leastWeight || best.weight < (second?.weight ?? 0) * margin)
    return undefined
  const confidence = best.weight >= 2 * (second?.weight ?? 0) ? 0.85 : 0.7
  const evidence = best.words.flatMap((word) => {
    const line = lines.find((entry) => entry.text.includes(word))
    if (line === undefined) return []
    const at = line.text.indexOf(word)
    return [cite(line, at, at + word.length, confidence)]
  })
  return heardValue(refOf(best.category), evidence, {
    alternatives: ranked.slice(1, 4).map((score) => refOf(score.category)),
  })
}

function refOf(category: Category): CategoryRef {
  return { code: category.code, path: [category.level1, category.level2, category.level3] }
}
