import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { errorMessages } from '#shared/catalogue/errors.ts'
import { FailureError } from '#shared/base/result.ts'
import { storeKeyText } from '#shared/catalogue/store-key.ts'
import { AuditTrail } from './audit-trail.ts'
import { BoardStore } from './board-store.ts'
import { CallAudioStore } from './call-audio-store.ts'
import { CallStore } from './call-store.ts'
import { encryptPlainDatabases, useKey } from './encrypt-database.ts'
import { KnowledgeStore } from './knowledge/knowledge-store.ts'
import { MatterStore } from './matter-store.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { Outbox } from './outbox.ts'
import { RecordingStore } from './recording-store.ts'
import { ReviewStore } from './review-store.ts'
import { RulebookStore } from './rulebook-store.ts'
import { RuleVersionStore } from './rule-version-store.ts'
import { SettingStore } from './setting-store.ts'
import { databaseKey } from './store-key.ts'
import { TicketStore } from './ticket-store.ts'

/** The client's database: one object a table group, and the transaction that spans them. */
export interface Store {
  readonly calls: CallStore
  readonly callAudio: CallAudioStore
  readonly tickets: TicketStore
  readonly matters: MatterStore
  readonly audit: AuditTrail
  readonly outbox: Outbox
  readonly recordings: RecordingStore
  readonly knowledge: KnowledgeStore
  readonly board: BoardStore
  readonly reviews: ReviewStore
  readonly ruleVersions: RuleVersionStore
  readonly rulebook: RulebookStore
  readonly settings: SettingStore
  /** Runs `work` in one synchronous transaction: all of it is kept, or nothing. */
  readonly transaction: <T>(work: () => T) => T
  readonly close: () => void
}

/**
 * Opens (or creates) `seat.db` in a directory, encrypted with a key derived from the store's; a plain one of an earlier client
 * is encrypted first, then it is migrated. Throws a {@link FailureError} in the user's words for a database that is broken,
 * from a newer client or under another key; none of these is touched. `firstStream` is the first number of an audio stream: two
 * stores of one client must not give the same ones.
 */
export function openStore(directory: string, storeKey: Buffer, firstStream = 1): Store {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const database = open(directory, databaseKey(storeKey))
  return {
    calls: new CallStore(database, firstStream),
    callAudio: new CallAudioStore(database),
    tickets: new TicketStore(database),
    matters: new MatterStore(database),
    audit: new AuditTrail(database),
    outbox: new Outbox(database),
    recordings: new RecordingStore(database),
    knowledge: new KnowledgeStore(database),
    board: new BoardStore(database),
    reviews: new ReviewStore(database),
    ruleVersions: new RuleVersionStore(database),
    rulebook: new RulebookStore(database),
    settings: new SettingStore(database),
    transaction: (work) => runTransaction(database, work),
    close: () => database.close(),
  }
}

function open(directory: string, key: Buffer): Database.Database {
  const path = join(directory, 'seat.db')
  let database: Database.Database | undefined
  try {
    encryptPlainDatabases(directory, key, migrations)
    database = new Database(path)
    useKey(database, key)
    database.pragma('journal_mode = WAL')
    // WAL with NORMAL survives a killed process whole; only a power cut may lose the last moments.
    database.pragma('synchronous = NORMAL')
    database.pragma('foreign_keys = ON')
    migrate(database, migrations, (version) => {
      database?.prepare('VACUUM INTO ?').run(`${path}.before-${version}-${Date.now()}`)
    })
    return database
  } catch (error) {
    database?.close()
    throw openFailure(error)
  }
}

/** A wrong key and a file that is no database look the same: nothing can be read. */
function openFailure(error: unknown): unknown {
  const code = (error as { code?: string } | undefined)?.code
  if (code === 'SQLITE_NOTADB') return new FailureError('store-unreadable', storeKeyText.wrongOrBroken)
  if (code === 'SQLITE_CORRUPT') return new FailureError('store-broken', errorMessages.storeBroken)
  return storeFailure(error)
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
