import { createRequire } from 'node:module'

/**
 * The part of sherpa-onnx-node that is used here (the package carries no types). Calls are synchronous and native but for
 * those named Async, which work on a thread of their own. A bad model does not throw, it ends the process, so models are
 * probed in a child first (probe.ts).
 */
export interface Sherpa {
  readonly OnlineRecognizer: new (config: OnlineRecogniserConfig) => OnlineRecogniser
  readonly OfflineRecognizer: {
    createAsync(config: OfflineRecogniserConfig): Promise<OfflineRecogniser>
  }
  readonly OfflinePunctuation: new (config: PunctuationConfig) => Punctuation
  readonly Vad: new (config: VoiceActivityConfig, bufferSeconds: number) => VoiceActivityDetector
}

export interface OnlineRecogniserConfig {
  readonly featConfig: { readonly sampleRate: number; readonly featureDim: number }
  readonly modelConfig: {
    readonly tokens: string
    readonly numThreads: number
    /** How hot words are cut into tokens. */
    readonly modelingUnit?: 'cjkchar'
    readonly transducer?: { readonly encoder: string; readonly decoder: string; readonly joiner: string }
    readonly paraformer?: { readonly encoder: string; readonly decoder: string }
    readonly zipformer2Ctc?: { readonly model: string }
    readonly nemoCtc?: { readonly model: string }
  }
  readonly decodingMethod: 'greedy_search' | 'modified_beam_search'
  readonly maxActivePaths?: number
  /** For CTC kinds: searched instead of taking the likeliest token of each frame. */
  readonly ctcFstDecoderConfig?: { readonly graph: string; readonly maxActive: number }
  /** One a line; only with `modified_beam_search`. */
  readonly hotwordsBuf?: string
  readonly hotwordsBufSize?: number
  readonly hotwordsScore?: number
  readonly enableEndpoint: boolean
}

export interface OnlineStream {
  /** Samples from -1 to 1; copied. */
  acceptWaveform(wave: { readonly samples: Float32Array; readonly sampleRate: number }): void
  inputFinished(): void
}

export interface OnlineRecogniser {
  createStream(): OnlineStream
  isReady(stream: OnlineStream): boolean
  decode(stream: OnlineStream): void
  getResult(stream: OnlineStream): OnlineResult
}

export interface OnlineResult {
  readonly text: string
  /** Natural logarithm of each token's probability; empty or absent for the kinds that give none (CTC, paraformer). */
  readonly ys_probs?: readonly number[]
  readonly tokens?: readonly string[]
  /** Seconds from the start of the stream, one a token. */
  readonly timestamps?: readonly number[]
}

export interface OfflineRecogniserConfig {
  readonly featConfig: { readonly sampleRate: number; readonly featureDim: number }
  readonly modelConfig: {
    readonly tokens: string
    readonly numThreads: number
    readonly senseVoice?: {
      readonly model: string
      readonly language: string
      readonly useInverseTextNormalization: 0 | 1
    }
    readonly paraformer?: { readonly model: string }
  }
  readonly decodingMethod: 'greedy_search'
}

export interface OfflineStream {
  /** Samples from -1 to 1; copied. */
  acceptWaveform(wave: { readonly samples: Float32Array; readonly sampleRate: number }): void
}

export interface OfflineRecogniser {
  createStream(): OfflineStream
  decodeAsync(stream: OfflineStream): Promise<OnlineResult>
}

export interface PunctuationConfig {
  readonly model: { readonly ctTransformer: string; readonly numThreads: number }
}

export interface Punctuation {
  addPunct(text: string): string
}

export interface VoiceActivityConfig {
  readonly sileroVad: {
    readonly model: string
    readonly threshold: number
    readonly minSilenceDuration: number
    readonly minSpeechDuration: number
    readonly windowSize: number
    readonly maxSpeechDuration: number
  }
  readonly sampleRate: number
  readonly numThreads: number
}

export interface VoiceActivityDetector {
  acceptWaveform(samples: Float32Array): void
  isDetected(): boolean
  isEmpty(): boolean
  pop(): void
  reset(): void
}

/** Loads the native package; throws where this system has no build of it. */
export function loadSherpa(): Sherpa {
  return createRequire(import.meta.url)('sherpa-onnx-node') as Sherpa
}

/** Names the package and its version: a model that one version loads may be a bad one for the next. */
export function engineVersion(): string {
  const { name, version } = createRequire(import.meta.url)('sherpa-onnx-node/package.json') as {
    readonly name: string
    readonly version: string
  }
  return `${name} ${version}`
}
