import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  forkAddress,
  isLoopback,
  readForkSettings,
} from '../../../src-main/hosts/media-fork/fork-settings.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'seat-fork-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const read = (SEAT_MEDIA_FORK?: string, SEAT_MEDIA_FORK_TOKEN?: string) =>
  readForkSettings(directory, {
    ...(SEAT_MEDIA_FORK === undefined ? {} : { SEAT_MEDIA_FORK }),
    ...(SEAT_MEDIA_FORK_TOKEN === undefined ? {} : { SEAT_MEDIA_FORK_TOKEN }),
  })

describe('where the switch connects to', () => {
  it('is nowhere unless asked for', () => {
    expect(read()).toEqual({ kind: 'off' })
    expect(read('')).toEqual({ kind: 'off' })
    expect(read('off')).toEqual({ kind: 'off' })
  })

  it('is this machine alone where no other place is named', () => {
    expect(read('on')).toMatchObject({ kind: 'on', host: '127.0.0.1', port: 12_346 })
    expect(read('0.0.0.0:9000')).toMatchObject({ host: '0.0.0.0', port: 9000 })
    expect(read('[::1]:0')).toMatchObject({ host: '::1', port: 0 })
  })

  it.each(['yes', 'localhost', ':9000', '127.0.0.1:', '127.0.0.1:99999', 'ws://127.0.0.1:1'])(
    'is not guessed from %s',
    (written) => expect(read(written)).toMatchObject({ kind: 'bad' }),
  )

  it('counts as this machine by its address only', () => {
    for (const host of ['127.0.0.1', '127.8.8.8', 'localhost', '::1']) expect(isLoopback(host)).toBe(true)
    for (const host of ['0.0.0.0', '::', '192.168.1.5', '127.evil.example']) {
      expect(isLoopback(host)).toBe(false)
    }
    expect(forkAddress('::1', 5)).toBe('ws://[::1]:5/')
  })
})

describe('the token', () => {
  it('is made once and kept for this user alone', () => {
    const settings = read('on')
    const path = join(directory, 'media-fork-token')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(settings).toMatchObject({ token: readFileSync(path, 'utf8') })
    expect(read('on')).toEqual(settings)
  })

  it('can be given, but not a short one', () => {
    expect(read('on', 'a-token-of-our-own')).toMatchObject({ token: 'a-token-of-our-own' })
    expect(read('on', 'guess')).toMatchObject({ kind: 'bad', why: expect.stringContaining('16') as string })
  })

  it('that cannot be kept is no token', () => {
    writeFileSync(join(directory, 'file'), '')
    expect(readForkSettings(join(directory, 'file'), { SEAT_MEDIA_FORK: 'on' })).toMatchObject({
      kind: 'bad',
    })
  })
})
