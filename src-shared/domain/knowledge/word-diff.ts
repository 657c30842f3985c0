import { align } from './align.ts'

export interface DiffSpan {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** What became of a text, word by word (逐词比对): removed words come before those added in their place. */
export function diffWords(before: string, after: string): readonly DiffSpan[] {
  const left = words(before)
  const right = words(after)
  const spans: { kind: DiffSpan['kind']; text: string }[] = []
  const push = (kind: DiffSpan['kind'], parts: readonly string[]): void => {
    if (parts.length === 0) return
    const last = spans.at(-1)
    if (last?.kind === kind) last.text += parts.join('')
    else spans.push({ kind, text: parts.join('') })
  }
  let i = 0
  let j = 0
  for (const match of [...align(left, right), { left: left.length, right: right.length }]) {
    push('removed', left.slice(i, match.left))
    push('added', right.slice(j, match.right))
    push('same', left.slice(match.left, match.left + 1))
    i = match.left + 1
    j = match.right + 1
  }
  return spans
}

function words(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
