import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { download, type DownloadOptions, type DownloadProgress } from '../../src-main/models/download.ts'
import { ModelServer } from '../support/model-server.ts'

const content = randomBytes(300_000)
const sha256 = createHash('sha256').update(content).digest('hex')
const patience = { stallMs: 300, pausesMs: [1, 1, 1] }

let server: ModelServer
let folder = ''
let target = ''
beforeEach(async () => {
  server = await ModelServer.start()
  folder = mkdtempSync(join(tmpdir(), 'download-'))
  target = join(folder, 'model.onnx')
})
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

const fetchIt = (address: string, more: Partial<DownloadOptions> = {}) =>
  download({ address, target, expected: {}, patience, ...more })
const ranges = (): readonly (string | undefined)[] => server.asked.map(({ range }) => range)
const isWhole = (): boolean => readFileSync(target).equals(content)

describe('download', () => {
  it('brings a file, through redirections, and tells how far it is', async () => {
    server.serve('/real', content)
    const told: DownloadProgress[] = []
    const outcome = await fetchIt(server.redirect('/moved', '/real'), {
      expected: { bytes: content.length, sha256 },
      onProgress: (progress) => told.push(progress),
    })
    expect(outcome.ok).toBe(true)
    expect(isWhole()).toBe(true)
    expect(told.at(-1)).toEqual({ received: content.length, total: content.length })
    expect(existsSync(`${target}.part`) || existsSync(`${target}.part.json`)).toBe(false)
  })

  it('tells of progress at most four times a second', async () => {
    const told: number[] = []
    const start = performance.now()
    await fetchIt(server.serve('/slow', content, { kind: 'slow', pauseMs: 30 }), {
      onProgress: ({ received }) => told.push(received),
    })
    const seconds = (performance.now() - start) / 1000
    expect(told.length).toBeGreaterThan(1)
    expect(told.length).toBeLessThanOrEqual(Math.ceil(seconds * 4) + 2)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
  })

  it('goes on where the connection broke off, as often as it takes while something comes', async () => {
    const address = server.serve('/breaks', content, { kind: 'break-off', afterBytes: 50_000 })
    expect((await fetchIt(address, { expected: { sha256 } })).ok).toBe(true)
    expect(isWhole()).toBe(true)
    expect(ranges()[0]).toBeUndefined()
    expect(ranges().slice(1)).toEqual(
      [50_000, 100_000, 150_000, 200_000, 250_000].map((at) => `bytes=${String(at)}-`),
    )
  })

  it('takes a connection on which nothing more comes for broken', async () => {
    const address = server.serve('/hangs', content, { kind: 'hang', afterBytes: 100_000, times: 1 })
    expect((await fetchIt(address)).ok).toBe(true)
    expect(isWhole()).toBe(true)
    expect(ranges()).toEqual([undefined, 'bytes=100000-'])
  })

  it('gives up after attempts that bring nothing, in words, and keeps the part', async () => {
    const first = server.serve(
      '/dies',
      content,
      { kind: 'break-off', afterBytes: 60_000, times: 1 },
      { kind: 'status', status: 503 },
    )
    const outcome = await fetchIt(first)
    expect(outcome).toMatchObject({ ok: false, error: { code: 'model-fetch-broken-off' } })
    if (!outcome.ok) expect(outcome.error.message).toContain('HTTP 503')
    expect(server.asked).toHaveLength(1 + 4)
    expect(statSync(`${target}.part`).size).toBe(60_000)
    server.serve('/dies', content)
    expect((await fetchIt(first)).ok).toBe(true)
    expect(ranges().at(-1)).toBe('bytes=60000-')
    expect(isWhole()).toBe(true)
  })

  it('is cancelled at once, and a later one goes on from there', async () => {
    const address = server.serve('/long', content, { kind: 'slow', pauseMs: 20 })
    const cancel = new AbortController()
    const outcome = await fetchIt(address, {
      signal: cancel.signal,
      onProgress: ({ received }) => {
        if (received > 20_000) cancel.abort()
      },
    })
    expect(outcome).toMatchObject({ ok: false, error: { code: 'model-fetch-cancelled' } })
    const kept = statSync(`${target}.part`).size
    expect(kept).toBeGreaterThan(20_000)
    expect((await fetchIt(address)).ok).toBe(true)
    expect(ranges().at(-1)).toBe(`bytes=${String(kept)}-`)
    expect(isWhole()).toBe(true)
  })

  it('asks for nothing once it is cancelled', async () => {
    const outcome = await fetchIt(server.serve('/never', content), { signal: AbortSignal.abort() })
    expect(outcome).toMatchObject({ error: { code: 'model-fetch-cancelled' } })
    expect(server.asked).toEqual([])
  })

  it.each([
    { what: 'ignores ranges', fault: { kind: 'no-ranges' } },
    { what: 'has another file now', fault: undefined },
    { what: 'has another file now and ignores If-Range', fault: { kind: 'blind-range' } },
  ] as const)('begins anew where the server $what', async ({ what, fault }) => {
    const before = what.startsWith('has') ? randomBytes(300_000) : content
    const address = server.serve(
      '/changes',
      before,
      { kind: 'break-off', afterBytes: 80_000, times: 1 },
      { kind: 'status', status: 404 },
    )
    expect((await fetchIt(address)).ok).toBe(false)
    expect(statSync(`${target}.part`).size).toBe(80_000)
    server.serve('/changes', content, ...(fault === undefined ? [] : [fault]))
    expect((await fetchIt(address)).ok).toBe(true)
    expect(isWhole()).toBe(true)
  })

  it('begins anew where the file has become shorter than the part', async () => {
    const address = server.serve(
      '/shrinks',
      randomBytes(400_000),
      { kind: 'break-off', afterBytes: 350_000, times: 1 },
      { kind: 'status', status: 404 },
    )
    expect((await fetchIt(address)).ok).toBe(false)
    server.serve('/shrinks', content, { kind: 'blind-range' })
    expect((await fetchIt(address)).ok).toBe(true)
    expect(isWhole()).toBe(true)
  })

  it('does not go on with the part of another address', async () => {
    const first = server.serve(
      '/one',
      randomBytes(300_000),
      { kind: 'break-off', afterBytes: 70_000, times: 1 },
      { kind: 'status', status: 404 },
    )
    expect((await fetchIt(first)).ok).toBe(false)
    expect((await fetchIt(server.serve('/two', content))).ok).toBe(true)
    expect(ranges().at(-1)).toBeUndefined()
    expect(isWhole()).toBe(true)
  })

  it.each([
    { what: 'nothing there', fault: { kind: 'status', status: 404 }, code: 'model-fetch-not-found' },
    { what: 'no permission', fault: { kind: 'status', status: 403 }, code: 'model-fetch-refused' },
    { what: 'a web page', fault: { kind: 'web-page' }, code: 'model-fetch-web-page' },
  ] as const)('says at once what is wrong with $what', async ({ fault, code }) => {
    const outcome = await fetchIt(server.serve('/wrong', content, fault))
    expect(outcome).toMatchObject({ ok: false, error: { code } })
    if (!outcome.ok) expect(outcome.error.message).toContain('127.0.0.1')
    expect(server.asked).toHaveLength(1)
    expect(existsSync(target)).toBe(false)
  })

  it('takes no file of another size or content', async () => {
    const address = server.serve('/other', content)
    expect(await fetchIt(address, { expected: { bytes: 299_999 } })).toMatchObject({
      error: { code: 'model-fetch-size' },
    })
    const other = { bytes: content.length, sha256: '0'.repeat(64) }
    expect(await fetchIt(address, { expected: other })).toMatchObject({
      error: { code: 'model-fetch-checksum' },
    })
    expect(existsSync(target) || existsSync(`${target}.part`)).toBe(false)
  })

  it('says when there is nobody, or the disk refuses', async () => {
    const nobody = await fetchIt('http://127.0.0.1:9/model.onnx')
    expect(nobody).toMatchObject({ error: { code: 'model-fetch-broken-off' } })
    if (!nobody.ok) expect(nobody.error.message).toContain('127.0.0.1:9')
    writeFileSync(join(folder, 'file'), '')
    const blocked = await download({
      address: server.serve('/x', content),
      target: join(folder, 'file', 'x'),
      expected: {},
      patience,
    })
    expect(blocked).toMatchObject({ error: { code: 'models-not-writable' } })
  })

  it('fetches nothing that is there already as it should be', async () => {
    writeFileSync(target, content)
    expect((await fetchIt(server.serve('/again', content), { expected: { sha256 } })).ok).toBe(true)
    expect(server.asked).toEqual([])
  })
})
