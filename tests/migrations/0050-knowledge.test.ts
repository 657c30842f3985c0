import { expect, it } from 'vitest'
import { databaseAt } from '../support/migrated-database.ts'

it('migration 50 keeps what is there and makes room for the shared knowledge base', () => {
  const { database, upTo } = databaseAt(40)
  database.exec(`
    INSERT INTO calls (call_id, stream, started_at, phase, source, host_id) VALUES ('c', 1, '2026', 'ended', '{}', 'h');
    INSERT INTO tickets (ticket_id, call_id, draft, state, saved_at) VALUES ('t', 'c', '{}', 'draft', '2026');
    INSERT INTO settings VALUES ('identity', '{}');
  `)
  upTo(50)
  const count = (table: string): unknown => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
  expect(['tickets', 'settings', 'published_answers', 'knowledge_entries'].map(count)).toEqual([1, 1, 0, 0])
  database.exec(`
    INSERT INTO published_answers VALUES ('a', 1, NULL, '{}');
    INSERT INTO knowledge_drafts (entry_id, number, base_revision, content, saved_at) VALUES ('a', 1, 0, '{}', '2026');
    INSERT INTO knowledge_adoption VALUES ('a', '1', 0, 0, 0, '[]');
    INSERT INTO knowledge_signals (id, at, body) VALUES ('s', '2026', '{}');
  `)
  expect(database.prepare('SELECT sent FROM knowledge_signals').pluck().get()).toBe(0)
  const strange =
    "INSERT INTO knowledge_entries VALUES ('a', 'moon', '', '', '', 0, NULL, NULL, NULL, NULL, NULL, '[]', 0, 0)"
  expect(() => database.exec(strange)).toThrow(/CHECK/)
})
