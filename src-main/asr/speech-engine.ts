import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import { directoryOf, type ModelLibrary } from '../models/library.ts'
import type { ModelOf, StreamingModel } from '../models/manifest.ts'
import type { SpeechDecoder, Utterance, VoiceActivity } from './channel-recogniser.ts'
import { usableHotWords } from './hot-words.ts'
import { pausesAfter, plainText, soundPunctuation, tidyText, tokenConfidence } from './result-text.ts'
import type { WholeDecoder } from './second-pass.ts'
import { tailPadding } from './segmenter-settings.ts'
import type { OfflineRecogniser, OnlineRecogniser, OnlineResult, Sherpa } from './sherpa.ts'
import {
  punctuationConfig,
  recogniserConfig,
  secondPassConfig,
  voiceActivityConfig,
  voiceBufferSeconds,
} from './sherpa-config.ts'

/** Gives a text its marks; undefined where it cannot. */
export type Punctuate = (text: string) => string | undefined

/** What a recogniser is made of; tests put fakes here. */
export interface SpeechEngine {
  readonly decoder: SpeechDecoder
  readonly createVoiceActivity: () => VoiceActivity
  /** Rejects where the model cannot be loaded after all. */
  readonly secondPass?: Promise<WholeDecoder>
}

/** The models in use. */
export interface EngineModels {
  readonly streaming: StreamingModel
  readonly voice: ModelOf<'voice-activity'>
  readonly secondPass?: ModelOf<'second-pass'>
  readonly punctuation?: ModelOf<'punctuation'>
}

/**
 * Loads the models; that of the second pass goes on loading in the background. A model that is not what the manifest says ends
 * the process: probe it first.
 */
export function createSpeechEngine(
  sherpa: Sherpa,
  library: ModelLibrary,
  { streaming, voice, secondPass, punctuation }: EngineModels,
  hotWords = '',
): SpeechEngine {
  const punctuate = punctuation === undefined ? undefined : createPunctuate(sherpa, library, punctuation)
  return {
    decoder: createSpeechDecoder(sherpa, library, streaming, { punctuate, hotWords }),
    createVoiceActivity: () => createVoiceActivity(sherpa, library, voice),
    ...(secondPass === undefined
      ? {}
      : { secondPass: createWholeDecoder(sherpa, library, secondPass, punctuate) }),
  }
}

/** @param options.hotWords the file's content: what of it the model can listen for is taken */
export function createSpeechDecoder(
  sherpa: Sherpa,
  library: ModelLibrary,
  model: StreamingModel,
  options: { readonly punctuate?: Punctuate | undefined; readonly hotWords?: string } = {},
): SpeechDecoder {
  const directory = directoryOf(library, model)
  const tokens = readFileSync(join(directory, model.files.tokens.path), 'utf8')
  const hotWords = usableHotWords(options.hotWords ?? '', tokens)
  const recogniser = new sherpa.OnlineRecognizer(recogniserConfig(model, directory, hotWords))
  return { begin: () => createUtterance(recogniser, options.punctuate) }
}

function createUtterance(recogniser: OnlineRecogniser, punctuate: Punctuate | undefined): Utterance {
  const stream = recogniser.createStream()
  let text = ''
  const feed = (samples: Float32Array): void => {
    stream.acceptWaveform({ samples, sampleRate })
  }
  const decode = (): boolean => {
    if (!recogniser.isReady(stream)) return false
    while (recogniser.isReady(stream)) recogniser.decode(stream)
    return true
  }
  return {
    accept(samples) {
      feed(samples)
      if (decode()) text = tidyText(recogniser.getResult(stream).text)
      return text
    },
    finish() {
      feed(new Float32Array(tailPadding))
      stream.inputFinished()
      decode()
      const result = recogniser.getResult(stream)
      const confidence = tokenConfidence(result)
      return {
        ...dressed(tidyText(result.text), result, punctuate),
        ...(confidence === undefined ? {} : { confidence }),
      }
    },
  }
}

/** Words with what else is known of them. */
function dressed(
  text: string,
  result: OnlineResult,
  punctuate: Punctuate | undefined,
): { readonly text: string; readonly punctuated?: string; readonly pausesAfter?: readonly number[] } {
  const punctuated = text === '' ? undefined : punctuate?.(text)
  const pauses = pausesAfter(text, result)
  return {
    text,
    ...(punctuated === undefined ? {} : { punctuated }),
    ...(pauses.length === 0 ? {} : { pausesAfter: pauses }),
  }
}

/** Loads a model of the second pass on a thread of its own, and decodes there: this thread goes on hearing. */
export async function createWholeDecoder(
  sherpa: Sherpa,
  library: ModelLibrary,
  model: ModelOf<'second-pass'>,
  punctuate?: Punctuate,
): Promise<WholeDecoder> {
  const config = secondPassConfig(model, directoryOf(library, model))
  const recogniser: OfflineRecogniser = await sherpa.OfflineRecognizer.createAsync(config)
  return {
    async decode(samples) {
      const stream = recogniser.createStream()
      stream.acceptWaveform({ samples, sampleRate })
      const result = await recogniser.decodeAsync(stream)
      return dressed(plainText(result.text), result, punctuate)
    },
  }
}

export function createPunctuate(
  sherpa: Sherpa,
  library: ModelLibrary,
  model: ModelOf<'punctuation'>,
): Punctuate {
  const punctuation = new sherpa.OfflinePunctuation(punctuationConfig(model, directoryOf(library, model)))
  return (text) => {
    try {
      return soundPunctuation(text, punctuation.addPunct(text))
    } catch {
      // Words without marks are better than none.
      return undefined
    }
  }
}

export function createVoiceActivity(
  sherpa: Sherpa,
  library: ModelLibrary,
  model: ModelOf<'voice-activity'>,
): VoiceActivity {
  const file = join(directoryOf(library, model), model.files.model.path)
  const detector = new sherpa.Vad(voiceActivityConfig(file), voiceBufferSeconds)
  return {
    isSpeech(window) {
      detector.acceptWaveform(window)
      while (!detector.isEmpty()) detector.pop()
      return detector.isDetected()
    },
    reset() {
      detector.reset()
    },
  }
}
