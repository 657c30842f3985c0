import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Model } from '../../src-main/models/manifest.ts'
import { ModelServer } from '../support/model-server.ts'
import { standInArchive, standInFolder, standInLibrary } from '../support/model-library.ts'
import { seat as run, type SeatOutput } from '../support/seat-command.ts'

const root = join(import.meta.dirname, '../..')

interface Row {
  readonly id: string
  readonly role: Model['role']
  readonly state: string
  readonly chosen: boolean
}

describe('seat models', { timeout: 60_000 }, () => {
  let spoilt = ''
  let data = ''
  beforeAll(() => {
    data = mkdtempSync(join(tmpdir(), 'seat-data-'))
    spoilt = mkdtempSync(join(tmpdir(), 'spoilt-models-'))
    for (const part of ['manifest.json', 'silero-vad', 'rehearsal/tokens.txt']) {
      cpSync(join(root, 'models', part), join(spoilt, part), { recursive: true })
    }
    writeFileSync(join(spoilt, 'rehearsal/model.onnx'), 'not a model')
  })
  afterAll(() => {
    rmSync(spoilt, { recursive: true })
    rmSync(data, { recursive: true })
  })
  const seat = (...words: readonly string[]): Promise<SeatOutput> =>
    run(['models', ...words], { SEAT_DATA_DIR: data })

  it('lists what there is by what it is for, with states in Chinese and as data', async () => {
    const shown = await seat('list')
    expect(shown.output).toContain('演练模型\t已安装\t使用中')
    expect(shown.output).toContain('未安装')
    const rows = JSON.parse((await seat('--json')).output) as Row[]
    expect(rows.find(({ id }) => id === 'rehearsal')).toMatchObject({ state: 'installed', chosen: true })
    const roles = rows.filter(({ state }) => state === 'not-installed').map(({ role }) => role)
    expect(roles.filter((role) => role === 'streaming').length).toBeGreaterThanOrEqual(5)
    expect(new Set(roles)).toEqual(new Set(['streaming', 'second-pass', 'punctuation']))
  })

  it('verifies the models that ship by loading them', async () => {
    expect((await seat('verify', 'rehearsal')).code).toBe(0)
    expect((await seat('verify', 'silero-vad')).code).toBe(0)
  })

  it('fails where the files are broken, not there, or unknown', async () => {
    const broken = await seat('verify', '--models', spoilt)
    expect(broken.code).toBe(1)
    expect(broken.output).toContain('已损坏')
    expect(broken.output).toContain('大小不对')
    expect((await seat('verify', 'paraformer-zh-en')).code).toBe(1)
    const unknown = await seat('verify', 'nothing')
    expect(unknown.code).not.toBe(0)
    expect(unknown.errors).toContain('模型清单里没有“nothing”')
  })
})

// Every step is a process of its own.
describe('seat models, changing what there is', { timeout: 120_000 }, () => {
  let server: ModelServer
  let folder = ''
  let address = ''
  beforeEach(async () => {
    server = await ModelServer.start()
    folder = mkdtempSync(join(tmpdir(), 'models-command-'))
    address = server.serve('/added.tar.gz', standInArchive(folder))
    standInLibrary(folder, [{ kind: 'archive', address }])
  })
  afterEach(async () => {
    await server.stop()
    rmSync(folder, { recursive: true })
  })
  const environment = (): Record<string, string> => ({
    SEAT_MODELS: join(folder, 'shipped'),
    SEAT_INSTALLED_MODELS: join(folder, 'installed'),
    SEAT_DATA_DIR: folder,
  })
  const seat = (...words: readonly string[]): Promise<SeatOutput> => run(['models', ...words], environment())
  const rowOf = async (id: string): Promise<Row | undefined> =>
    (JSON.parse((await seat('--json')).output) as Row[]).find((row) => row.id === id)

  it('fetches, verifies, chooses and removes a model', async () => {
    const fetched = await seat('fetch', 'added')
    expect(fetched).toMatchObject({ code: 0, output: '外来模型 已安装\n' })
    expect(fetched.errors).toContain('100%')
    expect((await seat('choose', 'added')).code).toBe(0)
    expect(await rowOf('added')).toMatchObject({ state: 'unverified', chosen: true })
    expect((await seat('remove', 'added')).errors).toContain('正在使用')
    expect((await seat('choose', 'own')).code).toBe(0)
    expect((await seat('remove', 'added')).code).toBe(0)
    expect(await rowOf('added')).toMatchObject({ state: 'not-installed' })
  })

  it('says in one sentence why a fetch failed, and leaves the choice as it was', async () => {
    server.serve('/added.tar.gz', Buffer.from(''), { kind: 'web-page' })
    const page = await seat('fetch', 'added')
    expect(page.code).toBe(1)
    expect(page.errors).toContain('给的是网页')
    expect((await seat('fetch', 'added', '--mirror', `${server.origin}/nowhere`)).errors).toContain(
      'HTTP 404',
    )
    expect((await seat('fetch', 'own')).errors).toContain('没有下载地址')
    expect((await seat('choose', 'added')).errors).toContain('还没有安装')
    expect(await rowOf('own')).toMatchObject({ chosen: true })
  })

  it('imports a model, and uses none again', async () => {
    expect((await seat('import', 'marks', join(standInFolder, 'ct-transformer'))).code).toBe(0)
    expect((await seat('choose', 'marks')).code).toBe(0)
    expect(await rowOf('marks')).toMatchObject({ chosen: true })
    expect((await seat('choose', '--none', 'punctuation')).code).toBe(0)
    expect(await rowOf('marks')).toMatchObject({ chosen: false })
    expect((await seat('choose')).code).toBe(1)
    const mismatched = await seat('import', 'added', join(standInFolder, 'sense-voice'))
    expect(mismatched.errors).toContain('encoder.onnx')
  })

  it('does not take into use what changed since it came', async () => {
    await seat('fetch', 'added')
    truncateSync(join(folder, 'installed/transducer/encoder.onnx'), 2_000)
    const outcome = await seat('choose', 'added')
    expect(outcome.code).toBe(1)
    expect(outcome.errors).toContain('校验和不对')
    expect(await rowOf('own')).toMatchObject({ chosen: true })
  })

  it('is cancelled by Ctrl-C, keeps what it has, and goes on from there', async () => {
    const whole = standInArchive(folder)
    const padded = Buffer.concat([whole, Buffer.alloc(2_000_000)])
    server.serve('/added.tar.gz', padded, { kind: 'slow', pauseMs: 40 })
    const entry = join(root, 'src-main/cli/seat.ts')
    const child = spawn(process.execPath, [entry, 'models', 'fetch', 'added'], {
      env: { ...process.env, ...environment() },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let errors = ''
    let interrupted = false
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
      if (!interrupted && errors.includes('%')) interrupted = child.kill('SIGINT')
    })
    expect(await ended).toBe(1)
    expect(errors).toContain('已取消')
    const part = join(folder, 'installed/.downloads/added/added.tar.gz.part')
    expect(existsSync(part)).toBe(true)
    expect(statSync(part).size).toBeLessThan(padded.length)
    server.serve('/added.tar.gz', padded)
    await seat('fetch', 'added')
    expect(server.asked.at(-1)?.range).toMatch(/^bytes=[1-9]/u)
  })
})
