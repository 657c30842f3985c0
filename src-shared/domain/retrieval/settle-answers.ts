import type { Turn } from '../call.ts'
import type { AnswerHit } from './answer-index.ts'

/** The least of a hit that settling looks at. */
type Scored = Pick<AnswerHit, 'id' | 'score'>

/** A newcomer takes the first place only when its chance is so much higher: an answer that is being read must not jump away. */
const clearlyBetter = 0.12
/** What was shown stays for a while though the newest words do not speak of it, each time counting so much less. */
const patience = 0.85
/** Below this chance an answer is not worth holding on to. */
const leastHeld = 0.15

/**
 * The answers to show after a turn, given what was shown before and what is found now (best first). An answer that was first
 * stays first until another is clearly better; where nothing is found, what was shown fades over a few turns.
 */
export function settleAnswers<Hit extends Scored>(
  shown: readonly Hit[],
  found: readonly Hit[],
  top: number,
): readonly Hit[] {
  const now = new Map(found.map((hit) => [hit.id, hit]))
  const [first] = shown
  if (first === undefined) return found.slice(0, top)
  const faded = shown
    .map((hit) => now.get(hit.id) ?? { ...hit, score: hit.score * patience })
    .filter(({ score }) => score >= leastHeld)
  const newcomers = found.filter(({ id }) => shown.every((hit) => hit.id !== id))
  const merged = [...faded, ...newcomers].toSorted((a, b) => b.score - a.score)
  const held = faded.find(({ id }) => id === first.id)
  const best = merged[0]
  if (held === undefined || best === undefined || best.score - held.score >= clearlyBetter) {
    return merged.slice(0, top)
  }
  return [held, ...merged.filter(({ id }) => id !== held.id)].slice(0, top)
}

/** Whole turns that only keep the talk going, or that fill in a form (a number, a name, where to call back). */
const trivialTurn =
  /^(?:[\p{P}\s]|嗯|啊|哦|噢|呃|额|喂|唔|哎|诶|好|的|了|吧|呢|嘛|哈|行|对|是|可以|没有|没了|不用|不是|谢谢|多谢|唔该|麻烦|你们?|您|再见|拜拜|知道|明白|清楚|听到|收到|就|这个|那个|手机|电话|号码?|请稍等|稍等|请讲|请说|没问题|没错|没关系|辛苦|客气|好嘞|得|系|冇|[0-9零一二三四五六七八九幺两])+$/u

/** Whether a turn says nothing of the matter, so that the answers need not be looked for anew (`好的`, `就这个号码`). */
export function isTrivialTurn({ text }: Pick<Turn, 'text'>): boolean {
  return trivialTurn.test(text) || text.trim() === ''
}
