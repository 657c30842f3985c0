import { expect, test } from 'vitest'
import { DatabaseUnavailableError, type Database } from '../../src-central/database/database.ts'
import { OpeningDatabase } from '../../src-central/database/opening-database.ts'
import { createServer } from '../../src-central/http/server.ts'
import { get, refusalIn } from '../support/central.ts'

function fakeDatabase(): Database & { readonly closed: () => boolean } {
  let closed = false
  return {
    kind: 'pglite',
    query: () => Promise.resolve([]),
    execute: () => Promise.resolve(),
    transaction: () => Promise.reject(new Error('not used')),
    close: () => {
      closed = true
      return Promise.resolve()
    },
    closed: () => closed,
  }
}

test('until it is open the API answers 503 with Retry-After, then it works', async () => {
  const real = fakeDatabase()
  let finish: (database: Database) => void = () => undefined
  const opening = new OpeningDatabase({
    kind: 'pglite',
    open: () => new Promise((resolve) => (finish = resolve)),
    retryMs: 1,
    onFailure: () => true,
  })
  const server = createServer({ openDatabase: () => opening, now: () => new Date() })

  const early = await get(server, '/v1/identity')
  expect(refusalIn(early)).toEqual({ status: 503, code: 'unavailable', retryable: true })
  expect(Number(early.headers['retry-after'])).toBeGreaterThan(0)
  const sick = await server.inject('/v1/health')
  expect([sick.statusCode, sick.json<{ status: string }>().status]).toEqual([503, 'unavailable'])

  finish(real)
  await opening.settled
  expect((await server.inject('/v1/health')).statusCode).toBe(200)
  await server.close()
  expect(real.closed()).toBe(true)
})

test('it tries again after a failure, unless told not to', async () => {
  const real = fakeDatabase()
  let attempts = 0
  const patient = new OpeningDatabase({
    kind: 'pglite',
    open: () => (++attempts < 3 ? Promise.reject(new Error('away')) : Promise.resolve(real)),
    retryMs: 1,
    onFailure: () => true,
  })
  await patient.settled
  expect(attempts).toBe(3)
  expect(await patient.query('select 1')).toEqual([])

  const refused = new OpeningDatabase({
    kind: 'pglite',
    open: () => Promise.reject(new Error('from the future')),
    retryMs: 1,
    onFailure: () => false,
  })
  await refused.settled
  await expect(refused.query('select 1')).rejects.toThrow(DatabaseUnavailableError)
  await refused.close()
})

test('closing while it waits to try again ends the waiting', async () => {
  const opening = new OpeningDatabase({
    kind: 'pglite',
    open: () => Promise.reject(new Error('away')),
    retryMs: 3_600_000,
    onFailure: () => true,
  })
  await new Promise((resolve) => setImmediate(resolve))
  await opening.close()
  await expect(opening.query('select 1')).rejects.toThrow(DatabaseUnavailableError)
})
