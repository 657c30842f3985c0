import type { Database } from 'better-sqlite3'
import type { EntryFilter } from '#shared/contract/knowledge-contract.ts'
import type { EntryList, EntryRow } from '#shared/contract/knowledge-views.ts'
import type { EntryState } from '#shared/domain/knowledge/entry.ts'
import type { EntryWords } from './entry-words.ts'
import { pairQuery } from './word-pairs.ts'

export type EntryOrder = 'changed' | 'title' | 'expires' | 'read' | 'marked'

/** Who asks, and when: some filters depend on it. */
export interface ListContext {
  readonly staffNumber: string
  /** `YYYY-MM-DD`, `days` from today. */
  readonly dayAfter: (days: number) => string
}

interface ListRow extends Omit<
  EntryRow,
  'version' | 'effective' | 'expires' | 'changedAt' | 'changedBy' | 'returned' | 'draftHere'
> {
  returned: number
  draftHere: number
  version: string | null
  effective: string | null
  expires: string | null
  changedAt: string | null
  changedBy: string | null
}

/** What conditions and orders may need beside the entry itself; a count leaves out what it does not. */
const joins = {
  draft: 'LEFT JOIN knowledge_drafts draft ON draft.entry_id = entry.entry_id',
  adoption: `LEFT JOIN knowledge_adoption adoption
    ON adoption.entry_id = entry.entry_id AND adoption.version = entry.version`,
  text: 'JOIN knowledge_texts text ON text.entry_id = entry.entry_id',
} as const
type Join = keyof typeof joins

function from(...needed: readonly Join[]): string {
  return `FROM knowledge_entries entry ${[...new Set(needed)].map((name) => joins[name]).join(' ')}`
}

const columns = `
  entry.entry_id AS entryId, origin, title, category, state, revision, entry.version, effective, entry.expires,
  changed_at AS changedAt, changed_by AS changedBy, characters, returned, draft.entry_id IS NOT NULL AS draftHere,
  coalesce(read, 0) AS read, coalesce(wrong, 0) AS wrong, coalesce(adoption.expired, 0) AS expired`

const withPairs = `entry.entry_id IN (SELECT entry_id FROM knowledge_indexed
  WHERE id IN (SELECT rowid FROM knowledge_pairs WHERE knowledge_pairs MATCH ?))`

const orders: Readonly<Record<EntryOrder, string>> = {
  changed: 'changed_at DESC, entry.entry_id',
  title: 'title, entry.entry_id',
  expires: 'entry.expires IS NULL, entry.expires, entry.entry_id',
  read: 'coalesce(read, 0) DESC, entry.entry_id',
  marked: 'coalesce(wrong, 0) + coalesce(adoption.expired, 0) DESC, changed_at DESC, entry.entry_id',
}

/** Asks the list of entries (知识列表). */
export class EntryListQueries {
  readonly #database: Database
  readonly #words: EntryWords

  constructor(database: Database, words: EntryWords) {
    this.#database = database
    this.#words = words
  }

  page(
    filter: EntryFilter & { readonly order: EntryOrder; readonly offset: number; readonly limit: number },
    context: ListContext,
  ): EntryList {
    this.#words.complete()
    const { where, values, needed } = conditions(filter, context)
    const rows = this.#database
      .prepare(
        `SELECT ${columns} ${from('draft', 'adoption', ...needed)} ${where}
         ORDER BY ${orders[filter.order]} LIMIT ? OFFSET ?`,
      )
      .all(...values, filter.limit, filter.offset) as ListRow[]
    const total = this.#database
      .prepare(`SELECT count(*) ${from(...needed)} ${where}`)
      .pluck()
      .get(...values) as number
    return { rows: rows.map(toRow), total, states: this.#states() }
  }

  ids(filter: EntryFilter, context: ListContext): string[] {
    this.#words.complete()
    const { where, values, needed } = conditions(filter, context)
    return this.#database
      .prepare(`SELECT entry.entry_id ${from(...needed)} ${where} ORDER BY ${orders.changed}`)
      .pluck()
      .all(...values) as string[]
  }

  categories(): { category: string; entries: number }[] {
    return this.#database
      .prepare(
        `SELECT category, count(*) AS entries FROM knowledge_entries WHERE state <> 'retired'
         GROUP BY category ORDER BY category`,
      )
      .all() as { category: string; entries: number }[]
  }

  #states(): Record<EntryState, number> {
    const counted = this.#database
      .prepare('SELECT state, count(*) AS entries FROM knowledge_entries GROUP BY state')
      .all() as { state: EntryState; entries: number }[]
    const none = { draft: 0, review: 0, published: 0, retired: 0 }
    return { ...none, ...Object.fromEntries(counted.map(({ state, entries }) => [state, entries])) }
  }
}

function conditions(
  filter: EntryFilter,
  { staffNumber, dayAfter }: ListContext,
): {
  readonly where: string
  readonly values: readonly (string | number)[]
  readonly needed: readonly Join[]
} {
  const needed: Join[] = []
  const all: { sql: string; values: readonly (string | number)[] }[] = []
  const add = (sql: string, ...values: (string | number)[]): unknown => all.push({ sql, values })
  for (const word of filter.text.toLowerCase().split(/\s+/u).filter(Boolean)) {
    const pairs = pairQuery(word)
    if (pairs === undefined) {
      needed.push('text')
      add('instr(words, ?) > 0', word)
    } else add(withPairs, pairs)
  }
  if (filter.states.length > 0) {
    add(`state IN (${filter.states.map(() => '?').join(', ')})`, ...filter.states)
  }
  if (filter.category !== '') {
    // Itself and all below it: what begins with "category/" stands before "category0" in every order of the index.
    add(
      '(category = ? OR (category > ? AND category < ?))',
      filter.category,
      `${filter.category}/`,
      `${filter.category}0`,
    )
  }
  if (filter.expiringDays !== undefined) add('entry.expires <= ?', dayAfter(filter.expiringDays))
  if (filter.marked) needed.push('adoption')
  if (filter.draftHere) needed.push('draft')
  if (filter.marked) add('coalesce(wrong, 0) + coalesce(adoption.expired, 0) > 0')
  if (filter.draftHere) add('draft.entry_id IS NOT NULL')
  if (filter.mayApprove) {
    add(`state = 'review' AND NOT EXISTS (SELECT 1 FROM json_each(authors) WHERE value = ?)`, staffNumber)
  }
  const where = all.length === 0 ? '' : `WHERE ${all.map(({ sql }) => sql).join(' AND ')}`
  return { where, values: all.flatMap(({ values }) => values), needed }
}

function toRow({ version, effective, expires, changedAt, changedBy, ...row }: ListRow): EntryRow {
  return {
    ...row,
    returned: row.returned === 1,
    draftHere: row.draftHere === 1,
    ...(version === null ? {} : { version }),
    ...(effective === null ? {} : { effective }),
    ...(expires === null ? {} : { expires }),
    ...(changedAt === null ? {} : { changedAt }),
    ...(changedBy === null ? {} : { changedBy }),
  }
}
