import { fork } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { findPostgres, startPostgres } from './postgres.ts'

const entry = join(import.meta.dirname, '..', '..', 'src-central', 'main.ts')
const token = 'token-of-the-end-to-end-seat'

/** A central API of its own over a real PostgreSQL, as a city runs it. */
export interface StartedCentre {
  readonly environment: Readonly<Record<string, string>>
  readonly query: (sql: string) => Promise<readonly Record<string, unknown>[]>
  readonly stop: () => Promise<void>
}

/** Throws where no PostgreSQL is installed: `scripts/setup-debian.sh` installs it. */
export async function startCentre(): Promise<StartedCentre> {
  const found = await findPostgres()
  if ('reason' in found) throw new Error(found.reason)
  const postgres = await startPostgres(found.bin)
  const child = fork(entry, [], {
    env: {
      ...process.env,
      DATABASE_URL: postgres.url,
      CENTRAL_BOOTSTRAP_TOKEN: token,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { url: string }).url))
    child.once('exit', (code) => reject(new Error(`the centre ended with ${code}`)))
  })
  return {
    environment: { SEAT_CENTRAL_URL: url, SEAT_CENTRAL_TOKEN: token },
    query: async (sql) => {
      const client = new pg.Client({ connectionString: postgres.url })
      await client.connect()
      try {
        return (await client.query<Record<string, unknown>>(sql)).rows
      } finally {
        await client.end()
      }
    },
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      await postgres.remove()
    },
  }
}
