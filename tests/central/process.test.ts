import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../../src-central/database/migrate.ts'
import { openPglite } from '../../src-central/database/pglite.ts'
import { submission } from '../support/central.ts'

const token = 'bootstrap-token-of-this-test'
const entry = new URL('../../src-central/main.ts', import.meta.url).pathname

interface Central {
  readonly child: ChildProcess
  readonly url: string
  readonly stdout: () => string
  readonly stderr: () => string
  readonly exited: Promise<number | null>
}

async function startCentral(directory: string): Promise<Central> {
  const child = fork(entry, [directory], {
    env: { ...process.env, DATABASE_URL: '', CENTRAL_BOOTSTRAP_TOKEN: token },
    silent: true,
  })
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (data: Buffer) => (stdout += data.toString()))
  child.stderr?.on('data', (data: Buffer) => (stderr += data.toString()))
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => {
      const { type, url } = message as { type: string; url: string }
      if (type === 'listening') resolve(url)
      else reject(new Error(`unexpected message ${type}`))
    })
    child.once('exit', () => {
      reject(new Error(`central ended: ${stderr}`))
    })
  })
  return { child, url, stdout: () => stdout, stderr: () => stderr, exited }
}

/** As a seat does: asks again while the answer is 503. */
async function patiently(
  url: string,
  init: Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  for (;;) {
    const response = await fetch(url, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...init.headers },
    })
    if (response.status !== 503) return response
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'seat-central-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

test('a ticket outlives a killed process; the next one repeats its answer', async () => {
  const body = JSON.stringify(submission())
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }

  const first = await startCentral(directory)
  const created = await patiently(`${first.url}/v1/tickets`, { method: 'POST', headers, body })
  expect(created.status).toBe(201)
  expect(first.stdout()).toBe(`${JSON.stringify({ listening: first.url })}\n`)
  first.child.kill('SIGKILL')
  await first.exited

  const second = await startCentral(directory)
  const repeated = await patiently(`${second.url}/v1/tickets`, { method: 'POST', headers, body })
  expect(repeated.status).toBe(200)
  expect(await repeated.json()).toEqual(await created.json())

  expect(second.stderr(), 'logs hold no personal data').not.toMatch(/陈女士|夜间施工|bootstrap-token|8031/)
  second.child.disconnect()
  expect(await second.exited, 'ends with its parent').toBe(0)
})

test('SIGTERM stops it in an orderly way', async () => {
  const central = await startCentral(directory)
  await patiently(`${central.url}/v1/identity`)
  central.child.kill('SIGTERM')
  expect(await central.exited).toBe(0)
})

test('two processes never share a directory, and a database from the future ends the process', async () => {
  const database = await openPglite(directory)
  await expect(openPglite(directory)).rejects.toThrow('EEXIST')
  await migrate(database)
  await database.query('insert into schema_migrations (number, name) values ($1, $2)', [990, 'later'])
  await database.close()

  const central = await startCentral(directory)
  expect(await central.exited).toBe(78)
  expect(central.stderr()).toContain('请升级中心服务')
})
