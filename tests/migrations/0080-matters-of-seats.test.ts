import { expect, it } from 'vitest'
import { databaseAt } from '../support/migrated-database.ts'

it('migration 80 keeps the matters of this seat and makes room for those of others', () => {
  const { database, upTo } = databaseAt(70)
  database.exec(`
    INSERT INTO calls (call_id, stream, started_at, phase, source, host_id) VALUES ('c', 1, '2026', 'ended', '{}', 'h');
    INSERT INTO tickets (ticket_id, call_id, draft, state, saved_at) VALUES ('t', 'c', '{}', 'draft', '2026');
    INSERT INTO matters (ticket_id, at, body) VALUES ('t', 7, '{"road":"天河路"}');
    INSERT INTO matter_keys (key, at, ticket_id) VALUES ('phone:1', 7, 't');
  `)
  upTo(80)
  database.pragma('foreign_keys = ON')
  expect(database.prepare('SELECT * FROM matters').all()).toEqual([
    { ticket_id: 't', at: 7, body: '{"road":"天河路"}', number: null },
  ])
  expect(database.prepare('SELECT * FROM matter_keys').all()).toEqual([
    { key: 'phone:1', at: 7, ticket_id: 't' },
  ])
  // Another seat's ticket is not here.
  database.exec(`
    INSERT INTO matters (ticket_id, at, body, number) VALUES ('elsewhere', 8, '{}', '20261122-000001');
    INSERT INTO matter_keys (key, at, ticket_id) VALUES ('phone:2', 8, 'elsewhere');
    DELETE FROM matters WHERE ticket_id = 'elsewhere';
  `)
  expect(database.prepare('SELECT ticket_id FROM matter_keys').pluck().all()).toEqual(['t'])
  expect(() =>
    database.exec("INSERT INTO matter_keys (key, at, ticket_id) VALUES ('phone:3', 8, 'nobody')"),
  ).toThrow(/FOREIGN KEY/)
})
