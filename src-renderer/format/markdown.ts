/** The Markdown of an answer: bold, lists, line breaks and links; anything else is plain words. */

export type Inline =
  | { readonly kind: 'text' | 'bold'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly address: string }

export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }

const inlinePattern = /\*\*(?<bold>[^*\n]+)\*\*|\[(?<label>[^\]\n]+)\]\((?<address>[^)\s]+)\)/gu
const bulletPattern = /^\s*[-*]\s+(?<words>.*)$/u
const numberPattern = /^\s*\d{1,2}(?:\.\s+|、\s*)(?<words>.*)$/u

export function parseInline(line: string): readonly Inline[] {
  const found: Inline[] = []
  let from = 0
  for (const match of line.matchAll(inlinePattern)) {
    if (match.index > from) found.push({ kind: 'text', text: line.slice(from, match.index) })
    const { bold, label = '', address = '' } = match.groups ?? {}
    found.push(bold === undefined ? { kind: 'link', text: label, address } : { kind: 'bold', text: bold })
    from = match.index + match[0].length
  }
  if (from < line.length) found.push({ kind: 'text', text: line.slice(from) })
  return found
}

export function parseMarkdown(markdown: string): readonly Block[] {
  const runs: { readonly kind: LineKind; readonly lines: (readonly Inline[])[] }[] = []
  let before: LineKind | null = null
  for (const line of markdown.split('\n')) {
    if (line.trim() === '') {
      before = null
      continue
    }
    const { kind, words } = readLine(line)
    if (kind !== before) runs.push({ kind, lines: [] })
    runs.at(-1)?.lines.push(parseInline(words))
    before = kind
  }
  return runs.map(({ kind, lines }) =>
    kind === 'paragraph' ? { kind, lines } : { kind: 'list', ordered: kind === 'numbers', items: lines },
  )
}

type LineKind = 'paragraph' | 'bullets' | 'numbers'

function readLine(line: string): { readonly kind: LineKind; readonly words: string } {
  const bullet = bulletPattern.exec(line)?.groups?.['words']
  if (bullet !== undefined) return { kind: 'bullets', words: bullet }
  const number = numberPattern.exec(line)?.groups?.['words']
  return number === undefined ? { kind: 'paragraph', words: line.trim() } : { kind: 'numbers', words: number }
}

/** The words alone, a line a line or list item: what a card shows and a person says. */
export function plainWords(markdown: string): string {
  const lines = parseMarkdown(markdown).flatMap((block) =>
    block.kind === 'paragraph' ? block.lines : block.items,
  )
  return lines.map((line) => line.map(({ text }) => text).join('')).join('\n')
}

/** Where a text field's words and selection are after a change to them. */
export interface Edit {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Makes the selected words bold, or plain where they are bold already. */
export function toggleBold({ text, start, end }: Edit): Edit {
  const isBold = text.slice(start - 2, start) === '**' && text.slice(end, end + 2) === '**'
  if (isBold) {
    const words = text.slice(start, end)
    return {
      text: text.slice(0, start - 2) + words + text.slice(end + 2),
      start: start - 2,
      end: end - 2,
    }
  }
  return {
    text: `${text.slice(0, start)}**${text.slice(start, end)}**${text.slice(end)}`,
    start: start + 2,
    end: end + 2,
  }
}

/** Makes the lines of the selection a list, or plain lines where all of them are in one already. */
export function toggleList({ text, start, end }: Edit): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  const to = lineEnd < 0 ? text.length : lineEnd
  const lines = text.slice(from, to).split('\n')
  const isList = lines.every((line) => bulletPattern.test(line))
  const changed = lines
    .map((line) =>
      isList ? line.replace(/^\s*[-*]\s+/u, '') : bulletPattern.test(line) ? line : `- ${line}`,
    )
    .join('\n')
  return { text: text.slice(0, from) + changed + text.slice(to), start: from, end: from + changed.length }
}

/** Makes the selected words a link; the address is selected, to be typed over. */
export function insertLink({ text, start, end }: Edit, label: string): Edit {
  const words = text.slice(start, end) || label
  const address = 'https://'
  const at = start + words.length + 3
  return {
    text: `${text.slice(0, start)}[${words}](${address})${text.slice(end)}`,
    start: at,
    end: at + address.length,
  }
}
