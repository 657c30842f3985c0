import { expect, it } from 'vitest'
import { databaseAt } from '../support/migrated-database.ts'

it('migration 70 takes versions of rules and scorecards, and keeps which rules were tried', () => {
  const { database, upTo } = databaseAt(60)
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
