import { databaseFromTheFutureText } from '#shared/catalogue/central-refusals.ts'
import type { Database } from './database.ts'
import { seats } from './migrations/10-seats.ts'
import { tickets } from './migrations/20-tickets.ts'
import { knowledge } from './migrations/30-knowledge.ts'
import { reviews } from './migrations/40-reviews.ts'
import { rulebook } from './migrations/50-rulebook.ts'
import { reviewRetention } from './migrations/60-review-retention.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
}

/** In order; a released one is never changed, only followed. Steps of ten leave room for a fix between two. */
export const migrations: readonly Migration[] = [
  { number: 10, name: 'seats', sql: seats },
  { number: 20, name: 'tickets', sql: tickets },
  { number: 30, name: 'knowledge', sql: knowledge },
  { number: 40, name: 'reviews', sql: reviews },
  { number: 50, name: 'rulebook', sql: rulebook },
  { number: 60, name: 'review-retention', sql: reviewRetention },
]

/** The database was written by a newer version; working on it could destroy what this one does not know. */
export class DatabaseFromTheFutureError extends Error {
  constructor(found: number, known: number) {
    super(databaseFromTheFutureText(found, known))
    this.name = 'DatabaseFromTheFutureError'
  }
}

/** Any constant will do; it keeps two servers from migrating one database at once. */
const migrationLock = 12_345_001

/** Brings the database to this version, each migration in a transaction of its own. */
export async function migrate(database: Database, known: readonly Migration[] = migrations): Promise<void> {
  await database.transaction(async (queries) => {
    await queries.execute(`select pg_advisory_xact_lock(${String(migrationLock)})`)
    await queries.execute(`
      create table if not exists schema_migrations (
        number     integer primary key,
        name       text not null,
        applied_at timestamptz not null default now()
      )`)
  })
  const latest = known.at(-1)?.number ?? 0
  const [newest] = await database.query<{ number: number | null }>(
    'select max(number) as number from schema_migrations',
  )
  const found = newest?.number ?? 0
  if (found > latest) throw new DatabaseFromTheFutureError(found, latest)
  for (const migration of known) await applyOnce(database, migration)
}

function applyOnce(database: Database, migration: Migration): Promise<void> {
  return database.transaction(async (queries) => {
    await queries.execute(`select pg_advisory_xact_lock(${String(migrationLock)})`)
    const applied = await queries.query('select 1 from schema_migrations where number = $1', [
      migration.number,
    ])
    if (applied.length > 0) return
    await queries.execute(migration.sql)
    await queries.query('insert into schema_migrations (number, name) values ($1, $2)', [
      migration.number,
      migration.name,
    ])
  })
}
