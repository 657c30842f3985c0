import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../src-main/core/store/migrate.ts'
import { migrations } from '../../src-main/core/store/migrations/index.ts'

it('migration 70 takes versions of rules and scorecards, and keeps which rules were tried', () => {
  const database = new Database(':memory:')
  const upTo = (version: number): void =>
    migrate(
      database,
      migrations.filter((migration) => migration.version <= version),
      () => undefined,
    )
  upTo(60)
  database.exec(
    "INSERT INTO rule_versions (rule, version, since, state) VALUES ('shirking', 'v', '2026', 'active')",
  )
  upTo(70)
  expect(database.prepare('SELECT rule, state FROM rule_versions').all()).toEqual([
    { rule: 'shirking', state: 'active' },
  ])
  database.exec(`
    INSERT INTO rulebook_revisions (position, body) VALUES (1, '{}');
    INSERT INTO scorecards (since, items) VALUES (0, '[]');
  `)
  expect(() => database.exec("INSERT INTO rulebook_revisions (position, body) VALUES (1, '{}')")).toThrow(
    /UNIQUE/,
  )
  expect(() => database.exec("INSERT INTO scorecards (since, items) VALUES ('today', '[]')")).toThrow(
    /mismatch/,
  )
})
