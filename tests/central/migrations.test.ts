import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src-central/database/database.ts'
import { DatabaseFromTheFutureError, migrate, migrations } from '../../src-central/database/migrate.ts'
import { bootstrapSeat, addSeat, findSeatByToken } from '../../src-central/seats.ts'
import { testDatabases } from '../support/central.ts'

test('migrations are numbered upwards in tens or between', () => {
  const numbers = migrations.map(({ number }) => number)
  expect(numbers).toEqual(numbers.toSorted((left, right) => left - right))
  expect(new Set(numbers).size).toBe(numbers.length)
})

describe.each(await testDatabases())('migrations on $name', ({ create }) => {
  let database: Database
  let remove: () => Promise<void>

  beforeAll(async () => {
    ;({ database, remove } = await create())
  })
  afterAll(() => remove())

  const applied = async (): Promise<readonly number[]> =>
    (await database.query<{ number: number }>('select number from schema_migrations order by number')).map(
      ({ number }) => number,
    )

  test('one that fails leaves no trace and the ones before it in place', async () => {
    const broken = [
      { number: 1, name: 'good', sql: 'create table good (id integer)' },
      { number: 2, name: 'broken', sql: 'create table half (id integer); select nonsense' },
    ]
    await expect(migrate(database, broken)).rejects.toThrow()
    expect(await applied()).toEqual([1])
    const tables = await database.query(`select 1 from information_schema.tables where table_name = 'half'`)
    expect(tables).toEqual([])
    await database.execute('drop table good; delete from schema_migrations')
  })

  test('from empty, twice and by two servers at once', async () => {
    await Promise.all([migrate(database), migrate(database)])
    await migrate(database)
    expect(await applied()).toEqual(migrations.map(({ number }) => number))
  })

  test('the bootstrap token makes the example seat and is renewed until a real seat is added', async () => {
    await bootstrapSeat(database, 'first-bootstrap-token', new Date())
    expect(await findSeatByToken(database, 'first-bootstrap-token')).toMatchObject({
      staffNumber: '8031',
      staffName: '示例坐席',
      roles: ['operator', 'trainer', 'reviewer', 'lead'],
    })
    await bootstrapSeat(database, 'second-bootstrap-token', new Date())
    expect(await findSeatByToken(database, 'first-bootstrap-token')).toBeUndefined()
    expect(await findSeatByToken(database, 'second-bootstrap-token')).toMatchObject({ staffNumber: '8031' })

    const real = {
      staffNumber: '9001',
      staffName: '真实坐席',
      roles: ['operator' as const],
      token: 'real-seat-token',
    }
    await addSeat(database, real, new Date())
    await bootstrapSeat(database, 'third-bootstrap-token', new Date())
    expect(await findSeatByToken(database, 'third-bootstrap-token')).toBeUndefined()
  })

  test('a database from the future is refused and left alone', async () => {
    await database.query('insert into schema_migrations (number, name) values ($1, $2)', [990, 'later'])
    await expect(migrate(database)).rejects.toThrow(DatabaseFromTheFutureError)
    await expect(migrate(database)).rejects.toThrow('990')
    expect(await applied()).toContain(990)
  })
})
