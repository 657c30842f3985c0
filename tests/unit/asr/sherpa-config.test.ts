import { describe, expect, it } from 'vitest'
import { unwrap } from '#shared/base/result.ts'
import { punctuationConfig, recogniserConfig, secondPassConfig } from '../../../src-main/asr/sherpa-config.ts'
import { openLibrary } from '../../../src-main/models/library.ts'
import { modelsOf } from '../../../src-main/models/manifest.ts'

const { manifest } = unwrap(openLibrary())
const streamingModels = modelsOf(manifest, 'streaming')

describe('recogniserConfig', () => {
  it('gives each kind its own part and no other', () => {
    const parts = streamingModels.map((model) => {
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

  it('searches a graph where the model has one', () => {
    const graphs = streamingModels.map((model) => [
      model.id,
      recogniserConfig(model, '/m').ctcFstDecoderConfig?.graph,
    ])
    expect(graphs.filter(([, graph]) => graph !== undefined)).toEqual([
      ['rehearsal', '/m/rehearsal/graph.fst'],
    ])
  })

  it('gives hot words to a transducer, and to no other kind', () => {
    for (const model of streamingModels) {
      expect(recogniserConfig(model, '/m').decodingMethod).toBe('greedy_search')
      const config = recogniserConfig(model, '/m', ['天河路', '番禺'])
      if (model.kind === 'transducer') {
        expect(config).toMatchObject({
          decodingMethod: 'modified_beam_search',
          hotwordsBuf: '天河路\n番禺',
          hotwordsBufSize: 16,
          modelConfig: { modelingUnit: 'cjkchar' },
        })
      } else expect(config).toEqual(recogniserConfig(model, '/m'))
    }
  })
})

describe('secondPassConfig', () => {
  it('gives each kind its part, and asks for numbers as they were spoken', () => {
    const parts = modelsOf(manifest, 'second-pass').map((model) => {
      const { senseVoice, paraformer } = secondPassConfig(model, '/m').modelConfig
      if (senseVoice !== undefined) expect(senseVoice).toMatchObject({ useInverseTextNormalization: 0 })
      const file = (senseVoice ?? paraformer)?.model
      expect(file).toBe(`/m/${model.files.model.path}`)
      return [model.kind, senseVoice !== undefined, paraformer !== undefined]
    })
    expect(parts).toContainEqual(['senseVoice', true, false])
    expect(parts).toContainEqual(['offlineParaformer', false, true])
  })
})

describe('punctuationConfig', () => {
  it('names the file', () => {
    const [model] = modelsOf(manifest, 'punctuation')
    expect(punctuationConfig(model!, '/m').model.ctTransformer).toBe(`/m/${model!.files.model.path}`)
  })
})
