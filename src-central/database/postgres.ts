import pg from 'pg'
import { DatabaseUnavailableError, type Database, type Queries, type SqlValue } from './database.ts'

const connectTimeoutMs = 3_000
const statementTimeoutMs = 10_000

/** Opens a pool. It connects at the first query, so that a server that is still away is no error yet. */
export function openPostgres(connectionString: string, onIdleError: (error: Error) => void): Database {
  const pool = new pg.Pool({
    connectionString,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
  })
  pool.on('error', onIdleError)

  return {
    kind: 'postgresql',
    ...queriesOn(pool),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  }
}

async function inTransaction<T>(pool: pg.Pool, work: (queries: Queries) => Promise<T>): Promise<T> {
  const client = await translated(() => pool.connect())
  const queries = queriesOn(client)
  let broken: Error | undefined
  try {
    await queries.execute('begin')
    const result = await work(queries)
    await queries.execute('commit')
    return result
  } catch (error) {
    // A connection that cannot roll back is not fit for the pool.
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure))
    })
    throw error
  } finally {
    client.release(broken)
  }
}

function queriesOn(client: pg.Pool | pg.PoolClient): Queries {
  return {
    query: async <Row>(sql: string, values: readonly SqlValue[] = []) =>
      (await translated(() => client.query(sql, [...values]))).rows as readonly Row[],
    execute: async (sql) => {
      await translated(() => client.query(sql))
    },
  }
}

async function translated<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw meansUnavailable(error) ? new DatabaseUnavailableError(error) : error
  }
}

/**
 * SQLSTATE classes and codes after which the same work may succeed later: 08 connection, 40 rolled back for another's sake,
 * 53 resources, 57P shut down or starting, 25006 a standby that only reads, 57014 time-out, 55P03 lock not available.
 * An error without SQLSTATE comes from the connection itself (ECONNREFUSED, "Connection terminated").
 */
const passing = /^(08|40|53|57P)|^(25006|57014|55P03)$/

function meansUnavailable(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return error.code !== undefined && passing.test(error.code)
  return error instanceof Error
}
