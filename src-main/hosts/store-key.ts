import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { FailureError } from '#shared/base/result.ts'
import { storeKeyText } from '#shared/catalogue/store-key.ts'

/** Something that keeps a secret for this user of this machine: the system's key store under Electron. */
export interface KeySealer {
  readonly seal: (secret: string) => Buffer
  /** Throws where it was sealed by another user, or on another machine. */
  readonly open: (sealed: Buffer) => string
}

/**
 * The key (数据密钥) of a data directory, in hexadecimal; made where there is no data yet. In this order: the file that
 * SEAT_STORE_KEY_FILE names, `store.key` (plain, for this user alone), `store.key.sealed` (which only a host with a sealer can
 * open). A new one is sealed where there is a sealer. Throws a {@link FailureError} that says what to do; a key is never made
 * for data that has one already.
 */
export function storeKey(
  dataDirectory: string,
  environment: NodeJS.ProcessEnv,
  sealer: KeySealer | undefined,
): string {
  const named = environment['SEAT_STORE_KEY_FILE']
  if (named !== undefined && named !== '') return readOrMakePlain(named, dataDirectory)
  const plain = join(dataDirectory, 'store.key')
  const sealed = join(dataDirectory, 'store.key.sealed')
  if (existsSync(plain) || (sealer === undefined && !existsSync(sealed))) {
    return readOrMakePlain(plain, dataDirectory)
  }
  if (sealer === undefined) throw new FailureError('store-key-sealed', storeKeyText.sealed)
  return existsSync(sealed) ? unseal(sealed, sealer) : make(sealed, dataDirectory, sealer.seal)
}

function readOrMakePlain(path: string, dataDirectory: string): string {
  return existsSync(path)
    ? checked(read(path).toString('latin1').trim(), path)
    : make(path, dataDirectory, (key) => Buffer.from(key))
}

function unseal(path: string, sealer: KeySealer): string {
  const sealed = read(path)
  let key: string
  try {
    key = sealer.open(sealed)
  } catch {
    throw new FailureError('store-key-sealed', storeKeyText.cannotUnseal)
  }
  return checked(key, path)
}

function make(path: string, dataDirectory: string, seal: (key: string) => Buffer): string {
  if (hasEncryptedData(dataDirectory)) throw new FailureError('store-key-missing', storeKeyText.missing(path))
  const key = randomBytes(32).toString('hex')
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeWhole(path, seal(key))
  return key
}

/** The key must be on the disk before anything is encrypted with it, and whole. */
function writeWhole(path: string, content: Buffer): void {
  const draft = `${path}.${process.pid}`
  try {
    const file = openSync(draft, 'w', 0o600)
    writeSync(file, content)
    fsyncSync(file)
    closeSync(file)
    linkSync(draft, path)
  } catch (error) {
    throw unreadable(path, error)
  } finally {
    rmSync(draft, { force: true })
  }
}

function read(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw unreadable(path, error)
  }
}

function unreadable(path: string, error: unknown): FailureError {
  return new FailureError(
    'store-key-file',
    storeKeyText.cannotRead(path, (error as NodeJS.ErrnoException).code ?? String(error)),
  )
}

function checked(key: string, path: string): string {
  if (/^[\da-f]{64}$/i.test(key)) return key
  throw new FailureError('store-key-malformed', storeKeyText.malformed(path))
}

/** A database that does not begin as a plain one does. */
function hasEncryptedData(dataDirectory: string): boolean {
  const path = join(dataDirectory, 'seat.db')
  if (!existsSync(path)) return false
  const head = Buffer.alloc(15)
  const file = openSync(path, 'r')
  const length = readSync(file, head, 0, head.length, 0)
  closeSync(file)
  return length > 0 && head.toString('latin1') !== 'SQLite format 3'
}
