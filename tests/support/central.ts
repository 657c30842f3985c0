import { randomUUID } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll } from 'vitest'
import type { Role } from '#shared/contract/procedure.ts'
import { refusalSchema, type TicketSubmission } from '#shared/contract/central-api.ts'
import type { Database } from '../../src-central/database/database.ts'
import { migrate } from '../../src-central/database/migrate.ts'
import { openPglite } from '../../src-central/database/pglite.ts'
import { openPostgres } from '../../src-central/database/postgres.ts'
import { createServer, type ServerOptions } from '../../src-central/http/server.ts'
import { addSeat } from '../../src-central/seats.ts'
import { findPostgres, startPostgres } from './postgres.ts'

export interface TestDatabase {
  readonly name: string
  /** An empty database; `remove` closes it and removes what it left. */
  readonly create: () => Promise<{ readonly database: Database; readonly remove: () => Promise<void> }>
}

/** The databases the central API is tested against: PGlite always, PostgreSQL where a server is installed. */
export async function testDatabases(): Promise<readonly TestDatabase[]> {
  const pglite: TestDatabase = {
    name: 'PGlite',
    create: async () => {
      const database = await openPglite()
      return { database, remove: () => database.close() }
    },
  }
  const found = await findPostgres()
  if ('reason' in found) {
    console.warn(`skipped against PostgreSQL: ${found.reason}`)
    return [pglite]
  }
  const postgres: TestDatabase = {
    name: 'PostgreSQL',
    create: async () => {
      const server = await startPostgres(found.bin)
      const database = openPostgres(server.url, () => undefined)
      return {
        database,
        remove: async () => {
          await database.close()
          await server.remove()
        },
      }
    },
  }
  return [pglite, postgres]
}

export const tokens = {
  operator: 'token-of-operator-8031',
  other: 'token-of-operator-8032',
  lead: 'token-of-lead-8001',
  trainer: 'token-of-trainer-8090',
  reviewer: 'token-of-reviewer-8050',
} as const

/** Migrates the database and adds a seat for each of {@link tokens}. */
export async function prepare(database: Database): Promise<void> {
  await migrate(database)
  const seat = (staffNumber: string, token: string, ...roles: Role[]): Promise<void> =>
    addSeat(database, { staffNumber, staffName: `坐席${staffNumber}`, roles, token }, new Date())
  await seat('8031', tokens.operator, 'operator')
  await seat('8032', tokens.other, 'operator')
  await seat('8001', tokens.lead, 'lead')
  await seat('8090', tokens.trainer, 'trainer')
  await seat('8050', tokens.reviewer, 'reviewer')
}

/** A server over a database that outlives it, as long as the test wants. */
export function serverOver(database: Database, options: Partial<ServerOptions> = {}): FastifyInstance {
  const kept: Database = {
    kind: database.kind,
    query: (sql, values) => database.query(sql, values),
    execute: (sql) => database.execute(sql),
    transaction: (work) => database.transaction(work),
    close: () => Promise.resolve(),
  }
  return createServer({ openDatabase: () => kept, now: () => new Date(), ...options })
}

/** The central API of a suite: there from its first test to its last. */
export interface SuiteCentre {
  readonly database: Database
  readonly server: FastifyInstance
}

/** Sets up a prepared database with a server over it before the suite's tests, and removes both after them. */
export function centreForSuite({ create }: TestDatabase, options: Partial<ServerOptions> = {}): SuiteCentre {
  let database: Database
  let remove: () => Promise<void>
  let server: FastifyInstance
  beforeAll(async () => {
    ;({ database, remove } = await create())
    await prepare(database)
    server = serverOver(database, options)
  })
  afterAll(async () => {
    await server.close()
    await remove()
  })
  return {
    get database() {
      return database
    },
    get server() {
      return server
    },
  }
}

export function submission(changes: Partial<TicketSubmission> = {}): TicketSubmission {
  return {
    localId: randomUUID(),
    callId: 'call-1',
    callStartedAt: '2025-11-19T09:12:00+08:00',
    submittedAt: '2025-11-19T09:16:00+08:00',
    fields: { contactName: '陈女士', requestType: '投诉', demand: '要求尽快停止夜间施工' },
    answersRead: ['noise-night@3'],
    ...changes,
  }
}

interface Post {
  readonly body: unknown
  readonly key?: string | undefined
  readonly token?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
}

/** Submits a ticket. */
export function post(
  server: FastifyInstance,
  { body, key, token, headers }: Post,
): Promise<LightMyRequestResponse> {
  return send(server, '/v1/tickets', body, token, { 'idempotency-key': key ?? randomUUID(), ...headers })
}

/** Posts a body as JSON, or a text as it is. */
export function send(
  server: FastifyInstance,
  url: string,
  body: unknown,
  token: string = tokens.operator,
  headers: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> {
  return server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

export function get(
  server: FastifyInstance,
  url: string,
  token: string = tokens.operator,
): Promise<LightMyRequestResponse> {
  return server.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } })
}

/** The refusal in an answer, checked against the wire schema and for Chinese words. */
export function refusalIn(response: LightMyRequestResponse): {
  status: number
  code: string
  retryable: boolean
} {
  const { code, message, retryable } = refusalSchema.strict().parse(response.json())
  if (!/\p{Script=Han}/u.test(message)) throw new Error(`the refusal is not in Chinese: ${message}`)
  return { status: response.statusCode, code, retryable }
}
