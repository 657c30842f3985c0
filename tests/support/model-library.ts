import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { create } from 'tar'
import { unwrap } from '#shared/base/result.ts'
import { openLibrary, type ModelLibrary } from '../../src-main/models/library.ts'
import {
  readManifest,
  type Model,
  type ModelManifest,
  type ModelSource,
} from '../../src-main/models/manifest.ts'

const root = join(import.meta.dirname, '../..')
export const standInFolder = join(root, 'tests/fixtures/models')
const shippedFolder = join(root, 'models')
/** The entry of the asr process, which also tries models. */
export const asrEntry = join(root, 'src-main/asr/process.ts')

const described = {
  licence: 'Apache-2.0',
  origin: 'tests/fixtures/models',
  note: 'hears nothing',
  published: [],
}

/** The streaming model that is added in tests: it counts 一二三四. */
export const addedFiles = ['encoder.onnx', 'decoder.onnx', 'joiner.onnx', 'tokens.txt'] as const

function added(sources: readonly ModelSource[]): Model {
  const file = (name: (typeof addedFiles)[number]) => ({ path: `transducer/${name}` })
  return {
    ...described,
    id: 'added',
    title: '外来模型',
    role: 'streaming',
    kind: 'transducer',
    sampleRate: 16_000,
    sources: [...sources],
    files: {
      encoder: file('encoder.onnx'),
      decoder: file('decoder.onnx'),
      joiner: file('joiner.onnx'),
      tokens: file('tokens.txt'),
    },
  }
}

function punctuation(): Model {
  const file = { path: 'ct-transformer/model.onnx' }
  return {
    ...described,
    id: 'marks',
    title: '标点替身',
    role: 'punctuation',
    kind: 'ctTransformer',
    sources: [],
    files: { model: file },
  }
}

/**
 * A library in `folder`: what ships (voice activity, and a small stand-in that is in use), and `added`, which is not there and can be
 * fetched from `sources`.
 */
export function standInLibrary(folder: string, sources: readonly ModelSource[] = []): ModelLibrary {
  const shipped = join(folder, 'shipped')
  mkdirSync(shipped, { recursive: true })
  const voice = unwrap(readManifest(shippedFolder)).models.find(({ id }) => id === 'silero-vad')
  if (voice === undefined) throw new Error('no voice activity model ships')
  cpSync(join(shippedFolder, 'silero-vad'), join(shipped, 'silero-vad'), { recursive: true })
  cpSync(join(standInFolder, 'zipformer2-ctc'), join(shipped, 'zipformer2-ctc'), { recursive: true })
  const own: Model = {
    ...described,
    id: 'own',
    title: '自带模型',
    role: 'streaming',
    kind: 'zipformer2Ctc',
    sampleRate: 16_000,
    sources: [],
    files: { model: { path: 'zipformer2-ctc/model.onnx' }, tokens: { path: 'zipformer2-ctc/tokens.txt' } },
  }
  const manifest: ModelManifest = {
    version: 2,
    defaults: { streaming: 'own', 'voice-activity': 'silero-vad' },
    models: [own, added(sources), punctuation(), voice],
  }
  writeFileSync(join(shipped, 'manifest.json'), JSON.stringify(manifest))
  return unwrap(openLibrary({ shipped, installed: join(folder, 'installed') }))
}

/** The model of that id in a stand-in library. */
export function modelIn({ manifest }: ModelLibrary, id: string): Model {
  const model = manifest.models.find((candidate) => candidate.id === id)
  if (model === undefined) throw new Error(`no model ${id}`)
  return model
}

/** The added model's files in an archive, as upstream packs them: in a folder, beside others. */
export function standInArchive(folder: string, name = 'added.tar.gz'): Buffer {
  const content = join(folder, 'content')
  const top = join(content, 'added-2025-01-01')
  cpSync(join(standInFolder, 'transducer'), top, { recursive: true })
  mkdirSync(join(top, 'test_wavs'), { recursive: true })
  writeFileSync(join(top, 'test_wavs', 'tokens.txt'), 'not these')
  writeFileSync(join(top, 'README.md'), '# added')
  const path = join(folder, name)
  create({ file: path, cwd: content, gzip: name.endsWith('.gz'), sync: true }, ['added-2025-01-01'])
  return readFileSync(path)
}
