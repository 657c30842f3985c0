import { expect, it } from 'vitest'
import { databaseAt } from '../support/migrated-database.ts'

it('migration 60 keeps flags as those of an unknown version that the seat saw, and takes reviews', () => {
  const { database, upTo } = databaseAt(50)
  database.exec(`
    INSERT INTO calls (call_id, stream, started_at, phase, source, host_id) VALUES ('c', 1, '2026', 'ended', '{}', 'h');
    INSERT INTO flags (call_id, turn, rule, body) VALUES ('c', 0, 'shirking', '{}');
  `)
  upTo(60)
  database.pragma('foreign_keys = ON')
  expect(database.prepare('SELECT version, silent, dismissed FROM flags').all()).toEqual([
    { version: '', silent: 0, dismissed: 0 },
  ])
  database.exec(`
    INSERT INTO call_staff (call_id, staff_number, staff_name, team) VALUES ('c', '8031', '梁雪', '');
    INSERT INTO review_events (id, call_id, at, body, sent) VALUES ('e', 'of another seat', '2026', '{}', 0);
  `)
  expect(() =>
    database.exec("INSERT INTO rule_versions (rule, version, since, state) VALUES ('r', 'v', '2026', 'new')"),
  ).toThrow(/CHECK/)
  database.exec("DELETE FROM calls WHERE call_id = 'c'")
  const count = (table: string): unknown => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
  // What was done in a review outlives the call.
  expect([count('call_staff'), count('review_events')]).toEqual([0, 1])
})
