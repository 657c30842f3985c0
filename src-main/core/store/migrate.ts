import type { Database } from 'better-sqlite3'
import { errorMessages } from '#shared/catalogue/errors.ts'
import { FailureError } from '#shared/base/result.ts'

export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** The version a database is at (`PRAGMA user_version`). */
export function schemaVersion(database: Database): number {
  return database.pragma('user_version', { simple: true }) as number
}

/** Throws for a database from a newer client. */
export function refuseFuture(database: Database, migrations: readonly Migration[]): void {
  const from = schemaVersion(database)
  const newest = migrations.at(-1)?.version ?? 0
  if (from > newest) {
    throw new FailureError('store-from-future', errorMessages.storeFromFuture(from, newest))
  }
}

/**
 * Brings a database up to the newest migration, each in one transaction of its own. `backup` is called once before the first
 * one that touches a database with data in it. A database from the future is refused and left as it is.
 */
export function migrate(
  database: Database,
  migrations: readonly Migration[],
  backup: (fromVersion: number) => void,
): void {
  refuseFuture(database, migrations)
  const from = schemaVersion(database)
  const due = migrations.filter((migration) => migration.version > from)
  if (due.length > 0 && from > 0) backup(from)
  for (const migration of due) {
    database.transaction(() => {
      database.exec(migration.sql)
      database.pragma(`user_version = ${migration.version}`)
    })()
  }
}
