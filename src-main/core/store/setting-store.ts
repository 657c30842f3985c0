import type { Database } from 'better-sqlite3'
import type * as z from 'zod'

/** Small values that outlive the program, as JSON by key. */
export class SettingStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** The value, or undefined where there is none or it does not fit the schema any more. */
  get<Schema extends z.ZodType>(key: string, schema: Schema): z.output<Schema> | undefined {
    const row = this.#database.prepare('SELECT value FROM settings WHERE key = ?').get(key) as
      { value: string } | undefined
    if (row === undefined) return undefined
    const parsed = schema.safeParse(JSON.parse(row.value))
    return parsed.success ? parsed.data : undefined
  }

  set(key: string, value: unknown): void {
    this.#database.prepare('INSERT OR REPLACE INTO settings VALUES (?, ?)').run(key, JSON.stringify(value))
  }
}
