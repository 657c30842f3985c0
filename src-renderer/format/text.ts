/** The first `count` sentences of a text; the whole text where it has no more. */
export function firstSentences(text: string, count: number): string {
  const sentences = text.match(/[^。！？!?\n]+[。！？!?]?["”』」]?|\n/gu) ?? [text]
  const kept = sentences.filter((sentence) => sentence.trim() !== '').slice(0, count)
  return kept.join('').trim()
}

export interface TextPiece {
  readonly text: string
  readonly marked: boolean
}

/** Cuts a text where any of the words occurs (longest word first, case aside), so that they can be marked. */
export function markWords(text: string, words: readonly string[]): readonly TextPiece[] {
  const wanted = [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))]
  if (wanted.length === 0) return [{ text, marked: false }]
  wanted.sort((left, right) => right.length - left.length)
  const pattern = new RegExp(`(${wanted.map((word) => escapePattern(word)).join('|')})`, 'giu')
  return text
    .split(pattern)
    .map((piece, index) => ({ text: piece, marked: index % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}

function escapePattern(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}
