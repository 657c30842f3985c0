import { join } from 'node:path'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { ModelOf, StreamingModel } from '../models/manifest.ts'
import type {
  OfflineRecogniserConfig,
  OnlineRecogniserConfig,
  PunctuationConfig,
  VoiceActivityConfig,
} from './sherpa.ts'

/** Mel bins of every model here. */
const featureDim = 80
/** What a hot word adds to the score of each of its characters; sherpa-onnx's own default, which few words abuse. */
const hotwordsScore = 1.5
/** Hypotheses that the beam search for hot words keeps; sherpa-onnx's own default. */
const maxActivePaths = 4
/** Readings that the search of a CTC model's graph keeps; 200 to 3,000 were measured to hear alike, in the same time. */
const maxActive = 1000

/**
 * What sherpa-onnx needs to load a model. One thread: two were measured no faster, and the seat's own programs need the
 * other cores. Endpoints are found by voice activity, not by the recogniser's own rules.
 *
 * @param hotWords usable ones (hot-words.ts); only a transducer listens for them
 */
export function recogniserConfig(
  model: StreamingModel,
  directory: string,
  hotWords: readonly string[] = [],
): OnlineRecogniserConfig {
  const listens = model.kind === 'transducer' && hotWords.length > 0
  return {
    featConfig: { sampleRate: model.sampleRate, featureDim },
    modelConfig: {
      ...modelPart(model, directory),
      tokens: join(directory, model.files.tokens.path),
      numThreads: 1,
      ...(listens ? { modelingUnit: 'cjkchar' } : {}),
    },
    ...(listens ? beamSearch(hotWords) : { decodingMethod: 'greedy_search' }),
    ...graphPart(model, directory),
    enableEndpoint: false,
  }
}

function graphPart(
  model: StreamingModel,
  directory: string,
): Pick<OnlineRecogniserConfig, 'ctcFstDecoderConfig'> {
  if (!('graph' in model.files)) return {}
  return { ctcFstDecoderConfig: { graph: join(directory, model.files.graph.path), maxActive } }
}

function beamSearch(
  hotWords: readonly string[],
): Pick<
  OnlineRecogniserConfig,
  'decodingMethod' | 'maxActivePaths' | 'hotwordsBuf' | 'hotwordsBufSize' | 'hotwordsScore'
> {
  const hotwordsBuf = hotWords.join('\n')
  return {
    decodingMethod: 'modified_beam_search',
    maxActivePaths,
    hotwordsBuf,
    hotwordsBufSize: Buffer.byteLength(hotwordsBuf),
    hotwordsScore,
  }
}

function modelPart(
  model: StreamingModel,
  directory: string,
): Pick<OnlineRecogniserConfig['modelConfig'], 'transducer' | 'paraformer' | 'zipformer2Ctc' | 'nemoCtc'> {
  switch (model.kind) {
    case 'transducer': {
      const { encoder, decoder, joiner } = model.files
      return {
        transducer: {
          encoder: join(directory, encoder.path),
          decoder: join(directory, decoder.path),
          joiner: join(directory, joiner.path),
        },
      }
    }
    case 'paraformer': {
      const { encoder, decoder } = model.files
      return {
        paraformer: { encoder: join(directory, encoder.path), decoder: join(directory, decoder.path) },
      }
    }
    case 'zipformer2Ctc':
      return { zipformer2Ctc: { model: join(directory, model.files.model.path) } }
    case 'nemoCtc':
      return { nemoCtc: { model: join(directory, model.files.model.path) } }
  }
}

/**
 * A model of the second pass. Mandarin is not guessed from a short sentence but said, and numbers stay as they were spoken:
 * both passes must write alike.
 */
export function secondPassConfig(model: ModelOf<'second-pass'>, directory: string): OfflineRecogniserConfig {
  const file = join(directory, model.files.model.path)
  return {
    featConfig: { sampleRate: model.sampleRate, featureDim },
    modelConfig: {
      ...(model.kind === 'senseVoice'
        ? { senseVoice: { model: file, language: 'zh', useInverseTextNormalization: 0 } }
        : { paraformer: { model: file } }),
      tokens: join(directory, model.files.tokens.path),
      numThreads: 1,
    },
    decodingMethod: 'greedy_search',
  }
}

export function punctuationConfig(model: ModelOf<'punctuation'>, directory: string): PunctuationConfig {
  return { model: { ctTransformer: join(directory, model.files.model.path), numThreads: 1 } }
}

/** Samples that Silero judges at once: 32 ms, the only window its 16 kHz models take. */
export const voiceWindow = 512

/**
 * Silero as a judge of single windows: the shortest hysteresis it takes, since the segmenter decides what a pause is. Its
 * buffer is bounded by `maxSpeechDuration`; longer speech only raises its threshold.
 */
export function voiceActivityConfig(modelFile: string): VoiceActivityConfig {
  return {
    sileroVad: {
      model: modelFile,
      threshold: 0.5,
      minSilenceDuration: 0.032,
      minSpeechDuration: 0.064,
      windowSize: voiceWindow,
      maxSpeechDuration: 30,
    },
    sampleRate,
    numThreads: 1,
  }
}

/** Seconds that the detector may hold; above `maxSpeechDuration` so that it never grows. */
export const voiceBufferSeconds = 40
