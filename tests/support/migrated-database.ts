import Database from 'better-sqlite3'
import { migrate } from '../../src-main/core/store/migrate.ts'
import { migrations } from '../../src-main/core/store/migrations/index.ts'

export interface MigratedDatabase {
  readonly database: Database.Database
  /** Runs the migrations that are missing, up to this one. */
  readonly upTo: (version: number) => void
}

/** A database in memory as migration `version` leaves it. */
export function databaseAt(version: number): MigratedDatabase {
  const database = new Database(':memory:')
  const upTo = (last: number): void =>
    migrate(
      database,
      migrations.filter((migration) => migration.version <= last),
      () => undefined,
    )
  upTo(version)
  return { database, upTo }
}
