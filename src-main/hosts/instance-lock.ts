import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const lockSchema = z.object({ pid: z.number().int().positive(), address: z.string() })

export interface InstanceLock {
  /** Where this instance can be found, for the person who starts a second one. */
  readonly setAddress: (address: string) => void
  readonly release: () => void
}

/** Who uses a data directory already. */
export interface RunningInstance {
  readonly pid: number
  readonly address: string
}

/**
 * Takes a data directory for this process, or says who has it. A lock left by a process that is gone is taken over.
 * Throws when the directory cannot be written.
 */
export function takeInstanceLock(
  dataDirectory: string,
): { readonly lock: InstanceLock } | { readonly running: RunningInstance } {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  const path = join(dataDirectory, 'seat.lock')
  const content = (address: string): string => JSON.stringify({ pid: process.pid, address })
  for (;;) {
    try {
      writeFileSync(path, content(''), { flag: 'wx', mode: 0o600 })
      return {
        lock: {
          setAddress: (address) => writeFileSync(path, content(address), { mode: 0o600 }),
          release: () => rmSync(path, { force: true }),
        },
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const running = readLock(path)
      if (running !== undefined && isAlive(running.pid)) return { running }
      rmSync(path, { force: true })
    }
  }
}

function readLock(path: string): RunningInstance | undefined {
  try {
    return lockSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
