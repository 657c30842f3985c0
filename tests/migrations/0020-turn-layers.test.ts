import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { CallStore } from '../../src-main/core/store/call-store.ts'
import { migrate, schemaVersion } from '../../src-main/core/store/migrate.ts'
import { migrations } from '../../src-main/core/store/migrations/index.ts'

describe('migration 20', () => {
  it('keeps the turns of before as words that were streamed', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 1), () => undefined)
    database.exec(`
      INSERT INTO calls (call_id, stream, started_at, phase, source, host_id)
        VALUES ('c1', 1, '2026-11-21T09:00:00+08:00', 'ended', '{"kind":"capture","channels":["seat"]}', 'h');
      INSERT INTO turns (call_id, turn, speaker, start_ms, end_ms, text, recovered)
        VALUES ('c1', 0, 'citizen', 0, 900, '我家停水', 1);
    `)
    migrate(database, migrations.slice(0, 2), () => undefined)
    expect(schemaVersion(database)).toBe(20)
    const store = new CallStore(database)
    expect(store.turnLayers('c1')).toEqual([
      {
        index: 0,
        speaker: 'citizen',
        startMs: 0,
        endMs: 900,
        recovered: true,
        streamed: { text: '我家停水' },
        corrections: [],
        decided: false,
      },
    ])
    expect(store.turns('c1')[0]).toMatchObject({ text: '我家停水', corrections: [] })
  })
})
