import type { FastifyBaseLogger } from 'fastify'
import type { Database } from './database/database.ts'
import { DatabaseFromTheFutureError, migrate } from './database/migrate.ts'
import { OpeningDatabase } from './database/opening-database.ts'
import { openPglite } from './database/pglite.ts'
import { openPostgres } from './database/postgres.ts'
import { bootstrapSeat } from './seats.ts'
import type { Settings } from './settings.ts'

/** The first pause is short enough for a person who waits; the longest, 16 s, keeps the log readable. */
const retryMs = 1_000

export interface OpenDatabaseOptions {
  readonly settings: Settings
  readonly logger: Pick<FastifyBaseLogger, 'info' | 'warn' | 'fatal'>
  readonly now: () => Date
  /** The database was written by a newer version: stop. */
  readonly onRefused: (error: DatabaseFromTheFutureError) => void
}

/** Opens the configured database in the background: connects, migrates, makes the bootstrap seat. */
export function openDatabase({ settings, logger, now, onRefused }: OpenDatabaseOptions): OpeningDatabase {
  const { databaseUrl, dataDirectory, bootstrapToken } = settings
  const connect = (): Promise<Database> =>
    databaseUrl === undefined
      ? openPglite(dataDirectory)
      : Promise.resolve(
          openPostgres(databaseUrl, (error) => {
            logger.warn({ err: error }, 'idle connection lost')
          }),
        )

  return new OpeningDatabase({
    kind: databaseUrl === undefined ? 'pglite' : 'postgresql',
    retryMs,
    open: async () => {
      const database = await connect()
      try {
        await migrate(database)
        if (bootstrapToken !== undefined) await bootstrapSeat(database, bootstrapToken, now())
      } catch (error) {
        await database.close()
        throw error
      }
      logger.info({ database: database.kind }, 'database open')
      return database
    },
    onFailure: (error) => {
      if (error instanceof DatabaseFromTheFutureError) {
        logger.fatal(error.message)
        onRefused(error)
        return false
      }
      logger.warn({ err: error }, 'database not open, trying again')
      return true
    },
  })
}
