import { join } from 'node:path'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { SpeechModel } from './manifest.ts'
import type { OnlineRecogniserConfig, VoiceActivityConfig } from './sherpa.ts'

/**
 * What sherpa-onnx needs to load a model. One thread: two were measured no faster, and the seat's own programs need the
 * other cores. Endpoints are found by voice activity, not by the recogniser's own rules.
 */
export function recogniserConfig(model: SpeechModel, directory: string): OnlineRecogniserConfig {
  return {
    featConfig: { sampleRate: model.sampleRate, featureDim: 80 },
    modelConfig: {
      ...modelPart(model, directory),
      tokens: join(directory, model.files.tokens.path),
      numThreads: 1,
    },
    decodingMethod: 'greedy_search',
    enableEndpoint: false,
  }
}

function modelPart(
  model: SpeechModel,
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
