import { expect, it } from 'vitest'
import { databaseAt } from '../support/migrated-database.ts'

it('migration 40 keeps the tickets that are there, and a matter goes with its ticket', () => {
  const { database, upTo } = databaseAt(30)
  database.exec(`
    INSERT INTO calls (call_id, stream, started_at, phase, source, host_id) VALUES ('c', 1, '2026', 'ended', '{}', 'h');
    INSERT INTO tickets (ticket_id, call_id, draft, state, saved_at) VALUES ('t', 'c', '{}', 'draft', '2026');
  `)
  upTo(40)
  database.pragma('foreign_keys = ON')
  const count = (table: string): unknown => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
  expect([count('tickets'), count('matters'), count('matter_keys')]).toEqual([1, 0, 0])
  database.exec(`
    INSERT INTO matters (ticket_id, at, body) VALUES ('t', 1, '{}');
    INSERT INTO matter_keys (key, at, ticket_id) VALUES ('phone:1', 1, 't');
  `)
  expect(() => database.exec("INSERT INTO matters (ticket_id, at, body) VALUES ('nobody', 1, '{}')")).toThrow(
    /FOREIGN KEY/,
  )
  database.exec("DELETE FROM tickets WHERE ticket_id = 't'")
  expect([count('matters'), count('matter_keys')]).toEqual([0, 0])
})
