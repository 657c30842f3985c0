import type { Database } from 'better-sqlite3'
import type { Adoption, Signal, Unanswered } from '#shared/contract/central-knowledge.ts'

/** What this seat tells of answers, and what the centre tells of all seats. */
export class SignalStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  add(signal: Signal): void {
    this.#database
      .prepare('INSERT INTO knowledge_signals (id, at, body) VALUES (?, ?, ?)')
      .run(signal.id, signal.at, JSON.stringify(signal))
  }

  unsent(limit: number): readonly Signal[] {
    const bodies = this.#database
      .prepare('SELECT body FROM knowledge_signals WHERE sent = 0 ORDER BY at LIMIT ?')
      .pluck()
      .all(limit) as string[]
    return bodies.map((body) => JSON.parse(body) as Signal)
  }

  sent(signals: readonly Signal[]): void {
    const mark = this.#database.prepare('UPDATE knowledge_signals SET sent = 1 WHERE id = ?')
    for (const { id } of signals) mark.run(id)
  }

  /** Forgets what was sent before `at`. */
  forget(at: string): void {
    this.#database.prepare('DELETE FROM knowledge_signals WHERE sent = 1 AND at < ?').run(at)
  }

  /** Questions without an answer at this seat since `at`, the most asked first. */
  unanswered(since: string): readonly Unanswered[] {
    return this.#database
      .prepare(
        `SELECT body ->> 'text' AS text, count(*) AS asked, max(at) AS lastAt FROM knowledge_signals
         WHERE body ->> 'kind' = 'unanswered' AND at >= ? GROUP BY text ORDER BY asked DESC, lastAt DESC`,
      )
      .all(since) as Unanswered[]
  }

  dropQuestions(texts: readonly string[]): void {
    const drop = this.#database.prepare(
      `DELETE FROM knowledge_signals WHERE sent = 1 AND body ->> 'kind' = 'unanswered' AND body ->> 'text' = ?`,
    )
    for (const text of texts) drop.run(text)
  }

  putAdoption({ entryId, version, read, wrong, expired, marks }: Adoption): void {
    this.#database
      .prepare(
        `INSERT OR REPLACE INTO knowledge_adoption (entry_id, version, read, wrong, expired, marks)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(entryId, version, read, wrong, expired, JSON.stringify(marks))
  }

  adoption(entryId: string, version: string): Pick<Adoption, 'read' | 'marks'> {
    const row = this.#database
      .prepare('SELECT read, marks FROM knowledge_adoption WHERE entry_id = ? AND version = ?')
      .get(entryId, version) as { read: number; marks: string } | undefined
    return { read: row?.read ?? 0, marks: JSON.parse(row?.marks ?? '[]') as Adoption['marks'] }
  }
}
