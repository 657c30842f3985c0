import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
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
 * Takes a data directory for this process, or says who has it. A lock left by a process that is gone, or by any before the
 * machine's last start, is taken over. Throws when the directory cannot be written.
 */
export function takeInstanceLock(
  dataDirectory: string,
): { readonly lock: InstanceLock } | { readonly running: RunningInstance } {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  const path = join(dataDirectory, 'seat.lock')
  const content = (address: string): string => JSON.stringify({ pid: process.pid, address })
  while (!createWhole(path, content(''))) {
    const found = readText(path)
    if (found === undefined) continue
    const running = readLock(found)
    if (running !== undefined && isAlive(running.pid) && !isOfEarlierBoot(path)) return { running }
    removeStale(path, found)
  }
  return {
    lock: {
      setAddress: (address) => renameSync(writeDraft(path, content(address)), path),
      release: () => rmSync(path, { force: true }),
    },
  }
}

function writeDraft(path: string, text: string): string {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, text, { mode: 0o600 })
  return draft
}

/** Creates the file with its content in one step, so that nobody reads half of it; false where there is one already. */
function createWhole(path: string, text: string): boolean {
  const draft = writeDraft(path, text)
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Undefined where the file is gone. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return undefined
  }
}

function readLock(text: string): RunningInstance | undefined {
  try {
    return lockSchema.parse(JSON.parse(text))
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

/** After a power cut the process id may belong to anybody. */
function isOfEarlierBoot(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats !== undefined && stats.mtimeMs < Date.now() - uptime() * 1000
}

/** Removing takes no time: whoever holds this longer died over it. */
const longestRemovalMs = 10_000

/** Removes the lock that was judged stale, and no other: one at a time removes, and looks again before it does. */
function removeStale(path: string, judged: string): void {
  const removing = `${path}.removing`
  if (!createDirectory(removing)) return waitForRemoval(removing)
  try {
    if (readText(path) === judged) rmSync(path)
  } finally {
    rmSync(removing, { recursive: true, force: true })
  }
}

/** False where it is there already. */
function createDirectory(path: string): boolean {
  try {
    mkdirSync(path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

function waitForRemoval(removing: string): void {
  const since = statSync(removing, { throwIfNoEntry: false })?.mtimeMs
  if (since !== undefined && since < Date.now() - longestRemovalMs) {
    rmSync(removing, { recursive: true, force: true })
  }
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
}
