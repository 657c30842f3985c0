import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { TicketView } from '#shared/contract/views.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import type { FakeConnection } from './fake-connection.ts'

/** What the page of `tests/renderer/fake-desk` has for a test. */
export interface FakeWindow {
  readonly fake: FakeConnection
  /** Of the desk what a test uses: its own types need a page. */
  readonly desk: {
    readonly calls: { readonly ring: (call: unknown) => void; readonly answer: () => Promise<void> }
    readonly loadRecordings: () => Promise<void>
    readonly notify: (message: string) => void
    readonly stores: { readonly ticket: { readonly getState: () => { readonly ticket: TicketView | null } } }
  }
}

export interface FakeDeskPage {
  readonly address: string
  readonly close: () => void
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' }

/** Builds the real page in front of a core that says what a test wants, and serves it on this machine. */
export async function serveFakeDesk(): Promise<FakeDeskPage> {
  const directory = mkdtempSync(join(tmpdir(), 'seat-fake-desk-'))
  const config = join(programRoot, 'tests/renderer/fake-desk/vite.config.ts')
  const vite = join(programRoot, 'node_modules/vite/bin/vite.js')
  const output = ['--outDir', directory, '--emptyOutDir']
  execFileSync(process.execPath, [vite, 'build', '--config', config, ...output], { stdio: 'pipe' })
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    response.setHeader('content-type', types[extname(path)] ?? 'text/html')
    try {
      response.end(readFileSync(join(directory, path)))
    } catch {
      response.writeHead(404).end()
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    close: () => {
      server.close()
      rmSync(directory, { recursive: true })
    },
  }
}
