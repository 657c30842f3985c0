import type { Database } from 'better-sqlite3'
import type { RulebookRevision } from '#shared/domain/review/rulebook.ts'
import type { ScorecardItem } from '#shared/domain/review/scorecard.ts'

/** The scorecard's items from a time on. */
export interface DatedItems {
  /** Ms of the epoch; 0 for the first. */
  readonly since: number
  readonly items: readonly ScorecardItem[]
}

/** Changed rules and scorecards (规则、评分表), and the scorecards that were in use one after another. */
export class RulebookStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Oldest first. */
  revisions(): readonly RulebookRevision[] {
    const rows = this.#database.prepare('SELECT body FROM rulebook_revisions ORDER BY position').pluck()
    return (rows.all() as string[]).map((body) => JSON.parse(body) as RulebookRevision)
  }

  /** Adds a revision; true if it is new. */
  add(revision: RulebookRevision): boolean {
    const { changes } = this.#database
      .prepare('INSERT OR IGNORE INTO rulebook_revisions (position, body) VALUES (?, ?)')
      .run(revision.position, JSON.stringify(revision))
    return changes > 0
  }

  /** Oldest first. */
  scorecards(): readonly DatedItems[] {
    const rows = this.#database.prepare('SELECT since, items FROM scorecards ORDER BY since').all() as {
      since: number
      items: string
    }[]
    return rows.map(({ since, items }) => ({ since, items: JSON.parse(items) as ScorecardItem[] }))
  }

  /** Another scorecard is in use from then on; what is known of that moment stays. */
  addScorecard({ since, items }: DatedItems): void {
    this.#database
      .prepare('INSERT OR IGNORE INTO scorecards (since, items) VALUES (?, ?)')
      .run(since, JSON.stringify(items))
  }
}
