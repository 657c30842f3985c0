import Database from 'better-sqlite3'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import type { Answer } from '#shared/domain/site-pack.ts'

/** Another search engine, set up for Chinese as well as it offers. */
export interface Peer {
  readonly name: string
  /** Too slow to ask everything. */
  readonly slow: boolean
  /** Indexes the entries; undefined where the engine is not installed. The search gives the first hit's id. */
  readonly create: (entries: readonly Answer[]) => Promise<((text: string) => string | undefined) | undefined>
}

export const searchPeers: readonly Peer[] = [
  { name: 'Fuse.js alone', slow: true, create: fuseAlone },
  { name: 'MiniSearch, character pairs', slow: false, create: miniSearch },
  { name: 'FlexSearch, character pairs', slow: false, create: flexSearch },
  { name: 'SQLite FTS5, trigrams', slow: false, create: sqliteTrigrams },
]

function fuseAlone(entries: readonly Answer[]) {
  const fuse = new Fuse(entries, {
    keys: ['title', 'similar', 'keywords'],
    ignoreLocation: true,
    threshold: 0.6,
  })
  return Promise.resolve((text: string) => fuse.search(text, { limit: 1 })[0]?.item.id)
}

function piecesOf(text: string, length: number): string[] {
  const letters = Array.from(text.matchAll(/[\p{L}\p{N}]/gu), ([letter]) => letter)
  return Array.from({ length: Math.max(0, letters.length - length + 1) }, (_, at) =>
    letters.slice(at, at + length).join(''),
  )
}

function miniSearch(entries: readonly Answer[]) {
  const search = new MiniSearch<Answer>({
    fields: ['title', 'similar', 'keywords', 'answer'],
    extractField: (entry, field) => [entry[field as keyof Answer]].flat().join(' '),
    tokenize: (text) => piecesOf(text, 2),
    searchOptions: { boost: { title: 3, similar: 2, keywords: 2 } },
  })
  search.addAll([...entries])
  return Promise.resolve((text: string) => search.search(text)[0]?.id as string | undefined)
}

/** What is used of FlexSearch; it is loaded by name, since the bench also runs without it. */
interface FlexSearchModule {
  readonly default: {
    readonly Index: new (options: { readonly encode: (text: string) => string[] }) => {
      add(id: number, text: string): void
      search(text: string, options: { readonly limit: number; readonly suggest: boolean }): readonly number[]
    }
  }
}

async function flexSearch(entries: readonly Answer[]) {
  const name = 'flexsearch'
  const loaded = await import(name).then(
    (module) => module as FlexSearchModule,
    () => undefined,
  )
  if (loaded === undefined) return undefined
  const index = new loaded.default.Index({ encode: (text) => piecesOf(text, 2) })
  entries.forEach(({ title, similar, keywords, answer }, at) => {
    index.add(at, [title, ...similar, ...keywords, answer].join(' '))
  })
  return (text: string) => entries[index.search(text, { limit: 1, suggest: true })[0] ?? -1]?.id
}

function sqliteTrigrams(entries: readonly Answer[]) {
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
  return Promise.resolve((text: string) => {
    const pieces = piecesOf(text, 3)
    if (pieces.length === 0) return undefined
    return find.get(pieces.map((piece) => `"${piece}"`).join(' OR ')) as string | undefined
  })
}
