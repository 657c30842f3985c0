import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { errorMessages } from '#shared/catalogue/errors.ts'
import { FailureError } from '#shared/base/result.ts'
import { AuditTrail } from './audit-trail.ts'
import { CallStore } from './call-store.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { Outbox } from './outbox.ts'
import { RecordingStore } from './recording-store.ts'
import { SettingStore } from './setting-store.ts'
import { TicketStore } from './ticket-store.ts'

/** The client's database: one object a table group, and the transaction that spans them. */
export interface Store {
  readonly calls: CallStore
  readonly tickets: TicketStore
  readonly audit: AuditTrail
  readonly outbox: Outbox
  readonly recordings: RecordingStore
  readonly settings: SettingStore
  /** Runs `work` in one synchronous transaction: all of it is kept, or nothing. */
  readonly transaction: <T>(work: () => T) => T
  readonly close: () => void
}

/**
 * Opens (or creates) `seat.db` in a directory, migrating it first. Throws a {@link FailureError} in the user's words for a
 * database that is broken or from a newer client; neither is touched.
 */
export function openStore(directory: string): Store {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, 'seat.db')
  const database = new Database(path)
  try {
    database.pragma('journal_mode = WAL')
    // WAL with NORMAL survives a killed process whole; only a power cut may lose the last moments.
    database.pragma('synchronous = NORMAL')
    database.pragma('foreign_keys = ON')
    migrate(database, migrations, (version) => {
      database.prepare('VACUUM INTO ?').run(`${path}.before-${version}-${Date.now()}`)
    })
  } catch (error) {
    database.close()
    const code = (error as { code?: string }).code
    if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
      throw new FailureError('store-broken', errorMessages.storeBroken)
    }
    throw storeFailure(error)
  }
  return {
    calls: new CallStore(database),
    tickets: new TicketStore(database),
    audit: new AuditTrail(database),
    outbox: new Outbox(database),
    recordings: new RecordingStore(database),
    settings: new SettingStore(database),
    transaction: (work) => runTransaction(database, work),
    close: () => database.close(),
  }
}

function runTransaction<T>(database: Database.Database, work: () => T): T {
  try {
    return database.transaction(work)()
  } catch (error) {
    throw storeFailure(error)
  }
}

/** A full disk in the user's words; every other error as it is. */
export function storeFailure(error: unknown): unknown {
  const code = (error as { code?: string } | undefined)?.code
  return code === 'SQLITE_FULL' ? new FailureError('disk-full', errorMessages.diskFull) : error
}
