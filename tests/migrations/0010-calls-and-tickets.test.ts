import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { useKey } from '../../src-main/core/store/encrypt-database.ts'
import { migrate, schemaVersion } from '../../src-main/core/store/migrate.ts'
import { migrations } from '../../src-main/core/store/migrations/index.ts'
import { openStore } from '../../src-main/core/store/open-store.ts'
import { databaseKey } from '../../src-main/core/store/store-key.ts'
import { testStoreKey } from '../support/store-key.ts'

function openWithKey(path: string): Database.Database {
  const database = new Database(path)
  useKey(database, databaseKey(testStoreKey))
  return database
}

const directory = (): string => mkdtempSync(join(tmpdir(), 'seat-store-'))

describe('migration 10', () => {
  it('makes strict tables in an empty database', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 1), () => undefined)
    expect(schemaVersion(database)).toBe(10)
    const tables = database
      .prepare(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
      )
      .all()
    expect(tables).toHaveLength(9)
    for (const table of tables) expect(table).toMatchObject({ strict: 1 })
  })
})

describe('migrating', () => {
  it('numbers go up and are taken once', () => {
    const versions = migrations.map(({ version }) => version)
    expect(versions).toEqual([...new Set(versions)].toSorted((left, right) => left - right))
    const database = new Database(':memory:')
    migrate(database, migrations, () => undefined)
    expect(() => migrate(database, migrations, () => undefined)).not.toThrow()
  })

  it('refuses a database from the future and leaves it as it is', () => {
    const place = directory()
    openStore(place, testStoreKey).close()
    const path = join(place, 'seat.db')
    const future = openWithKey(path)
    future.pragma('user_version = 99990')
    future.close()
    expect(() => openStore(place, testStoreKey)).toThrow(/更新的客户端/)
    const after = openWithKey(path)
    expect(schemaVersion(after)).toBe(99990)
    after.close()
  })

  it('backs up a database with data before it changes it, and undoes a migration that fails half-way', () => {
    const database = new Database(':memory:')
    migrate(database, migrations, () => undefined)
    const backups: number[] = []
    const broken = { version: 99_999, name: 'broken', sql: 'CREATE TABLE half (a); CREATE TABLE half (a);' }
    expect(() => migrate(database, [...migrations, broken], (from) => backups.push(from))).toThrow()
    expect(backups).toEqual([migrations.at(-1)?.version])
    expect(database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'half'").get()).toBeUndefined()
    expect(schemaVersion(database)).toBe(migrations.at(-1)?.version)
  })

  it('says what is wrong with a file that is no database, and does not overwrite it', () => {
    const place = directory()
    writeFileSync(join(place, 'seat.db'), 'this is no database, it is somebody’s letter'.repeat(50))
    expect(() => openStore(place, testStoreKey)).toThrow(/损坏/)
    expect(readdirSync(place)).toContain('seat.db')
  })
})
