import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const installations = '/usr/lib/postgresql'
const startTimeoutMs = 30_000

/** A PostgreSQL server of its own in a temporary directory. */
export interface PostgresServer {
  readonly url: string
  readonly start: () => Promise<void>
  /** Ends the server at once, as when its machine is switched off; `start` brings it back. */
  readonly stop: () => Promise<void>
  /** Stops it and removes its files. */
  readonly remove: () => Promise<void>
}

/** The newest installed server's binaries, or why there are none. */
export async function findPostgres(): Promise<{ readonly bin: string } | { readonly reason: string }> {
  const versions = await readdir(installations).catch(() => [])
  const newest = versions.toSorted((left, right) => Number(right) - Number(left))[0]
  if (newest === undefined) return { reason: `no PostgreSQL server under ${installations}` }
  return { bin: join(installations, newest, 'bin') }
}

export async function startPostgres(bin: string): Promise<PostgresServer> {
  const directory = await mkdtemp(join(tmpdir(), 'seat-postgres-'))
  const data = join(directory, 'data')
  const asOwner = await ownerCommand(directory)
  const [initdb, ...initdbArguments] = asOwner(join(bin, 'initdb'), ['-D', data, '-U', 'seat', '-A', 'trust'])
  await run(initdb!, initdbArguments, { cwd: directory })

  const port = await freePort()
  let child: ChildProcess | undefined
  const start = async (): Promise<void> => {
    const settings = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', directory, '-F']
    const [command, ...given] = asOwner(join(bin, 'postgres'), settings)
    child = spawn(command!, given, { cwd: directory, stdio: 'ignore' })
    await ready(bin, port)
  }
  const stop = async (): Promise<void> => {
    const [pgCtl, ...pgCtlArguments] = asOwner(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'])
    await run(pgCtl!, pgCtlArguments, { cwd: directory })
    child = undefined
  }
  await start()
  return {
    url: `postgres://seat@127.0.0.1:${port}/postgres`,
    start,
    stop,
    remove: async () => {
      if (child !== undefined) await stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

type Command = (file: string, given: readonly string[]) => readonly string[]

/** `postgres` refuses to run as root: there it runs as the user whom Debian's package made. */
async function ownerCommand(directory: string): Promise<Command> {
  if (process.getuid?.() !== 0) return (file, given) => [file, ...given]
  const { stdout } = await run('id', ['-u', 'postgres'])
  await chown(directory, Number(stdout), 0)
  return (file, given) => ['runuser', '-u', 'postgres', '--', file, ...given]
}

async function ready(bin: string, port: number): Promise<void> {
  const deadline = Date.now() + startTimeoutMs
  for (;;) {
    try {
      await run(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)])
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  })
}
