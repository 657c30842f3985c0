/** Words of one turn that a person marked. */
export interface MarkedWords {
  readonly turn: number
  /** Places in the turn's text, in UTF-16 units. */
  readonly from: number
  readonly to: number
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
