import type { AddressInfo } from 'node:net'
import type { CentreAddress } from '#shared/contract/process-messages.ts'
import { openPglite } from '../../src-central/database/pglite.ts'
import { createServer } from '../../src-central/http/server.ts'
import { createRateLimit } from '../../src-central/http/rate-limit.ts'
import { prepare, tokens } from './central.ts'

export interface TestCentre {
  readonly address: CentreAddress
  /** Local ids of every ticket in the database, oldest first. */
  readonly ticketIds: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/**
 * A real central API in this process, its database in memory.
 *
 * @param pause ms waited before a request is looked at and again before its answer leaves, so that a kill can fall in between
 */
export async function startTestCentre(pause: () => number = () => 0): Promise<TestCentre> {
  const database = await openPglite()
  await prepare(database)
  const server = createServer({
    openDatabase: () => database,
    now: () => new Date(),
    rateLimit: createRateLimit(100_000),
  })
  const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pause()))
  server.addHook('onRequest', wait)
  server.addHook('onSend', wait)
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as AddressInfo
  return {
    address: { url: `http://127.0.0.1:${port}`, token: tokens.operator },
    ticketIds: async () => {
      const rows = await database.query<{ local_id: string }>('select local_id from tickets order by number')
      return rows.map((row) => row.local_id)
    },
    close: async () => {
      server.server.closeAllConnections()
      await server.close()
    },
  }
}
