import {
  DatabaseUnavailableError,
  type Database,
  type DatabaseKind,
  type Queries,
  type SqlValue,
} from './database.ts'

export interface OpeningOptions {
  readonly kind: DatabaseKind
  /** Opens and prepares the database; tried again where it throws. */
  readonly open: () => Promise<Database>
  /** Pause before it is tried again; each further one is twice as long, up to sixteen times this. */
  readonly retryMs: number
  /** Told of each failure; returns false where trying again makes no sense. */
  readonly onFailure: (error: unknown) => boolean
}

/**
 * A database that is there at once and works once it is open: until then every use throws {@link DatabaseUnavailableError},
 * so that the server can listen, and clients simply retry, while PGlite starts or PostgreSQL is away.
 */
export class OpeningDatabase implements Database {
  readonly kind: DatabaseKind
  /** Resolves when the database is open or will never be. */
  readonly settled: Promise<void>
  readonly #options: OpeningOptions
  #database: Database | undefined
  #closed = false
  #wake: (() => void) | undefined

  constructor(options: OpeningOptions) {
    this.kind = options.kind
    this.#options = options
    this.settled = this.#open()
  }

  query<Row>(sql: string, values?: readonly SqlValue[]): Promise<readonly Row[]> {
    return this.#use((database) => database.query<Row>(sql, values))
  }

  execute(sql: string): Promise<void> {
    return this.#use((database) => database.execute(sql))
  }

  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.#use((database) => database.transaction(work))
  }

  /** Waits for a start under way: PGlite must not be cut off in the middle of one. */
  async close(): Promise<void> {
    this.#closed = true
    this.#wake?.()
    await this.settled
    await this.#database?.close()
    this.#database = undefined
  }

  async #use<T>(work: (database: Database) => Promise<T>): Promise<T> {
    if (this.#database === undefined || this.#closed) throw new DatabaseUnavailableError()
    return work(this.#database)
  }

  async #open(): Promise<void> {
    for (let failures = 0; !this.#closed; failures += 1) {
      try {
        this.#database = await this.#options.open()
        return
      } catch (error) {
        if (!this.#options.onFailure(error)) return
        await this.#pause(this.#options.retryMs * 2 ** Math.min(failures, 4))
      }
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
