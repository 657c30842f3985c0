import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../src-main/core/store/migrate.ts'
import { migrations } from '../../src-main/core/store/migrations/index.ts'

it('migration 30 keeps the calls that are there, none of them with a recording', () => {
  const database = new Database(':memory:')
  migrate(
    database,
    migrations.filter(({ version }) => version < 30),
    () => undefined,
  )
  database.exec(
    `INSERT INTO calls (call_id, stream, started_at, phase, source, host_id) VALUES ('c', 1, '2026', 'ended', '{}', 'h')`,
  )
  migrate(
    database,
    migrations.filter(({ version }) => version <= 30),
    () => undefined,
  )
  expect(database.prepare('SELECT count(*) FROM calls').pluck().get()).toBe(1)
  expect(database.prepare('SELECT count(*) FROM call_audio').pluck().get()).toBe(0)
  database.prepare("INSERT INTO call_audio (call_id) VALUES ('c')").run()
  database.pragma('foreign_keys = ON')
  expect(() => database.prepare("INSERT INTO call_audio (call_id) VALUES ('nobody')").run()).toThrow(
    /FOREIGN KEY/,
  )
})
