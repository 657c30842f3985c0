import type { Database, Queries } from '../database/database.ts'

/** Any constant will do; see {@link inWriteTurn}. */
const knowledgeLock = 12_345_003

/**
 * Writers of knowledge take turns. Stamps and increments then become visible in their order: a reader who asks for what is
 * newer than 7 never misses an 8 that was committed after a 9.
 */
export function inWriteTurn<T>(database: Database, work: (queries: Queries) => Promise<T>): Promise<T> {
  return database.transaction(async (queries) => {
    await queries.execute(`select pg_advisory_xact_lock(${String(knowledgeLock)})`)
    return work(queries)
  })
}

/** The next stamp; only within a write turn. */
export async function nextStamp(queries: Queries): Promise<number> {
  const [row] = await queries.query<{ last: number }>(
    'update knowledge_stamps set last = last + 1 returning last',
  )
  if (row === undefined) throw new Error('the row of knowledge_stamps is missing')
  return row.last
}
