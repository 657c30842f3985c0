import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { storeKey, type KeySealer } from '../../src-main/hosts/store-key.ts'
import { openStore } from '../../src-main/core/store/open-store.ts'

const hex = /^[\da-f]{64}$/
/** A key store of one user: turns the bytes round, and refuses what another's sealed. */
const sealerOf = (user: string): KeySealer => ({
  seal: (secret) => Buffer.from(`${user}:${Buffer.from(secret).reverse().toString()}`),
  open: (sealed) => {
    const [owner, secret] = sealed.toString().split(':')
    if (owner !== user) throw new Error('not yours')
    return Buffer.from(secret!).reverse().toString()
  },
})

let directory: string
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'seat-key-'))))
afterEach(() => rmSync(directory, { recursive: true, force: true }))
const at = (name: string): string => join(directory, name)

describe('the key of a data directory without a key store', () => {
  it('is made once, for this user alone, and found again', () => {
    const key = storeKey(directory, {}, undefined)
    expect(key).toMatch(hex)
    expect(storeKey(directory, {}, undefined)).toBe(key)
    expect(readdirSync(directory)).toEqual(['store.key'])
    if (process.platform !== 'win32') expect(statSync(at('store.key')).mode & 0o777).toBe(0o600)
  })

  it('is another one for every directory', () => {
    expect(storeKey(directory, {}, undefined)).not.toBe(storeKey(join(directory, 'other'), {}, undefined))
  })

  it('lies where the administrator says', () => {
    const file = at('elsewhere/seat.key')
    const key = storeKey(directory, { SEAT_STORE_KEY_FILE: file }, sealerOf('a'))
    expect(readFileSync(file, 'utf8')).toBe(key)
    expect(existsSync(at('store.key'))).toBe(false)
    expect(existsSync(at('store.key.sealed'))).toBe(false)
  })
})

describe('the key under a key store', () => {
  it('is kept sealed, and opened by the same user', () => {
    const key = storeKey(directory, {}, sealerOf('a'))
    expect(readdirSync(directory)).toEqual(['store.key.sealed'])
    expect(readFileSync(at('store.key.sealed'), 'utf8')).not.toContain(key)
    expect(storeKey(directory, {}, sealerOf('a'))).toBe(key)
  })

  it('cannot be had by another user, nor by a host without the key store: each is told what to do', () => {
    storeKey(directory, {}, sealerOf('a'))
    expect(() => storeKey(directory, {}, sealerOf('b'))).toThrow(/钥匙串打不开/)
    expect(() => storeKey(directory, {}, undefined)).toThrow(/桌面客户端/)
  })

  it('is the plain one where another host has made that first', () => {
    const key = storeKey(directory, {}, undefined)
    expect(storeKey(directory, {}, sealerOf('a'))).toBe(key)
    expect(readdirSync(directory)).toEqual(['store.key'])
  })
})

describe('a key that cannot be had', () => {
  it('is never replaced by a new one where there is data under it', () => {
    const key = storeKey(directory, {}, undefined)
    openStore(directory, Buffer.from(key, 'hex')).close()
    rmSync(at('store.key'))
    expect(() => storeKey(directory, {}, undefined)).toThrow(/找不到数据密钥/)
    expect(() => storeKey(directory, {}, sealerOf('a'))).toThrow(/找不到数据密钥/)
    expect(readdirSync(directory).filter((name) => name.startsWith('store.key'))).toEqual([])
  })

  it('is made for a plain database, which will be encrypted with it', () => {
    writeFileSync(at('seat.db'), 'SQLite format 3\0')
    expect(storeKey(directory, {}, undefined)).toMatch(hex)
  })

  it('is said: not a key, not readable', () => {
    writeFileSync(at('store.key'), 'lost and found')
    expect(() => storeKey(directory, {}, undefined)).toThrow(/64 个十六进制字符/)
    const locked = at('locked')
    writeFileSync(locked, 'x')
    chmodSync(locked, 0o000)
    if (process.getuid?.() === 0) return
    expect(() => storeKey(directory, { SEAT_STORE_KEY_FILE: locked }, undefined)).toThrow(/EACCES/)
  })
})
