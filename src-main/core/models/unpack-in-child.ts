import { fork } from 'node:child_process'
import { basename } from 'node:path'
import { failure, type Result } from '#shared/base/result.ts'
import { speechModelText as text } from '#shared/catalogue/speech-models.ts'
import { unpack, type Unpack, type UnpackJob } from '../../models/unpack.ts'

/** The argument that makes the entry of the core process unpack an archive and end. */
const unpackArgument = '--unpack'

/**
 * Unpacks in a child: decompressing takes up to minutes of a core, and a call may be running here.
 *
 * @param entry the file of the core process
 */
export function unpackInChild(entry: string): Unpack {
  return (job, signal) =>
    new Promise((resolve) => {
      const child = fork(entry, [unpackArgument, JSON.stringify(job)], {
        // In a packed app execPath is Electron; it then acts as Node. Plain Node ignores the variable.
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      const cancel = (): void => void child.kill('SIGKILL')
      if (signal?.aborted === true) cancel()
      signal?.addEventListener('abort', cancel, { once: true })
      let outcome: Result<void> = failure('model-archive-broken', text.brokenArchive(basename(job.archive)))
      child.on('message', (message) => {
        outcome = message as Result<void>
      })
      const end = (): void => {
        signal?.removeEventListener('abort', cancel)
        resolve(signal?.aborted === true ? failure('model-fetch-cancelled', text.cancelled) : outcome)
      }
      child.once('error', end)
      child.once('exit', end)
    })
}

/** The child's half: whether this process was started to unpack; if so it does, answers and ends. */
export function unpackIfAsked(argv: readonly string[] = process.argv): boolean {
  const at = argv.indexOf(unpackArgument)
  if (at < 0) return false
  process.once('disconnect', () => process.exit(0))
  void unpack(JSON.parse(argv[at + 1] ?? '') as UnpackJob).then((outcome) => {
    process.send?.(outcome, undefined, undefined, () => process.exit(0))
  })
  return true
}
