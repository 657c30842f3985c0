import { mkdir } from 'node:fs/promises'
import { PGlite, type Transaction } from '@electric-sql/pglite'
import type { Database, Queries, SqlValue } from './database.ts'
import { lockDirectory } from './directory-lock.ts'

/**
 * Opens the embedded PostgreSQL, in memory where no directory is named. Its first start takes about 8 s.
 * Two processes in one directory would destroy it, so the directory is locked; throws where another process holds it.
 */
export async function openPglite(directory?: string): Promise<Database> {
  if (directory === undefined) return databaseOn(await PGlite.create())
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const unlock = await lockDirectory(directory)
  try {
    return databaseOn(await PGlite.create(`${directory}/data`), unlock)
  } catch (error) {
    await unlock()
    throw error
  }
}

function databaseOn(pglite: PGlite, unlock?: () => Promise<void>): Database {
  return {
    kind: 'pglite',
    ...queriesOn(pglite),
    transaction: (work) => pglite.transaction((transaction) => work(queriesOn(transaction))),
    close: async () => {
      await pglite.close()
      await unlock?.()
    },
  }
}

function queriesOn(client: PGlite | Transaction): Queries {
  return {
    query: async <Row>(sql: string, values: readonly SqlValue[] = []) =>
      (await client.query<Row>(sql, [...values])).rows,
    execute: async (sql) => {
      await client.exec(sql)
    },
  }
}
