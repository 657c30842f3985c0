import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useKey } from '../../src-main/core/store/encrypt-database.ts'
import { migrate, schemaVersion } from '../../src-main/core/store/migrate.ts'
import { migrations } from '../../src-main/core/store/migrations/index.ts'
import { openStore } from '../../src-main/core/store/open-store.ts'
import { databaseKey } from '../../src-main/core/store/store-key.ts'
import { testStoreKey } from '../support/store-key.ts'

const secret = '人民路八十号绿城小区'
const firstVersion = migrations[0]!.version
let directory: string
let path: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'seat-store-'))
  path = join(directory, 'seat.db')
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

/** The database of a client from before encryption, with a word in it that must not lie open. */
function makePlain(file = path): Database.Database {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  migrate(database, migrations.slice(0, 1), () => undefined)
  database.prepare('INSERT INTO settings VALUES (?, ?)').run('word', JSON.stringify(secret))
  return database
}

/** Files of the directory that begin as a plain database does, or in which the word can be read. */
function openToRead(): readonly string[] {
  return readdirSync(directory).filter((name) => {
    const bytes = readFileSync(join(directory, name))
    return bytes.includes('SQLite format 3') || bytes.includes(secret)
  })
}

function wordUnder(key: Buffer, file = path): unknown {
  const database = new Database(file)
  try {
    useKey(database, databaseKey(key))
    return database.prepare("SELECT value FROM settings WHERE key = 'word'").pluck().get()
  } finally {
    database.close()
  }
}

describe('a plain database of an earlier client', () => {
  it('is encrypted once, then migrated, and nothing plain stays beside it', () => {
    makePlain().close()
    expect(openToRead()).toEqual(['seat.db'])
    openStore(directory, testStoreKey).close()
    expect(openToRead()).toEqual([])
    expect(wordUnder(testStoreKey)).toBe(JSON.stringify(secret))
    const backups = readdirSync(directory).filter((name) => name.includes(`.before-${firstVersion}-`))
    expect(backups).toHaveLength(1)
    expect(wordUnder(testStoreKey, join(directory, backups[0]!))).toBe(JSON.stringify(secret))
  })

  it('brings along what lay in its log when its client was killed', () => {
    const killed = makePlain()
    copyFileSync(path, join(directory, 'kept.db'))
    copyFileSync(`${path}-wal`, join(directory, 'kept.db-wal'))
    killed.close()
    copyFileSync(join(directory, 'kept.db'), path)
    copyFileSync(join(directory, 'kept.db-wal'), `${path}-wal`)
    for (const name of ['kept.db', 'kept.db-wal']) rmSync(join(directory, name))
    openStore(directory, testStoreKey).close()
    expect(wordUnder(testStoreKey)).toBe(JSON.stringify(secret))
    expect(openToRead()).toEqual([])
  })

  it('takes the copies from before its migrations along', () => {
    makePlain().close()
    const copy = join(directory, 'seat.db.before-10-1700000000000')
    makePlain(copy).close()
    openStore(directory, testStoreKey).close()
    expect(wordUnder(testStoreKey, copy)).toBe(JSON.stringify(secret))
    expect(openToRead()).toEqual([])
  })

  it('is whole when the last attempt was cut off', () => {
    makePlain().close()
    writeFileSync(`${path}.encrypting`, 'half of it')
    openStore(directory, testStoreKey).close()
    expect(wordUnder(testStoreKey)).toBe(JSON.stringify(secret))
    expect(readdirSync(directory)).not.toContain('seat.db.encrypting')
  })

  it('from a newer client is refused and stays as it is', () => {
    const plain = makePlain()
    plain.pragma('user_version = 99990')
    plain.close()
    const before = readFileSync(path)
    expect(() => openStore(directory, testStoreKey)).toThrow(/更新的客户端/)
    expect(readFileSync(path)).toEqual(before)
  })
})

describe('an encrypted database', () => {
  it('keeps its log encrypted, too', () => {
    const store = openStore(directory, testStoreKey)
    store.settings.set('word', secret)
    expect(openToRead()).toEqual([])
    store.close()
  })

  it('under another key is refused in words, and not touched', () => {
    openStore(directory, testStoreKey).close()
    const before = readFileSync(path)
    expect(() => openStore(directory, Buffer.alloc(32, 9))).toThrow(/密钥与数据不符/)
    expect(readFileSync(path)).toEqual(before)
    openStore(directory, testStoreKey).close()
  })

  it('of which a page was changed is refused or found broken, never read wrong', () => {
    openStore(directory, testStoreKey).close()
    const bytes = readFileSync(path)
    bytes[2000]! ^= 1
    writeFileSync(path, bytes)
    expect(() => openStore(directory, testStoreKey)).toThrow(/损坏/)
  })

  it('is at the newest version after it was opened', () => {
    openStore(directory, testStoreKey).close()
    const database = new Database(path)
    useKey(database, databaseKey(testStoreKey))
    expect(schemaVersion(database)).toBe(migrations.at(-1)?.version)
    database.close()
  })
})
