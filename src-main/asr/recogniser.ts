import { sampleRate, type AudioFrame } from '#shared/contract/audio-frame.ts'
import type { AsrCommand, AsrEvent } from '#shared/contract/process-messages.ts'
import type { Speaker } from '#shared/domain/call.ts'
import { ChannelRecogniser, type VoiceActivity } from './channel-recogniser.ts'
import { LagMeter } from './lag-meter.ts'
import { SecondPass } from './second-pass.ts'
import { segmenterSettings } from './segmenter-settings.ts'
import type { SpeechEngine } from './speech-engine.ts'

/** What a recogniser answers; the rest is answered for it by the process, whatever became of its models. */
export type HearingCommand = Extract<AsrCommand, { type: 'audio' | 'close' }>

interface Channel {
  readonly recogniser: ChannelRecogniser
  readonly voiceActivity: VoiceActivity
  readonly lag: LagMeter
}

/** All channels of all calls: one model, and a detector a channel. Commands in, events out. */
export class Recogniser {
  readonly #engine: SpeechEngine
  readonly #emit: (event: AsrEvent) => void
  readonly #now: () => number
  readonly #secondPass: SecondPass | undefined
  readonly #channels = new Map<string, Channel>()
  /** Detectors of channels that were closed, to be used again: a detector's native memory (6 MB) is never given back. */
  readonly #freeDetectors: VoiceActivity[] = []

  /** @param now a clock that never goes back, ms */
  constructor(
    engine: SpeechEngine,
    emit: (event: AsrEvent) => void,
    now: () => number = () => performance.now(),
  ) {
    this.#engine = engine
    this.#emit = emit
    this.#now = now
    this.#secondPass =
      engine.secondPass === undefined ? undefined : new SecondPass(engine.secondPass, emit, now)
  }

  handle(command: HearingCommand): void {
    if (command.type === 'audio') this.#hear(command.frame)
    else this.#close(command.stream, command.speaker)
  }

  #hear({ stream, speaker, startSample, samples }: AudioFrame): void {
    const key = channelKey(stream, speaker)
    const channel = this.#channels.get(key) ?? this.#createChannel(stream, speaker)
    this.#channels.set(key, channel)
    channel.recogniser.accept(startSample, samples)
    const endMs = ((startSample + samples.length) * 1000) / sampleRate
    this.#secondPass?.lagging(channel.lag.decoded(this.#now(), endMs))
  }

  #close(stream: number, speaker: Speaker): void {
    const key = channelKey(stream, speaker)
    const channel = this.#channels.get(key)
    channel?.recogniser.close()
    this.#channels.delete(key)
    if (channel !== undefined) this.#freeDetectors.push(channel.voiceActivity)
    const closed = (): void => this.#emit({ type: 'closed', stream, speaker })
    if (this.#secondPass === undefined) closed()
    else void this.#secondPass.finished(stream, speaker).then(closed)
  }

  #createChannel(stream: number, speaker: Speaker): Channel {
    const secondPass = this.#secondPass
    const voiceActivity = this.#freeDetectors.pop() ?? this.#engine.createVoiceActivity()
    const recogniser = new ChannelRecogniser({
      stream,
      speaker,
      voiceActivity,
      decoder: this.#engine.decoder,
      settings: segmenterSettings,
      emit: this.#emit,
      ...(secondPass === undefined
        ? {}
        : { decodeAgain: (utterance) => secondPass.offer({ stream, speaker, ...utterance }) }),
    })
    return { recogniser, voiceActivity, lag: new LagMeter() }
  }
}

function channelKey(stream: number, speaker: Speaker): string {
  return `${String(stream)}/${speaker}`
}
