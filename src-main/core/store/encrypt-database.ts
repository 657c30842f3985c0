import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Migration } from './migrate.ts'
import { refuseFuture, schemaVersion } from './migrate.ts'

const plainHeader = 'SQLite format 3\0'

/** SQLCipher 4's format (AES-256, every page authenticated), with the key itself instead of a passphrase. Before any other pragma. */
export function useKey(database: Database.Database, key: Buffer): void {
  useCipher(database)
  database.pragma(`key = ${literal(key)}`)
}

/**
 * Encrypts the plain database of an earlier client, and the copies that were made before its migrations. Each is copied,
 * encrypted, read back and only then put in the plain one's place: whenever this is cut off, one of the two is whole. A
 * database from a newer client is refused and left as it is.
 */
export function encryptPlainDatabases(
  directory: string,
  key: Buffer,
  migrations: readonly Migration[],
): void {
  const path = join(directory, 'seat.db')
  if (existsSync(path) && isPlain(path)) encrypt(path, key, migrations)
  for (const name of readdirSync(directory).filter((entry) => /^seat\.db\.before-[\d-]+$/.test(entry))) {
    const copy = join(directory, name)
    try {
      if (isPlain(copy)) encrypt(copy, key, migrations)
    } catch {
      // A copy that cannot be read, or finds no room now, must not keep the seat from starting; the next start tries again.
    }
  }
}

function encrypt(path: string, key: Buffer, migrations: readonly Migration[]): void {
  const copy = `${path}.encrypting`
  rmSync(copy, { force: true })
  const version = withDatabase(path, (database) => {
    refuseFuture(database, migrations)
    // What lies beside it in the log is brought in; a log left behind would be taken for the new file's.
    database.pragma('journal_mode = DELETE')
    database.prepare('VACUUM INTO ?').run(copy)
    return schemaVersion(database)
  })
  withDatabase(copy, (database) => {
    useCipher(database)
    database.pragma(`rekey = ${literal(key)}`)
  })
  withDatabase(copy, (database) => {
    useKey(database, key)
    const check = database.pragma('quick_check', { simple: true })
    if (check !== 'ok' || schemaVersion(database) !== version)
      throw new Error(`encrypted copy: ${String(check)}`)
  })
  synchronise(copy)
  renameSync(copy, path)
}

function withDatabase<T>(path: string, work: (database: Database.Database) => T): T {
  const database = new Database(path)
  try {
    return work(database)
  } finally {
    database.close()
  }
}

function useCipher(database: Database.Database): void {
  database.pragma("cipher = 'sqlcipher'")
  database.pragma('legacy = 4')
}

function literal(key: Buffer): string {
  return `"x'${key.toString('hex')}'"`
}

function isPlain(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(plainHeader.length)
    readSync(file, head, 0, head.length, 0)
    return head.toString('latin1') === plainHeader
  } finally {
    closeSync(file)
  }
}

function synchronise(path: string): void {
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
}
