import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unwrap, type Failure } from '#shared/base/result.ts'
import { engineVersion } from '../../src-main/asr/sherpa.ts'
import { takeIntoUse } from '../../src-main/models/choose.ts'
import { fetchModel } from '../../src-main/models/fetch-model.ts'
import { importModel } from '../../src-main/models/import-model.ts'
import type { InstallTools } from '../../src-main/models/install.ts'
import { chosenModel, directoryOf, type ModelLibrary } from '../../src-main/models/library.ts'
import type { Model } from '../../src-main/models/manifest.ts'
import { checkModel } from '../../src-main/models/model-files.ts'
import { tryModel } from '../../src-main/models/probe-model.ts'
import { isProven } from '../../src-main/models/proof.ts'
import { removeModel } from '../../src-main/models/remove-model.ts'
import { unpack } from '../../src-main/models/unpack.ts'
import { AsrChild } from '../support/asr-child.ts'
import { ModelServer } from '../support/model-server.ts'
import {
  addedFiles,
  asrEntry,
  modelIn,
  standInArchive,
  standInFolder,
  standInLibrary,
} from '../support/model-library.ts'

const patience = { stallMs: 300, pausesMs: [1, 1, 1] }
const engine = engineVersion()

async function tryOut(library: ModelLibrary, model: Model): Promise<Failure | undefined> {
  const state = await tryModel(library, model, { entry: asrEntry, engine })
  return state.state === 'broken' ? state.problem : undefined
}
const tools: InstallTools = { unpack, tryOut, now: () => new Date('2026-01-02T03:04:05Z') }

let server: ModelServer
let folder = ''
let archive: Buffer
beforeEach(async () => {
  server = await ModelServer.start()
  folder = mkdtempSync(join(tmpdir(), 'install-'))
  archive = standInArchive(folder)
})
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

/** A library whose added model comes from this archive. */
function libraryWith(content: Buffer, known: { readonly bytes?: number; readonly sha256?: string } = {}) {
  const address = server.serve('/added.tar.gz', content)
  const library = standInLibrary(folder, [{ kind: 'archive', address, ...known }])
  return { library, model: modelIn(library, 'added'), address }
}

const installedFile = (name: string): string => join(folder, 'installed', 'transducer', name)
const leftovers = (): boolean =>
  existsSync(join(folder, 'installed', '.downloads', 'added')) ||
  existsSync(join(folder, 'installed', '.staging', 'added'))

describe('fetching a model', () => {
  it('takes its files out of the archive, tries them, remembers what they were, and proves them for the next start', async () => {
    const { library, model } = libraryWith(archive)
    expect(await checkModel(library, model)).toEqual({ state: 'not-installed' })
    const steps: string[] = []
    const outcome = await fetchModel(library, model, tools, {
      onProgress: ({ received }) => steps.push(`${String(received)} bytes`),
      onChecking: () => steps.push('checking'),
    })
    expect(outcome).toEqual({ ok: true, value: { state: 'unverified' } })
    expect(steps[0]).toMatch(/bytes$/u)
    expect(steps.at(-1)).toBe('checking')
    for (const name of addedFiles) {
      expect(
        readFileSync(installedFile(name)).equals(readFileSync(join(standInFolder, 'transducer', name))),
      ).toBe(true)
    }
    expect(existsSync(installedFile('README.md'))).toBe(false)
    expect(isProven(library, model, engine)).toBe(true)
    expect(isProven(library, model, 'another engine')).toBe(false)
    expect(leftovers()).toBe(false)
  })

  it('shows a file that changed after it came as broken, though nobody published its checksum', async () => {
    const { library, model } = libraryWith(archive)
    unwrap(await fetchModel(library, model, tools))
    expect(await checkModel(library, model)).toEqual({ state: 'unverified' })
    const tokens = readFileSync(installedFile('tokens.txt'))
    tokens[0] = (tokens[0] ?? 0) ^ 1
    writeFileSync(installedFile('tokens.txt'), tokens)
    expect(isProven(library, model, engine)).toBe(false)
    expect(await checkModel(library, model)).toMatchObject({ problem: { code: 'model-file-checksum' } })
  })

  it('fetches single files, each to where the mirror has it', async () => {
    const paths: Record<string, string> = {}
    for (const name of addedFiles) {
      paths[name] = `deep/${name}`
      server.serve(`/mirror/deep/${name}`, readFileSync(join(standInFolder, 'transducer', name)))
    }
    const library = standInLibrary(folder, [{ kind: 'files', address: `${server.origin}/mirror/`, paths }])
    expect((await fetchModel(library, modelIn(library, 'added'), tools)).ok).toBe(true)
    expect(leftovers()).toBe(false)
  })

  it('fetches from any mirror: a folder of files, or an archive of another packing', async () => {
    const library = standInLibrary(folder)
    const model = modelIn(library, 'added')
    expect(await fetchModel(library, model, tools)).toMatchObject({ error: { code: 'model-no-source' } })
    for (const name of addedFiles)
      server.serve(`/any/${name}`, readFileSync(join(standInFolder, 'transducer', name)))
    expect((await fetchModel(library, model, tools, { mirror: `${server.origin}/any` })).ok).toBe(true)
    const plain = server.serve('/other.tar', standInArchive(folder, 'other.tar'))
    expect((await fetchModel(library, model, tools, { mirror: plain })).ok).toBe(true)
    expect(await fetchModel(library, model, tools, { mirror: 'file:///etc/passwd' })).toMatchObject({
      error: { code: 'model-bad-address' },
    })
  })

  it('goes on with an archive after an interruption', async () => {
    const { library, model } = libraryWith(archive)
    server.serve(
      '/added.tar.gz',
      archive,
      { kind: 'break-off', afterBytes: 1_000, times: 1 },
      { kind: 'status', status: 500, times: 4 },
    )
    expect(await fetchModel(library, model, tools, { patience })).toMatchObject({
      error: { code: 'model-fetch-broken-off' },
    })
    expect(existsSync(join(folder, 'installed', '.downloads', 'added', 'added.tar.gz.part'))).toBe(true)
    expect((await fetchModel(library, model, tools, { patience })).ok).toBe(true)
    expect(server.asked.at(-1)?.range).toBe('bytes=1000-')
  })

  it('takes archives as upstream packs them (bzip2)', async () => {
    const packed = join(folder, 'packed.tar.bz2')
    execFileSync('tar', ['cjf', packed, '-C', standInFolder, 'transducer'])
    const address = server.serve('/packed.tar.bz2', readFileSync(packed))
    const library = standInLibrary(folder, [{ kind: 'archive', address }])
    expect((await fetchModel(library, modelIn(library, 'added'), tools)).ok).toBe(true)
  })
})

describe('a fetch that fails', () => {
  /** Installs the good model, then lets a bad one come in its place. */
  async function replaceBy(
    content: Buffer,
    known: { readonly bytes?: number; readonly sha256?: string } = {},
  ) {
    const good = libraryWith(archive)
    unwrap(await fetchModel(good.library, good.model, tools))
    unwrap(await takeIntoUse(good.library, 'streaming', good.model, tryOut))
    const times = addedFiles.map((name) => statSync(installedFile(name)).mtimeMs)
    const { library, model } = libraryWith(content, known)
    const outcome = await fetchModel(library, model, tools, { patience })
    expect(addedFiles.map((name) => statSync(installedFile(name)).mtimeMs)).toEqual(times)
    expect(isProven(library, model, engine)).toBe(true)
    expect(unwrap(chosenModel(library, 'streaming', {}))?.id).toBe('added')
    return outcome
  }

  function repacked(change: (folder: string) => void): Buffer {
    const content = mkdtempSync(join(folder, 'bad-'))
    cpSync(join(standInFolder, 'transducer'), join(content, 'bad'), { recursive: true })
    change(join(content, 'bad'))
    execFileSync('tar', ['czf', join(content, 'bad.tar.gz'), '-C', content, 'bad'])
    return readFileSync(join(content, 'bad.tar.gz'))
  }

  it.each([
    { what: 'is cut', content: () => archive.subarray(0, archive.length / 2), code: 'model-archive-broken' },
    {
      what: 'is no archive',
      content: () => Buffer.from('<!doctype html><p>log in'),
      code: 'model-archive-unknown',
    },
    {
      what: 'lacks a file',
      content: () => repacked((bad) => rmSync(join(bad, 'joiner.onnx'))),
      code: 'model-files-lacking',
    },
    {
      what: 'holds a cut model, which aborts its process',
      content: () => repacked((bad) => truncateSync(join(bad, 'encoder.onnx'), 2_000)),
      code: 'model-unusable',
    },
    {
      what: 'holds a model of another kind',
      content: () =>
        repacked((bad) =>
          cpSync(join(standInFolder, 'zipformer2-ctc/model.onnx'), join(bad, 'encoder.onnx')),
        ),
      code: 'model-unusable',
    },
  ])('leaves the model before in use where the archive $what', async ({ content, code }) => {
    const outcome = await replaceBy(content())
    expect(outcome).toMatchObject({ ok: false, error: { code } })
    expect(leftovers()).toBe(false)
  })

  it('leaves it where the archive has other bytes than the manifest says', async () => {
    const sha256 = createHash('sha256').update('other').digest('hex')
    expect(await replaceBy(archive, { sha256 })).toMatchObject({ error: { code: 'model-fetch-checksum' } })
    expect(await replaceBy(archive, { bytes: 17 })).toMatchObject({ error: { code: 'model-fetch-size' } })
  })

  it('keeps what was downloaded where only the trial could not be made', async () => {
    const { library, model } = libraryWith(archive)
    const noAnswer = () => Promise.resolve({ code: 'model-probe-unanswered', message: '' })
    expect((await fetchModel(library, model, { ...tools, tryOut: noAnswer })).ok).toBe(false)
    expect(existsSync(installedFile('tokens.txt'))).toBe(false)
    expect((await fetchModel(library, model, tools)).ok).toBe(true)
    expect(server.asked).toHaveLength(1)
  })

  it('refuses what ships, and where there is no place for models', async () => {
    const { library, address } = libraryWith(archive)
    const own = modelIn(library, 'own')
    expect(await fetchModel(library, own, tools, { mirror: address })).toMatchObject({
      error: { code: 'model-shipped' },
    })
    const nowhere = { ...library, folders: { shipped: library.folders.shipped } }
    expect(await fetchModel(nowhere, modelIn(library, 'added'), tools)).toMatchObject({
      error: { code: 'models-read-only' },
    })
    writeFileSync(join(folder, 'file'), '')
    const blocked = { ...library, folders: { ...library.folders, installed: join(folder, 'file') } }
    expect(await fetchModel(blocked, modelIn(library, 'added'), tools)).toMatchObject({
      error: { code: 'models-not-writable' },
    })
  })
})

describe('importing a model', () => {
  it('finds its files by name at any depth of a folder', async () => {
    const library = standInLibrary(folder)
    const model = modelIn(library, 'added')
    const deep = join(folder, 'usb', 'models', 'transducer')
    cpSync(join(standInFolder, 'transducer'), deep, { recursive: true })
    mkdirSync(join(deep, 'test_wavs'))
    writeFileSync(join(deep, 'test_wavs', 'tokens.txt'), 'not these')
    expect((await importModel(library, model, join(folder, 'usb'), tools)).ok).toBe(true)
    expect(readFileSync(installedFile('tokens.txt'), 'utf8')).not.toBe('not these')
    expect(existsSync(join(deep, 'encoder.onnx'))).toBe(true)
  })

  it('takes an archive too', async () => {
    const library = standInLibrary(folder)
    expect(
      (await importModel(library, modelIn(library, 'added'), join(folder, 'added.tar.gz'), tools)).ok,
    ).toBe(true)
  })

  it('names what is missing, and says when there is nothing', async () => {
    const library = standInLibrary(folder)
    const model = modelIn(library, 'added')
    const outcome = await importModel(library, model, join(standInFolder, 'sense-voice'), tools)
    expect(outcome).toMatchObject({ error: { code: 'model-files-lacking' } })
    if (!outcome.ok) expect(outcome.error.message).toContain('encoder.onnx、decoder.onnx、joiner.onnx')
    expect(await importModel(library, model, join(folder, 'nothing'), tools)).toMatchObject({
      error: { code: 'model-import-no-path' },
    })
    writeFileSync(join(folder, 'text'), 'text')
    expect(await importModel(library, model, join(folder, 'text'), tools)).toMatchObject({
      error: { code: 'model-archive-unknown' },
    })
  })
})

describe('choosing and removing', () => {
  it('uses a fetched model from the next start of asr on, without another trial', async () => {
    const { library, model } = libraryWith(archive)
    unwrap(await fetchModel(library, model, tools))
    unwrap(await takeIntoUse(library, 'streaming', model, tryOut))
    const { shipped, installed = '' } = library.folders
    const child = new AsrChild(shipped, '', { SEAT_INSTALLED_MODELS: installed })
    await child.until((events) => events.some(({ type }) => type === 'ready' || type === 'failed'))
    expect(child.events[0]).toMatchObject({ type: 'ready', model: model.title })
    await child.stop()
  })

  it('leaves the model before in use where the chosen one cannot be loaded, is not there or is for something else', async () => {
    const { library, model } = libraryWith(archive)
    expect(
      (
        await takeIntoUse(library, 'streaming', model, (from, chosen) =>
          checkModel(from, chosen).then(problemOf),
        )
      ).ok,
    ).toBe(false)
    unwrap(await fetchModel(library, model, tools))
    truncateSync(installedFile('encoder.onnx'), 2_000)
    expect((await takeIntoUse(library, 'streaming', model, tryOut)).ok).toBe(false)
    expect(await takeIntoUse(library, 'punctuation', model, tryOut)).toMatchObject({
      error: { code: 'model-wrong-role' },
    })
    expect(unwrap(chosenModel(library, 'streaming', {}))?.id).toBe('own')
  })

  it('uses none for what may be left out, and nothing else', async () => {
    const library = standInLibrary(folder)
    unwrap(
      await importModel(library, modelIn(library, 'marks'), join(standInFolder, 'ct-transformer'), tools),
    )
    unwrap(await takeIntoUse(library, 'punctuation', modelIn(library, 'marks'), tryOut))
    expect(unwrap(chosenModel(library, 'punctuation'))?.id).toBe('marks')
    unwrap(await takeIntoUse(library, 'punctuation', null, tryOut))
    expect(unwrap(chosenModel(library, 'punctuation'))).toBeUndefined()
    expect(await takeIntoUse(library, 'streaming', null, tryOut)).toMatchObject({
      error: { code: 'model-role-needed' },
    })
  })

  it('removes what was added and is not in use', async () => {
    const { library, model } = libraryWith(archive)
    unwrap(await fetchModel(library, model, tools))
    unwrap(await takeIntoUse(library, 'streaming', model, tryOut))
    expect(await removeModel(library, model)).toMatchObject({ error: { code: 'model-in-use' } })
    unwrap(await takeIntoUse(library, 'streaming', modelIn(library, 'own'), tryOut))
    expect((await removeModel(library, model)).ok).toBe(true)
    expect(await checkModel(library, model)).toEqual({ state: 'not-installed' })
    expect(isProven(library, model, engine)).toBe(false)
    expect(await removeModel(library, modelIn(library, 'own'))).toMatchObject({
      error: { code: 'model-shipped' },
    })
    expect(directoryOf(library, modelIn(library, 'own'))).toBe(library.folders.shipped)
  })
})

function problemOf(state: Awaited<ReturnType<typeof checkModel>>): Failure | undefined {
  return state.state === 'not-installed' ? { code: 'not-installed', message: '' } : undefined
}
