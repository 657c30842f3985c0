import Database from 'better-sqlite3'
import FlexSearch from 'flexsearch'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import type { Answer } from '#shared/domain/site-pack.ts'

/** Another search engine, set up for Chinese as well as it offers. */
export interface Peer {
  readonly name: string
  /** Too slow to ask everything. */
  readonly slow: boolean
  readonly create: (entries: readonly Answer[]) => Promise<FirstHit>
}

/** The id of the first hit. */
type FirstHit = (text: string) => string | undefined

export const searchPeers: readonly Peer[] = [
  { name: 'Fuse.js alone', slow: true, create: fuseAlone },
  { name: 'MiniSearch, character pairs', slow: false, create: miniSearch },
  { name: 'FlexSearch, character pairs', slow: false, create: flexSearch },
  { name: 'SQLite FTS5, trigrams', slow: false, create: sqliteTrigrams },
]

function fuseAlone(entries: readonly Answer[]): Promise<FirstHit> {
  const fuse = new Fuse(entries, {
    keys: ['title', 'similar', 'keywords'],
    ignoreLocation: true,
    threshold: 0.6,
  })
  return Promise.resolve((text) => fuse.search(text, { limit: 1 })[0]?.item.id)
}

function piecesOf(text: string, length: number): string[] {
  const letters = Array.from(text.matchAll(/[\p{L}\p{N}]/gu), ([letter]) => letter)
  return Array.from({ length: Math.max(0, letters.length - length + 1) }, (_, at) =>
    letters.slice(at, at + length).join(''),
  )
}

function miniSearch(entries: readonly Answer[]): Promise<FirstHit> {
  const search = new MiniSearch<Answer>({
    fields: ['title', 'similar', 'keywords', 'answer'],
    extractField: (entry, field) => [entry[field as keyof Answer]].flat().join(' '),
    tokenize: (text) => piecesOf(text, 2),
    searchOptions: { boost: { title: 3, similar: 2, keywords: 2 } },
  })
  search.addAll([...entries])
  return Promise.resolve((text) => search.search(text)[0]?.id as string | undefined)
}

function flexSearch(entries: readonly Answer[]): Promise<FirstHit> {
  const index = new FlexSearch.Index({ encode: (text) => piecesOf(text, 2) })
  entries.forEach(({ title, similar, keywords, answer }, at) => {
    index.add(at, [title, ...similar, ...keywords, answer].join(' '))
  })
  return Promise.resolve((text) => {
    const [first] = index.search(text, { limit: 1, suggest: true })
    return first === undefined ? undefined : entries[Number(first)]?.id
  })
}

function sqliteTrigrams(entries: readonly Answer[]): Promise<FirstHit> {
  const database = new Database(':memory:')
  database.exec(
    "create virtual table entries using fts5(id unindexed, title, similar, keywords, answer, tokenize = 'trigram')",
  )
  const insert = database.prepare('insert into entries values (?, ?, ?, ?, ?)')
  database.transaction(() => {
    for (const { id, title, similar, keywords, answer } of entries) {
      insert.run(id, title, similar.join(' '), keywords.join(' '), answer)
    }
  })()
  const find = database
    .prepare('select id from entries where entries match ? order by bm25(entries, 0, 3, 2, 2, 1) limit 1')
    .pluck()
  return Promise.resolve((text) => {
    const pieces = piecesOf(text, 3)
    if (pieces.length === 0) return undefined
    return find.get(pieces.map((piece) => `"${piece}"`).join(' OR ')) as string | undefined
  })
}
