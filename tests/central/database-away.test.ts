import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { openPostgres } from '../../src-central/database/postgres.ts'
import { post, prepare, refusalIn, serverOver, submission } from '../support/central.ts'
import { findPostgres, startPostgres } from '../support/postgres.ts'

const found = await findPostgres()
if ('reason' in found) console.warn(`skipped: ${found.reason}`)
const running = 'bin' in found ? await startPostgres(found.bin) : undefined
afterAll(() => running?.remove())

test.skipIf(running === undefined)(
  'while PostgreSQL is away seats are told to come back, then all goes on',
  async () => {
    const database = openPostgres(running!.url, () => undefined)
    await prepare(database)
    const server = serverOver(database)
    const body = submission()
    const key = randomUUID()
    expect((await post(server, { body, key })).statusCode).toBe(201)

    await running!.stop()
    const away = await post(server, { body, key })
    expect(refusalIn(away)).toEqual({ status: 503, code: 'unavailable', retryable: true })
    expect(Number(away.headers['retry-after'])).toBeGreaterThan(0)
    expect((await server.inject('/v1/health')).json()).toMatchObject({ status: 'unavailable' })

    await running!.start()
    expect((await post(server, { body, key })).statusCode).toBe(200)
    expect((await server.inject('/v1/health')).statusCode).toBe(200)
    await server.close()
    await database.close()
  },
)
