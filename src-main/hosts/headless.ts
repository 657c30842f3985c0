import { join } from 'node:path'
import { hostMessages } from '#shared/catalogue/hosts.ts'
import { forkChildren } from './child.ts'
import { clientEnvironment } from './client-environment.ts'
import { startHeadlessServer, type HeadlessServer } from './headless-server.ts'
import { openMediaFork } from './media-fork/open-media-fork.ts'
import { takeInstanceLock } from './instance-lock.ts'
import { programRoot, sourceEntries } from './paths.ts'
import { Switchboard } from './switchboard.ts'

export interface HeadlessHost {
  readonly switchboard: Switchboard
  readonly server: HeadlessServer
  readonly stop: () => Promise<void>
}

export type HeadlessStart =
  | { readonly kind: 'started'; readonly host: HeadlessHost }
  /** Another client has the data directory; nothing was started. */
  | { readonly kind: 'running'; readonly address: string }

/**
 * The client without Electron: core, asr and the embedded centre as Node processes, the page on 127.0.0.1. A wanted port that is taken
 * is replaced by a free one, and `say` tells so.
 */
export async function startHeadless(options: {
  readonly dataDirectory: string
  /** 0 for any free port. */
  readonly port: number
  readonly say: (line: string) => void
}): Promise<HeadlessStart> {
  const taken = takeInstanceLock(options.dataDirectory)
  if ('running' in taken) return { kind: 'running', address: taken.running.address }
  const switchboard = new Switchboard({
    spawn: forkChildren(sourceEntries),
    ...clientEnvironment(options.dataDirectory, {
      models: join(programRoot, 'models'),
      pack: join(programRoot, 'knowledge-base'),
    }),
  })
  try {
    await switchboard.started
    const server = await serve(switchboard, options)
    taken.lock.setAddress(server.origin)
    const fork = await openMediaFork(switchboard, options.dataDirectory, options.say)
    const stop = async (): Promise<void> => {
      await Promise.all([fork.close(), server.close()])
      await switchboard.stop()
      taken.lock.release()
    }
    return { kind: 'started', host: { switchboard, server, stop } }
  } catch (error) {
    await switchboard.stop()
    taken.lock.release()
    throw error
  }
}

async function serve(
  switchboard: Switchboard,
  options: { readonly port: number; readonly say: (line: string) => void },
): Promise<HeadlessServer> {
  const rendererDirectory = join(programRoot, 'out', 'renderer')
  try {
    return await startHeadlessServer({ switchboard, rendererDirectory, port: options.port })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    options.say(hostMessages.portInUse(options.port))
    return startHeadlessServer({ switchboard, rendererDirectory, port: 0 })
  }
}
