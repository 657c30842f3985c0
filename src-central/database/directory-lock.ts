import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { uptime } from 'node:os'
import { join } from 'node:path'

/**
 * Takes a directory for this process by a file with its process id. A lock whose process is gone, or that is older than
 * the machine's last start, is taken over. Returns how to give it back; throws where a living process holds it.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = join(directory, 'owner.pid')
  if (await isStale(file)) await rm(file, { force: true })
  await writeFile(file, String(process.pid), { flag: 'wx' })
  return () => rm(file, { force: true })
}

async function isStale(file: string): Promise<boolean> {
  try {
    const [owner, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)])
    return mtimeMs < Date.now() - uptime() * 1000 || !isAlive(Number(owner))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

function isAlive(processId: number): boolean {
  if (!Number.isSafeInteger(processId) || processId < 1) return false
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
