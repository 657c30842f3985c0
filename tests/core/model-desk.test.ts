import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ModelView } from '#shared/contract/views.ts'
import { unwrap, type Failure } from '#shared/base/result.ts'
import { unpackInChild } from '../../src-main/core/models/unpack-in-child.ts'
import { sourceEntries } from '../../src-main/hosts/paths.ts'
import { AsrChild } from '../support/asr-child.ts'
import { CoreHarness } from '../support/core-harness.ts'
import { ModelServer } from '../support/model-server.ts'
import { standInArchive, standInFolder, standInLibrary } from '../support/model-library.ts'

let server: ModelServer
let folder = ''
let archive: Buffer
let seat: CoreHarness
let answered = 0
beforeEach(async () => {
  server = await ModelServer.start()
  folder = mkdtempSync(join(tmpdir(), 'model-desk-'))
  archive = standInArchive(folder)
  const address = server.serve('/added.tar.gz', archive)
  const { folders } = standInLibrary(folder, [{ kind: 'archive', address }])
  answered = 0
  seat = await CoreHarness.start({ modelFolders: folders })
})
afterEach(async () => {
  seat.cleanUp()
  await server.stop()
  rmSync(folder, { recursive: true })
})

/** Plays asr: answers every trial as told. */
async function answerTrial(problem?: Failure): Promise<void> {
  await vi.waitFor(() => expect(seat.sentToAsr.length).toBeGreaterThan(answered), { timeout: 10_000 })
  const command = seat.sentToAsr[answered]
  answered += 1
  if (command?.type !== 'probe') throw new Error('no trial was asked for')
  seat.heard({ type: 'probed', request: command.request, ...(problem === undefined ? {} : { problem }) })
}

const told = (id: string): ModelView[] => seat.of('models.changed').filter((view) => view.id === id)
const viewOf = async (id: string): Promise<ModelView> => {
  const view = (await seat.call('models.list', {})).find((model) => model.id === id)
  if (view === undefined) throw new Error(`no model ${id}`)
  return view
}
const until = (id: string, state: ModelView['state']): Promise<void> =>
  vi.waitFor(() => expect(told(id).at(-1)?.state).toBe(state), { timeout: 10_000 })
const restarts = (): number => seat.sent.filter((type) => type === 'restart-asr').length
const unusable: Failure = { code: 'model-unusable', message: '无法加载' }

describe('the models of a seat', () => {
  it('are listed with what they are for and how they stand', async () => {
    expect(await viewOf('own')).toMatchObject({
      role: 'streaming',
      state: 'unverified',
      shipped: true,
      chosen: true,
    })
    expect(await viewOf('added')).toMatchObject({
      state: 'not-installed',
      shipped: false,
      chosen: false,
      mirrors: [`${server.origin}/added.tar.gz`],
    })
    expect(await viewOf('silero-vad')).toMatchObject({
      role: 'voice-activity',
      state: 'installed',
      chosen: true,
    })
    expect(await viewOf('marks')).toMatchObject({ mirrors: [] })
  })

  it('are fetched, tried and chosen; asr is started anew for the one chosen', async () => {
    await seat.call('models.fetch', { modelId: 'added' })
    await answerTrial()
    await until('added', 'unverified')
    expect(told('added').map(({ state }) => state)).toEqual(expect.arrayContaining(['fetching', 'checking']))
    const fetching = told('added').filter(
      ({ state, progress }) => state === 'fetching' && progress !== undefined,
    )
    expect(fetching.at(-1)?.progress).toEqual({ received: archive.length, total: archive.length })
    expect(restarts()).toBe(0)

    const chosen = seat.call('models.choose', { role: 'streaming', modelId: 'added' })
    await answerTrial()
    const list = await chosen
    expect(
      list.filter(({ role, chosen: inUse }) => role === 'streaming' && inUse).map(({ id }) => id),
    ).toEqual(['added'])
    expect(told('own').at(-1)?.chosen).toBe(false)
    expect(restarts()).toBe(1)
  })

  it('keeps the model in use where the chosen one cannot be loaded, and says why', async () => {
    await seat.call('models.fetch', { modelId: 'added' })
    await answerTrial()
    await until('added', 'unverified')
    const chosen = seat.call('models.choose', { role: 'streaming', modelId: 'added' })
    await answerTrial(unusable)
    await expect(chosen).rejects.toMatchObject({ code: 'model-unusable' })
    expect(await viewOf('added')).toMatchObject({ state: 'broken', problem: '无法加载', chosen: false })
    expect(await viewOf('own')).toMatchObject({ chosen: true })
    expect(restarts()).toBe(0)
  })

  it('shows why a fetch failed, and forgets it at the next one', async () => {
    server.serve('/added.tar.gz', archive, { kind: 'status', status: 404, times: 1 })
    await seat.call('models.fetch', { modelId: 'added' })
    await until('added', 'not-installed')
    expect((await viewOf('added')).problem).toContain('HTTP 404')
    await seat.call('models.fetch', { modelId: 'added' })
    await answerTrial()
    await until('added', 'unverified')
    expect((await viewOf('added')).problem).toBeUndefined()
  })

  it('can be cancelled while they are fetched, and do one thing at a time', async () => {
    server.serve('/added.tar.gz', archive, { kind: 'hang', afterBytes: 500 })
    await seat.call('models.fetch', { modelId: 'added' })
    await expect(seat.call('models.fetch', { modelId: 'added' })).rejects.toMatchObject({
      code: 'model-busy',
    })
    await expect(seat.call('models.remove', { modelId: 'added' })).rejects.toMatchObject({
      code: 'model-busy',
    })
    await seat.call('models.cancel', { modelId: 'added' })
    await until('added', 'not-installed')
    expect((await viewOf('added')).problem).toBeUndefined()
    await expect(seat.call('models.cancel', { modelId: 'added' })).rejects.toMatchObject({
      code: 'model-not-busy',
    })
  })

  it('are verified by asr; a recogniser that is not there is no fault of the model', async () => {
    const verified = seat.call('models.verify', { modelId: 'own' })
    await answerTrial()
    expect(await verified).toMatchObject({ state: 'unverified' })
    const broken = seat.call('models.verify', { modelId: 'own' })
    await answerTrial(unusable)
    expect(await broken).toMatchObject({ state: 'broken', problem: '无法加载' })
    const unanswered = seat.call('models.verify', { modelId: 'own' })
    await vi.waitFor(() => expect(seat.sentToAsr.length).toBeGreaterThan(answered))
    seat.core.receive({ type: 'asr-down', reason: 'SIGKILL' })
    expect(await unanswered).toMatchObject({
      state: 'unverified',
      problem: expect.stringContaining('没有回应') as string,
    })
    await expect(seat.call('models.verify', { modelId: 'added' })).rejects.toMatchObject({
      code: 'model-not-installed',
    })
  })

  it('are imported and removed, and left out where they may be', async () => {
    const imported = seat.call('models.import', {
      modelId: 'marks',
      path: join(standInFolder, 'ct-transformer'),
    })
    await answerTrial()
    expect(await imported).toMatchObject({ state: 'unverified', chosen: false })
    const chosen = seat.call('models.choose', { role: 'punctuation', modelId: 'marks' })
    await answerTrial()
    await chosen
    await expect(seat.call('models.remove', { modelId: 'marks' })).rejects.toMatchObject({
      code: 'model-in-use',
    })
    await seat.call('models.choose', { role: 'punctuation', modelId: null })
    expect(restarts()).toBe(2)
    expect(await seat.call('models.remove', { modelId: 'marks' })).toMatchObject({ state: 'not-installed' })
    await expect(
      seat.call('models.import', { modelId: 'added', path: standInFolder + '/sense-voice' }),
    ).rejects.toMatchObject({
      code: 'model-files-lacking',
    })
    expect(await viewOf('added')).toMatchObject({
      state: 'not-installed',
      problem: expect.stringContaining('encoder.onnx') as string,
    })
  })

  it('are refused where nothing can be done: unknown, shipped, without an address', async () => {
    const refused = (modelId: string, code: string): Promise<void> =>
      expect(seat.call('models.fetch', { modelId, mirror: `${server.origin}/x` })).rejects.toMatchObject({
        code,
      })
    await refused('nothing', 'model-unknown')
    await refused('own', 'model-shipped')
    await expect(seat.call('models.fetch', { modelId: 'marks' })).rejects.toMatchObject({
      code: 'model-no-source',
    })
    await expect(seat.call('models.fetch', { modelId: 'added', mirror: 'ftp://x/y' })).rejects.toMatchObject({
      code: 'model-bad-address',
    })
    await expect(seat.call('models.choose', { role: 'streaming', modelId: null })).rejects.toMatchObject({
      code: 'model-role-needed',
    })
    expect(seat.bugs).toEqual([])
  })
})

describe('with a real asr', () => {
  /** Carries the trials to asr and back, and starts asr anew when core asks, as a host does. */
  async function connect(
    first: AsrChild,
    start: () => AsrChild,
  ): Promise<{ asr: () => AsrChild; stop: () => Promise<unknown> }> {
    let asr = first
    let carried = 0
    let started = 0
    let told = 0
    const timer = setInterval(() => {
      for (const command of seat.sentToAsr.slice(carried)) asr.send(command)
      carried = seat.sentToAsr.length
      for (const event of asr.events.slice(told)) seat.heard(event)
      told = asr.events.length
      if (restarts() > started) {
        started += 1
        void asr.kill()
        asr = start()
        told = 0
      }
    }, 20)
    await first.until((events) => events.length > 0)
    return {
      asr: () => asr,
      stop: () => {
        clearInterval(timer)
        return asr.stop()
      },
    }
  }

  it(
    'a fetched model is chosen and loaded, and a broken one leaves it in use',
    { timeout: 60_000 },
    async () => {
      const { shipped, installed = '' } = standInLibrary(folder, [
        { kind: 'archive', address: `${server.origin}/added.tar.gz` },
      ]).folders
      const start = (): AsrChild => new AsrChild(shipped, '', { SEAT_INSTALLED_MODELS: installed })
      const line = await connect(start(), start)
      expect(line.asr().events[0]).toMatchObject({ type: 'ready', model: '自带模型' })

      await seat.call('models.fetch', { modelId: 'added' })
      await vi.waitFor(() => expect(told('added').at(-1)?.state).toBe('unverified'), { timeout: 20_000 })
      await seat.call('models.choose', { role: 'streaming', modelId: 'added' })
      await vi.waitFor(
        () => expect(line.asr().events[0]).toMatchObject({ type: 'ready', model: '外来模型' }),
        { timeout: 20_000 },
      )

      server.serve('/added.tar.gz', archive.subarray(0, archive.length / 2))
      await seat.call('models.fetch', { modelId: 'added' })
      await vi.waitFor(() => expect(told('added').at(-1)?.problem).toContain('损坏'), { timeout: 20_000 })
      expect(told('added').at(-1)).toMatchObject({ state: 'unverified', chosen: true })
      expect(line.asr().running).toBe(true)
      await line.stop()
    },
  )
})

describe('unpacking beside the core', () => {
  it('is done by a child of the core process, which can be stopped', async () => {
    const inChild = unpackInChild(sourceEntries.core)
    const job = {
      archive: join(folder, 'added.tar.gz'),
      names: ['encoder.onnx', 'tokens.txt'],
      target: join(folder, 'out'),
    }
    unwrap(await inChild(job))
    expect(await inChild({ ...job, names: ['nothing.onnx'] })).toMatchObject({
      error: { code: 'model-files-lacking' },
    })
    expect(await inChild(job, AbortSignal.abort())).toMatchObject({
      error: { code: 'model-fetch-cancelled' },
    })
  })
})
