/** What a statement may be given; JSON goes in as text. */
export type SqlValue = string | number | boolean | Date | null | readonly string[]

export interface Queries {
  /** Runs one statement with `$1…` parameters and returns its rows. */
  query<Row>(sql: string, values?: readonly SqlValue[]): Promise<readonly Row[]>
  /** Runs several statements without parameters. */
  execute(sql: string): Promise<void>
}

export type DatabaseKind = 'postgresql' | 'pglite'

/** The little of PostgreSQL that the central API uses, whoever serves it. */
export interface Database extends Queries {
  readonly kind: DatabaseKind
  /** Commits what `work` did, or rolls it back where it throws. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The database is away, still starting, or too busy: the same request may succeed later. */
export class DatabaseUnavailableError extends Error {
  constructor(cause?: unknown) {
    super('database unavailable', { cause })
    this.name = 'DatabaseUnavailableError'
  }
}
