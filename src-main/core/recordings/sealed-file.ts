import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { failure, success, type Result } from '#shared/base/result.ts'
import { callAudioText } from '#shared/catalogue/call-audio.ts'

/**
 * The container of a call's recording (`.seatrec`): records that are only ever appended, each sealed.
 *
 *     file    magic "SEATREC", u8 version 1; then records
 *     record  u32 length of the sealed bytes, u32 number (from 0), 8 bytes session, u32 CRC-32 of these 16;
 *             the sealed bytes (AES-256-GCM); 16 bytes tag. All little-endian.
 *
 * The nonce is session and number: a session is drawn at random whenever a writer opens the file, so that a record that was
 * torn and is written again never uses a nonce twice. Magic, length, number and session are authenticated with the bytes.
 * Records taken out, put in, moved or changed are noticed, and so is a cut before the last record; a file that ends in the
 * middle of a record (the writer was killed) or in zeros (the machine was) counts up to the record before.
 */
const magic = Buffer.from('SEATREC\u0001', 'latin1')
const headBytes = 20
const authenticatedBytes = 16
const tagBytes = 16
const cipher = 'aes-256-gcm'

export interface SealedContent {
  readonly records: readonly Buffer[]
  /** Bytes of the file up to the end of the last whole record. */
  readonly wholeBytes: number
}

const damaged = failure('recording-damaged', callAudioText.damaged)

/** Opens the seals of all records; `recording-damaged` for a file that was changed, or sealed with another key. */
export function unseal(file: Buffer, key: Buffer): Result<SealedContent> {
  if (file.length < magic.length)
    return magic.subarray(0, file.length).equals(file) ? success(nothing) : damaged
  if (!file.subarray(0, magic.length).equals(magic)) return damaged
  const records: Buffer[] = []
  let at = magic.length
  while (file.length - at >= headBytes) {
    const head = file.subarray(at, at + headBytes)
    if (isZero(head) && isZero(file.subarray(at))) break
    if (crc32(head.subarray(0, authenticatedBytes)) !== head.readUInt32LE(authenticatedBytes)) return damaged
    const end = at + headBytes + head.readUInt32LE(0) + tagBytes
    if (head.readUInt32LE(4) !== records.length) return damaged
    if (end > file.length) break
    const record = open(head, file.subarray(at + headBytes, end), key)
    if (record === undefined) return damaged
    records.push(record)
    at = end
  }
  return success({ records, wholeBytes: at })
}

const nothing: SealedContent = { records: [], wholeBytes: 0 }

/** Appends sealed records to a file; made where there is none, and gone on with where there is one. */
export class SealedFile {
  readonly #file: number
  readonly #key: Buffer
  readonly #session = randomBytes(8)
  #number: number
  #end: number

  private constructor(file: number, key: Buffer, content: SealedContent) {
    this.#file = file
    this.#key = key
    this.#number = content.records.length
    this.#end = content.wholeBytes
    if (this.#end === 0) this.#write(magic)
  }

  /** Gives the records that are there too. Errors of the file system are thrown as they are. */
  static open(
    path: string,
    key: Buffer,
  ): Result<{ readonly file: SealedFile; readonly records: readonly Buffer[] }> {
    const handle = openSync(path, 'a+', 0o600)
    closeSync(handle)
    const content = unseal(readFileSync(path), key)
    if (!content.ok) return content
    const file = openSync(path, 'r+')
    try {
      return success({ file: new SealedFile(file, key, content.value), records: content.value.records })
    } catch (error) {
      closeSync(file)
      throw error
    }
  }

  /** Writes one record whole, or throws and leaves the file as it was. */
  append(bytes: Buffer): void {
    const head = Buffer.alloc(headBytes)
    head.writeUInt32LE(bytes.length, 0)
    head.writeUInt32LE(this.#number, 4)
    this.#session.copy(head, 8)
    head.writeUInt32LE(crc32(head.subarray(0, authenticatedBytes)), authenticatedBytes)
    const sealing = createCipheriv(cipher, this.#key, nonceOf(head))
    sealing.setAAD(aadOf(head))
    const sealed = Buffer.concat([sealing.update(bytes), sealing.final()])
    // Used up even where the record finds no room: part of it may have reached the disk.
    this.#write(Buffer.concat([head, sealed, sealing.getAuthTag()]))
    this.#number += 1
  }

  close(): void {
    closeSync(this.#file)
  }

  #write(bytes: Buffer): void {
    let written = 0
    try {
      while (written < bytes.length) {
        written += writeSync(this.#file, bytes, written, bytes.length - written, this.#end + written)
      }
    } finally {
      // What lies behind is a torn record: of an earlier writer, or of this one just now.
      if (written < bytes.length) ftruncateSync(this.#file, this.#end)
      else ftruncateSync(this.#file, (this.#end += written))
    }
  }
}

function open(head: Buffer, sealed: Buffer, key: Buffer): Buffer | undefined {
  const opening = createDecipheriv(cipher, key, nonceOf(head))
  opening.setAAD(aadOf(head))
  opening.setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([opening.update(sealed.subarray(0, -tagBytes)), opening.final()])
  } catch {
    return undefined
  }
}

function nonceOf(head: Buffer): Buffer {
  return Buffer.concat([head.subarray(8, 16), head.subarray(4, 8)])
}

function aadOf(head: Buffer): Buffer {
  return Buffer.concat([magic, head.subarray(0, authenticatedBytes)])
}

function isZero(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0)
}
