import type { Database } from 'better-sqlite3'

export interface RuleVersion {
  readonly rule: string
  readonly version: string
  /** ISO; when it was first seen. */
  readonly since: string
  readonly state: 'active' | 'trial'
}

/** The versions of wording rules that this client has met, and which of them are on trial (试运行). */
export class RuleVersionStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  isEmpty(): boolean {
    return this.#database.prepare('SELECT 1 FROM rule_versions LIMIT 1').get() === undefined
  }

  get(rule: string, version: string): RuleVersion | undefined {
    return this.#database
      .prepare('SELECT * FROM rule_versions WHERE rule = ? AND version = ?')
      .get(rule, version) as RuleVersion | undefined
  }

  /** Adds a version; one that is known stays as it is. */
  add({ rule, version, since, state }: RuleVersion): void {
    this.#database
      .prepare('INSERT OR IGNORE INTO rule_versions (rule, version, since, state) VALUES (?, ?, ?, ?)')
      .run(rule, version, since, state)
  }

  activate(rule: string, version: string): void {
    this.#database
      .prepare("UPDATE rule_versions SET state = 'active' WHERE rule = ? AND version = ?")
      .run(rule, version)
  }
}
