import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unwrap } from '#shared/base/result.ts'
import { SealedFile, unseal } from '../../../src-main/core/recordings/sealed-file.ts'

const key = Buffer.alloc(32, 1)
const headBytes = 20
const tagBytes = 16

let directory: string
let path: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'seat-sealed-'))
  path = join(directory, 'call.seatrec')
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const someRecords = fc.array(fc.uint8Array({ minLength: 1, maxLength: 80 }), { minLength: 1, maxLength: 6 })

function write(records: readonly Uint8Array[]): Buffer {
  rmSync(path, { force: true })
  return append(records)
}

function append(records: readonly Uint8Array[]): Buffer {
  const { file } = unwrap(SealedFile.open(path, key))
  for (const record of records) file.append(Buffer.from(record))
  file.close()
  return readFileSync(path)
}

const read = (file: Buffer) => unwrap(unseal(file, key)).records.map((record) => [...record])
const plain = (records: readonly Uint8Array[]) => records.map((record) => [...record])

/** Where each record begins, and where the last one ends. */
function edges(records: readonly Uint8Array[]): number[] {
  const at = [8]
  for (const record of records) at.push(at.at(-1)! + headBytes + record.length + tagBytes)
  return at
}

describe('a sealed file', () => {
  it('gives back what was written, by however many writers', () => {
    fc.assert(
      fc.property(fc.array(someRecords, { minLength: 1, maxLength: 4 }), (sessions) => {
        rmSync(path, { force: true })
        for (const session of sessions) append(session)
        expect(read(readFileSync(path))).toEqual(plain(sessions.flat()))
      }),
      { numRuns: 40 },
    )
  })

  it('shows nothing of what it keeps', () => {
    expect(write([Buffer.from('我住在人民路八十号')]).includes('人民路')).toBe(false)
  })

  it('that was cut off anywhere counts up to the last whole record, and is gone on with', () => {
    fc.assert(
      fc.property(
        someRecords,
        fc.nat(),
        fc.uint8Array({ minLength: 1, maxLength: 9 }),
        (records, cut, more) => {
          const whole = write(records)
          const length = cut % whole.length
          const kept = plain(records).slice(
            0,
            Math.max(
              0,
              edges(records).findLastIndex((edge) => edge <= length),
            ),
          )
          expect(read(whole.subarray(0, length))).toEqual(kept)
          truncateSync(path, length)
          append([more])
          expect(read(readFileSync(path))).toEqual([...kept, [...more]])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('that ends in zeros, as after a power cut, counts up to them', () => {
    const whole = write([Buffer.from('one')])
    expect(read(Buffer.concat([whole, Buffer.alloc(500)]))).toEqual(plain([Buffer.from('one')]))
  })

  it('in which any bit was changed is refused, never read wrong', () => {
    fc.assert(
      fc.property(someRecords, fc.nat(), (records, place) => {
        const file = Buffer.from(write(records))
        const bit = place % (file.length * 8)
        file[bit >> 3]! ^= 1 << (bit & 7)
        expect(unseal(file, key)).toMatchObject({ ok: false, error: { code: 'recording-damaged' } })
      }),
      { numRuns: 150 },
    )
  })

  it('whose records were swapped, doubled or taken out is refused', () => {
    const records = [Buffer.from('one'), Buffer.from('two'), Buffer.from('six')]
    const file = write(records)
    const at = edges(records)
    const [head, ...parts] = [0, ...at].map((edge, index) => file.subarray(edge, at[index]))
    for (const order of [
      [1, 0, 2],
      [0, 0, 1],
      [0, 2],
      [1, 2],
    ]) {
      const changed = Buffer.concat([head!, ...order.map((index) => parts[index]!)])
      expect(unseal(changed, key).ok, order.join()).toBe(false)
    }
  })

  it('under another key is refused, and left as it is', () => {
    const file = write([Buffer.from('one')])
    expect(SealedFile.open(path, Buffer.alloc(32, 2)).ok).toBe(false)
    expect(readFileSync(path)).toEqual(file)
  })

  it('never uses a nonce twice, not even for a record that is written again', () => {
    write([Buffer.from('one')])
    const nonces = [1, 2, 3].map(() => {
      truncateSync(path, 8)
      return append([Buffer.from('one')]).toString('hex', 12, 24)
    })
    expect(new Set(nonces).size).toBe(3)
  })

  it('that is somebody else’s is refused', () => {
    writeFileSync(path, 'RIFF....WAVEfmt ')
    expect(SealedFile.open(path, key).ok).toBe(false)
  })
})
