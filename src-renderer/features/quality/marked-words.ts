/** Words of one turn that a person marked. */
export interface MarkedWords {
  readonly turn: number
  /** Places in the turn's text, in UTF-16 units. */
  readonly from: number
  readonly to: number
}

/** All words of the turn that sounds at a time, or sounded last, for whoever marks by keys alone; null of no words. */
export function wholeTurn(
  turns: readonly { readonly startMs: number; readonly text: string }[],
  atMs: number,
): MarkedWords | null {
  const turn = Math.max(
    0,
    turns.findLastIndex(({ startMs }) => startMs <= atMs + 1),
  )
  const text = turns[turn]?.text ?? ''
  return text === '' ? null : { turn, from: 0, to: text.length }
}

/** Where fewer of a turn's words stand, first of all within those that were marked; null where they are not in it. */
export function placeOfQuote(marked: MarkedWords, quote: string, text: string): MarkedWords | null {
  if (quote.trim() === '') return null
  const within = text.slice(marked.from, marked.to).indexOf(quote)
  const from = within === -1 ? text.indexOf(quote) : marked.from + within
  return from === -1 ? null : { turn: marked.turn, from, to: from + quote.length }
}

/** What is selected on the page, where it lies within the words of one turn (an element with `data-words`); else null. */
export function selectedWords(selection: Selection | null): MarkedWords | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const element = wordsAround(range.startContainer)
  if (element === null || element !== wordsAround(range.endContainer)) return null
  const before = document.createRange()
  before.selectNodeContents(element)
  before.setEnd(range.startContainer, range.startOffset)
  const from = before.toString().length
  const turn = Number(element.dataset['words'])
  const to = from + range.toString().length
  return to > from ? { turn, from, to } : null
}

function wordsAround(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>('[data-words]') ?? null
}
