import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unwrap } from '#shared/base/result.ts'
import { defaultFolders } from '../../src-main/models/folders.ts'
import { recordInstall } from '../../src-main/models/install-record.ts'
import {
  chooseModel,
  chosenModel,
  directoryOf,
  isShipped,
  openLibrary,
} from '../../src-main/models/library.ts'
import { findModel, manifestSchema, modelsOf, readManifest } from '../../src-main/models/manifest.ts'
import { checkModel, checkModelFiles } from '../../src-main/models/model-files.ts'
import { forgetProof, isProven, recordProof } from '../../src-main/models/proof.ts'
import { addedFiles, modelIn, standInFolder, standInLibrary } from '../support/model-library.ts'

const shipped = defaultFolders({}).shipped
const manifest = unwrap(readManifest(shipped))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'library-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

describe('the manifest', () => {
  it('has every kind, each with what a person must know of it', () => {
    expect(new Set(manifest.models.map(({ kind }) => kind))).toEqual(
      new Set([
        'transducer',
        'paraformer',
        'zipformer2Ctc',
        'nemoCtc',
        'senseVoice',
        'offlineParaformer',
        'ctTransformer',
        'sileroVad',
      ]),
    )
    expect(
      modelsOf(manifest, 'streaming').filter(({ sources }) => sources.length > 0).length,
    ).toBeGreaterThanOrEqual(5)
    expect(modelsOf(manifest, 'second-pass')).toHaveLength(2)
    for (const model of manifest.models) {
      for (const { source } of model.published) expect(source.length).toBeGreaterThan(10)
      // What can be fetched has an origin and a mirror, so that one that is blocked is no end.
      if (!['rehearsal', 'silero-vad'].includes(model.id))
        expect(model.sources.length).toBeGreaterThanOrEqual(2)
    }
  })

  it('is true of what ships', async () => {
    const library = unwrap(openLibrary({ shipped }))
    for (const id of Object.values(manifest.defaults)) {
      const model = unwrap(findModel(manifest, id))
      expect(await checkModel(library, model)).toEqual({ state: 'installed' })
      expect(isShipped(library, model)).toBe(true)
    }
  })

  interface Raw {
    defaults: { streaming: string }
    models: { id: string; files: { tokens?: { path: string } } }[]
  }
  const changed = (change: (raw: Raw) => void): boolean => {
    const raw = JSON.parse(readFileSync(join(shipped, 'manifest.json'), 'utf8')) as Raw
    change(raw)
    return manifestSchema.safeParse(raw).success
  }

  it.each(['/etc/passwd', '../outside.onnx', 'a/../../b', 'elsewhere/tokens.txt'])(
    'refuses the path %s',
    (path) => {
      expect(changed(() => undefined)).toBe(true)
      expect(changed(({ models }) => (models[0]!.files.tokens!.path = path))).toBe(false)
    },
  )

  it('refuses two models of one id, and a default that is no model of the role', () => {
    expect(changed(({ models }) => (models[1]!.id = models[0]!.id))).toBe(false)
    expect(changed(({ defaults }) => (defaults.streaming = 'silero-vad'))).toBe(false)
  })

  it('says in Chinese what is wrong with it', () => {
    expect(readManifest(folder)).toMatchObject({ ok: false, error: { code: 'models-not-found' } })
    writeFileSync(join(folder, 'manifest.json'), '{"version":2')
    expect(readManifest(folder)).toMatchObject({ ok: false, error: { code: 'models-invalid' } })
    const unknown = findModel(manifest, 'nothing')
    expect(unknown).toMatchObject({ ok: false, error: { code: 'model-unknown' } })
    if (!unknown.ok) expect(unknown.error.message).toContain('rehearsal')
  })
})

describe('checkModelFiles', () => {
  const content = 'model'
  const sha256 = createHash('sha256').update(content).digest('hex')
  const files = { model: { path: 'a.onnx', sha256, bytes: 5 }, tokens: { path: 'tokens.txt' } }

  it('tells the four states apart', async () => {
    expect(await checkModelFiles(folder, files)).toEqual({ state: 'not-installed' })
    writeFileSync(join(folder, 'a.onnx'), content)
    expect(await checkModelFiles(folder, files)).toMatchObject({ problem: { code: 'model-file-missing' } })
    writeFileSync(join(folder, 'tokens.txt'), 'a 0')
    expect(await checkModelFiles(folder, files)).toEqual({ state: 'unverified' })
    expect(await checkModelFiles(folder, { model: files.model })).toEqual({ state: 'installed' })
  })

  it('finds a wrong size, and a wrong checksum unless it is quick', async () => {
    writeFileSync(join(folder, 'a.onnx'), 'longer than that')
    const only = { model: files.model }
    expect(await checkModelFiles(folder, only, { quick: true })).toMatchObject({
      problem: { code: 'model-file-size' },
    })
    writeFileSync(join(folder, 'a.onnx'), 'mobel')
    expect(await checkModelFiles(folder, only, { quick: true })).toEqual({ state: 'installed' })
    expect(await checkModelFiles(folder, only)).toMatchObject({ problem: { code: 'model-file-checksum' } })
  })
})

describe('two folders', () => {
  it('look a model up where it is whole; what was added does not ship', () => {
    const library = standInLibrary(folder)
    const model = modelIn(library, 'added')
    const { shipped: own, installed = '' } = library.folders
    expect(directoryOf(library, model)).toBe(installed)
    cpSync(join(standInFolder, 'transducer'), join(own, 'transducer'), { recursive: true })
    expect(directoryOf(library, model)).toBe(own)
    expect(isShipped(library, model)).toBe(true)
    mkdirSync(join(installed, 'transducer'), { recursive: true })
    cpSync(join(standInFolder, 'transducer/tokens.txt'), join(installed, 'transducer/tokens.txt'))
    expect(directoryOf(library, model)).toBe(own)
    cpSync(join(standInFolder, 'transducer'), join(installed, 'transducer'), { recursive: true })
    expect(directoryOf(library, model)).toBe(installed)
    expect(isShipped(library, model)).toBe(false)
  })

  it('are named by the environment', () => {
    expect(defaultFolders({ SEAT_MODELS: '/m', SEAT_INSTALLED_MODELS: '/i' })).toEqual({
      shipped: '/m',
      installed: '/i',
    })
    expect(defaultFolders({ SEAT_MODELS: '', SEAT_INSTALLED_MODELS: '' })).toEqual({ shipped })
  })
})

describe('the choice', () => {
  it('is the default, then what was chosen, then what the environment names', () => {
    const library = standInLibrary(folder)
    const streaming = (environment = {}): string | undefined =>
      unwrap(chosenModel(library, 'streaming', environment))?.id
    expect(streaming()).toBe('own')
    chooseModel(library, 'streaming', 'added')
    chooseModel(library, 'punctuation', 'marks')
    expect(streaming()).toBe('added')
    expect(streaming({ SEAT_MODEL: 'own' })).toBe('own')
    expect(streaming({ SEAT_MODEL: '' })).toBe('added')
    expect(chosenModel(library, 'streaming', { SEAT_MODEL: 'marks' })).toMatchObject({
      error: { code: 'model-unknown' },
    })
    expect(unwrap(chosenModel(library, 'punctuation', { SEAT_MODEL: 'own' }))?.id).toBe('marks')
    chooseModel(library, 'streaming', undefined)
    expect(streaming()).toBe('own')
    expect(unwrap(chosenModel(library, 'second-pass'))).toBeUndefined()
  })

  it('falls back where it cannot be read or the manifest no longer has the model', () => {
    const library = standInLibrary(folder)
    const path = join(folder, 'installed', 'chosen.json')
    mkdirSync(join(folder, 'installed'))
    for (const broken of ['{', '[]', '{"streaming":"gone"}', '{"streaming":"marks"}']) {
      writeFileSync(path, broken)
      expect(unwrap(chosenModel(library, 'streaming', {}))?.id, broken).toBe('own')
    }
  })
})

describe('a proof', () => {
  const engine = 'sherpa-onnx-node 1.13.8'
  function proven() {
    const library = standInLibrary(folder)
    cpSync(join(standInFolder, 'transducer'), join(folder, 'installed', 'transducer'), { recursive: true })
    const model = modelIn(library, 'added')
    expect(isProven(library, model, engine)).toBe(false)
    recordProof(library, model, engine)
    expect(isProven(library, model, engine)).toBe(true)
    return { library, model }
  }

  it('holds for one engine, until it is forgotten', () => {
    const { library, model } = proven()
    expect(isProven(library, model, 'sherpa-onnx-node 1.14.0')).toBe(false)
    forgetProof(library, model)
    expect(isProven(library, model, engine)).toBe(false)
  })

  it.each(addedFiles)('ends when %s is written anew, even with the same size', (name) => {
    const { library, model } = proven()
    utimesSync(join(folder, 'installed', 'transducer', name), new Date(), new Date('2030-01-01'))
    expect(isProven(library, model, engine)).toBe(false)
  })

  it('ends when other checksums are expected, or a file is gone', () => {
    const { library, model } = proven()
    const sha256 = { 'transducer/tokens.txt': '0'.repeat(64) }
    recordInstall(library, model, { from: 'x', at: 'y', sha256 })
    expect(isProven(library, model, engine)).toBe(false)
    recordProof(library, model, engine)
    rmSync(join(folder, 'installed', 'transducer', 'joiner.onnx'))
    expect(isProven(library, model, engine)).toBe(false)
  })

  it('is not to be had without a folder to keep it in, and does no harm', () => {
    const { library, model } = proven()
    const nowhere = { ...library, folders: { shipped: join(folder, 'installed') } }
    recordProof(nowhere, model, engine)
    expect(isProven(nowhere, model, engine)).toBe(false)
    writeFileSync(join(folder, 'file'), '')
    const blocked = { ...library, folders: { ...nowhere.folders, installed: join(folder, 'file') } }
    recordProof(blocked, model, engine)
    expect(isProven(blocked, model, engine)).toBe(false)
  })
})
