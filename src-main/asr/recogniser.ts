import { join } from 'node:path'
import { sampleRate, type AudioFrame } from '#shared/contract/audio-frame.ts'
import type { AsrCommand, AsrEvent } from '#shared/contract/process-messages.ts'
import type { Speaker } from '#shared/domain/call.ts'
import {
  ChannelRecogniser,
  type SpeechDecoder,
  type Utterance,
  type VoiceActivity,
} from './channel-recogniser.ts'
import type { ModelManifest, SpeechModel } from './manifest.ts'
import { segmenterSettings, tailPadding } from './segmenter-settings.ts'
import type { OnlineRecogniser, OnlineResult, Sherpa } from './sherpa.ts'
import { recogniserConfig, voiceActivityConfig, voiceBufferSeconds } from './sherpa-config.ts'

/** What a recogniser is made of; tests put fakes here. */
export interface SpeechEngine {
  readonly decoder: SpeechDecoder
  readonly createVoiceActivity: () => VoiceActivity
}

/** All channels of all calls: one model, and a detector a channel. Commands in, events out. */
export class Recogniser {
  readonly #engine: SpeechEngine
  readonly #emit: (event: AsrEvent) => void
  readonly #channels = new Map<string, ChannelRecogniser>()

  constructor(engine: SpeechEngine, emit: (event: AsrEvent) => void) {
    this.#engine = engine
    this.#emit = emit
  }

  handle(command: AsrCommand): void {
    if (command.type === 'audio') this.#hear(command.frame)
    else this.#close(command.stream, command.speaker)
  }

  #hear(frame: AudioFrame): void {
    const key = channelKey(frame.stream, frame.speaker)
    const channel = this.#channels.get(key) ?? this.#createChannel(frame.stream, frame.speaker)
    this.#channels.set(key, channel)
    channel.accept(frame.startSample, frame.samples)
  }

  #close(stream: number, speaker: Speaker): void {
    const key = channelKey(stream, speaker)
    const channel = this.#channels.get(key)
    this.#channels.delete(key)
    if (channel === undefined) this.#emit({ type: 'closed', stream, speaker })
    else channel.close()
  }

  #createChannel(stream: number, speaker: Speaker): ChannelRecogniser {
    return new ChannelRecogniser({
      stream,
      speaker,
      voiceActivity: this.#engine.createVoiceActivity(),
      decoder: this.#engine.decoder,
      settings: segmenterSettings,
      emit: this.#emit,
    })
  }
}

/** Loads the model. A model that is not what the manifest says ends the process: probe it first. */
export function createSpeechEngine(
  sherpa: Sherpa,
  directory: string,
  manifest: ModelManifest,
  model: SpeechModel,
): SpeechEngine {
  const recogniser = new sherpa.OnlineRecognizer(recogniserConfig(model, directory))
  const voiceFile = join(directory, manifest.voiceActivity.files.model.path)
  return {
    decoder: { begin: () => createUtterance(recogniser) },
    createVoiceActivity: () => createVoiceActivity(sherpa, voiceFile),
  }
}

function createUtterance(recogniser: OnlineRecogniser): Utterance {
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
      return { text: tidyText(result.text), ...(confidence === undefined ? {} : { confidence }) }
    },
  }
}

function createVoiceActivity(sherpa: Sherpa, file: string): VoiceActivity {
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

/** Mean probability of the tokens, 0–1; undefined for the kinds of model that give none. */
export function tokenConfidence(result: OnlineResult): number | undefined {
  const logs = result.ys_probs ?? []
  if (logs.length === 0) return undefined
  const mean = logs.reduce((sum, log) => sum + Math.exp(log), 0) / logs.length
  return Math.min(1, Math.max(0, mean))
}

/** Models put spaces between subwords and `<unk>` for sounds they cannot write; Chinese has neither. */
export function tidyText(text: string): string {
  return text
    .replaceAll('<unk>', '')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim()
}

function channelKey(stream: number, speaker: Speaker): string {
  return `${String(stream)}/${speaker}`
}
