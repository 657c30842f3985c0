import { expect, it } from 'vitest'
import { databaseAt } from '../support/migrated-database.ts'

it('migration 30 keeps the calls that are there, none of them with a recording', () => {
  const { database, upTo } = databaseAt(20)
  database.exec(
    `INSERT INTO calls (call_id, stream, started_at, phase, source, host_id) VALUES ('c', 1, '2026', 'ended', '{}', 'h')`,
  )
  upTo(30)
  expect(database.prepare('SELECT count(*) FROM calls').pluck().get()).toBe(1)
  expect(database.prepare('SELECT count(*) FROM call_audio').pluck().get()).toBe(0)
  database.prepare("INSERT INTO call_audio (call_id) VALUES ('c')").run()
  database.pragma('foreign_keys = ON')
  expect(() => database.prepare("INSERT INTO call_audio (call_id) VALUES ('nobody')").run()).toThrow(
    /FOREIGN KEY/,
  )
})
