import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  defaultModelsDirectory,
  findModel,
  manifestSchema,
  readManifest,
} from '../../../src-main/asr/manifest.ts'
import { checkModelFiles } from '../../../src-main/asr/model-files.ts'
import { tidyText, tokenConfidence } from '../../../src-main/asr/recogniser.ts'
import { recogniserConfig } from '../../../src-main/asr/sherpa-config.ts'

const shipped = readManifest(defaultModelsDirectory())
if (!shipped.ok) throw new Error(shipped.error.message)
const manifest = shipped.value

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'models-'))
})
afterEach(() => {
  rmSync(directory, { recursive: true })
})

describe('the manifest', () => {
  it('names every kind, and only the files that ship have checksums', () => {
    expect(new Set(manifest.models.map((model) => model.kind))).toEqual(
      new Set(['transducer', 'paraformer', 'zipformer2Ctc', 'nemoCtc']),
    )
    expect(new Set(manifest.models.map((model) => model.id)).size).toBe(manifest.models.length)
    for (const model of manifest.models) {
      const verified = Object.values(model.files).every((file) => file.sha256 !== undefined)
      expect(verified).toBe(model.id === 'rehearsal')
    }
  })

  it.each(['/etc/passwd', '../outside.onnx', 'a/../../b'])('refuses the path %s', (path) => {
    const raw: unknown = JSON.parse(readFileSync(join(defaultModelsDirectory(), 'manifest.json'), 'utf8'))
    const changed = structuredClone(raw) as { models: { files: { tokens: { path: string } } }[] }
    expect(manifestSchema.safeParse(changed).success).toBe(true)
    changed.models[0]!.files.tokens.path = path
    expect(manifestSchema.safeParse(changed).success).toBe(false)
  })

  it('says in Chinese what is wrong with a manifest', () => {
    expect(readManifest(directory)).toMatchObject({ ok: false, error: { code: 'models-not-found' } })
    writeFileSync(join(directory, 'manifest.json'), '{"version":1')
    expect(readManifest(directory)).toMatchObject({ ok: false, error: { code: 'models-invalid' } })
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
    expect(await checkModelFiles(directory, files)).toEqual({ state: 'not-installed' })
    writeFileSync(join(directory, 'a.onnx'), content)
    expect(await checkModelFiles(directory, files)).toMatchObject({ problem: { code: 'model-file-missing' } })
    writeFileSync(join(directory, 'tokens.txt'), 'a 0')
    expect(await checkModelFiles(directory, files)).toEqual({ state: 'unverified' })
    expect(await checkModelFiles(directory, { model: files.model })).toEqual({ state: 'installed' })
  })

  it('finds a wrong size, and a wrong checksum unless it is quick', async () => {
    writeFileSync(join(directory, 'a.onnx'), 'longer than that')
    const only = { model: files.model }
    expect(await checkModelFiles(directory, only, true)).toMatchObject({
      problem: { code: 'model-file-size' },
    })
    writeFileSync(join(directory, 'a.onnx'), 'mobel')
    expect(await checkModelFiles(directory, only, true)).toEqual({ state: 'installed' })
    expect(await checkModelFiles(directory, only)).toMatchObject({ problem: { code: 'model-file-checksum' } })
  })
})

describe('recogniserConfig', () => {
  it('gives each kind its own part and no other', () => {
    const parts = manifest.models.map((model) => {
      const { tokens, numThreads, ...part } = recogniserConfig(model, '/m').modelConfig
      expect(tokens.startsWith('/m/')).toBe(true)
      expect(numThreads).toBe(1)
      const [[kind, paths] = ['', {}]] = Object.entries(part)
      expect(Object.keys(part)).toEqual([model.kind])
      return [kind, Object.keys(paths)]
    })
    expect(Object.fromEntries(parts)).toEqual({
      transducer: ['encoder', 'decoder', 'joiner'],
      paraformer: ['encoder', 'decoder'],
      zipformer2Ctc: ['model'],
      nemoCtc: ['model'],
    })
  })
})

describe('results', () => {
  it('takes the confidence from log probabilities, where there are any', () => {
    expect(tokenConfidence({ text: '' })).toBeUndefined()
    expect(tokenConfidence({ text: '', ys_probs: [] })).toBeUndefined()
    expect(tokenConfidence({ text: '好', ys_probs: [0, Math.log(0.5)] })).toBeCloseTo(0.75)
  })

  it('takes spaces out of Chinese and leaves them in English', () => {
    expect(tidyText(' 你 好 <unk> HELLO WORLD 谢 谢 ')).toBe('你好 HELLO WORLD 谢谢')
  })
})
