import type { AddressInfo } from 'node:net'
import { logOptions } from './http/log-options.ts'
import { createServer } from './http/server.ts'
import { openDatabase } from './open-database.ts'
import { findParent } from './parent.ts'
import { readSettings } from './settings.ts'

/** Exit code for a database of a newer version: starting again changes nothing (EX_CONFIG). */
const refusedExitCode = 78
/** A stop that takes longer than this is a hang. */
const longestStopMs = 15_000

const settings = readSettings(process.env, process.argv[2])
const parent = findParent()
const now = (): Date => new Date()

const server = createServer({
  logger: { ...logOptions, level: settings.logLevel },
  now,
  reviewDays: settings.reviewDays,
  openDatabase: (logger) =>
    openDatabase({
      settings,
      logger,
      now,
      onRefused: () => {
        stop(refusedExitCode)
      },
    }),
})

let stopping = false

/** Answers what was asked, closes the database and leaves. */
function stop(exitCode = 0): void {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(1), longestStopMs).unref()
  void server.close().then(
    () => process.exit(exitCode),
    () => process.exit(1),
  )
}

process.once('SIGTERM', () => {
  stop()
})
process.once('SIGINT', () => {
  stop()
})
parent?.onStop(() => {
  stop()
})

// Listens before the database is open: a client that is told 503 knows more than one that cannot connect.
await server.listen({ host: settings.host, port: settings.port })
const { address, port } = server.server.address() as AddressInfo
const url = `http://${address.includes(':') ? `[${address}]` : address}:${String(port)}`
process.stdout.write(`${JSON.stringify({ listening: url })}\n`)
parent?.send({ type: 'listening', url })
