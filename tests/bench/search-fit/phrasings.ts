import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A matter as the records call it, and what citizens say when they mean it. */
export interface Phrasing {
  readonly title: string
  readonly terms: readonly string[]
  readonly said: readonly string[]
  /** Name of the file. */
  readonly author: string
}

const heading = '# '

/** Reads `knowledge-base/phrasings/*.txt`: a line `# matter | other terms` and below it what is said for it, one a line. */
export function readPhrasings(directory: string): readonly Phrasing[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .flatMap((author) => phrasingsIn(readFileSync(join(directory, author), 'utf8'), author))
}

function phrasingsIn(text: string, author: string): readonly Phrasing[] {
  const blocks = `\n${text}`.split(`\n${heading}`).slice(1)
  return blocks.map((block) => {
    const [first = '', ...said] = block.split('\n').map((line) => line.trim())
    const [title = '', terms = ''] = first.split('|').map((part) => part.trim())
    return { title, terms: terms.split(/\s+/u).filter(Boolean), said: said.filter(Boolean), author }
  })
}
