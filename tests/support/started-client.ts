import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const startTimeoutMs = 60_000

/** The client as `npm start` opens it where there is no window to open: a process of its own that prints an address. */
export interface StartedClient {
  readonly address: string
  readonly dataDirectory: string
  readonly stop: () => Promise<void>
}

export async function startClient(
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedClient> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'seat-e2e-'))
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.ts')], {
    env: { ...process.env, SEAT_WINDOW: 'address', SEAT_DATA_DIR: dataDirectory, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await printedAddress(child)
  return {
    address,
    dataDirectory,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}

async function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const timer = setTimeout(() => reject(new Error(`no address printed:\n${output}`)), startTimeoutMs)
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(output)?.[0]
      if (address === undefined) return
      clearTimeout(timer)
      resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`the client ended with ${code}:\n${output}`)))
  })
}
