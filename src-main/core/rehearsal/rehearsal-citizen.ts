import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { AsrCommand, AsrEvent } from '#shared/contract/process-messages.ts'
import type { RehearsalState } from '#shared/contract/rehearsal-views.ts'
import type { Speaker } from '#shared/domain/call.ts'
import {
  citizenSaid,
  newCitizen,
  nextWords,
  seatSaid,
  type CitizenState,
  type CitizenWords,
} from '#shared/domain/rehearsal/citizen.ts'
import { bare, saidSoFar, spokenMs } from '#shared/domain/rehearsal/spoken-pace.ts'
import type { AudioSource } from '../calls/audio-source.ts'
import { CitizenChannel } from './citizen-channel.ts'
import type { Citizen } from './citizen-part.ts'
import { HeldClock } from './held-clock.ts'

export interface RehearsalCitizenOptions {
  readonly citizen: Citizen
  /** Whether the seat speaks; else its sentences come by {@link RehearsalCitizen.type}. */
  readonly spoken: boolean
  /** Milliseconds that never go back. */
  readonly now: () => number
  /** Words of the rehearsal, as asr would say them. */
  readonly hear: (event: AsrEvent) => void
  readonly sendAsr: (command: AsrCommand) => void
  /** {@link RehearsalCitizen.view} is another one. */
  readonly onState: () => void
}

/** A sentence that the citizen is saying; times of the call, ms. */
interface Speaking {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  readonly after: CitizenState
  readonly sound:
    { readonly line: number; readonly samples: Int16Array; readonly sinceMs: number } | undefined
}

const tickMs = 100
/** Somebody who stops typing for so long has left the keyboard. */
const typingMs = 5_000
/** Of the time that typing takes, so much counts as a pause: nobody on a telephone waits for a keyboard. */
const countedPauseMs = 1_500

/**
 * The citizen of a rehearsal, in the place of a telephone line: says the lines at a spoken pace, listens to the seat, and keeps
 * the time of the call, which stands still while the rehearsal is held. A script's words come as asr's would; a recorded line
 * is sent to asr and recognised there.
 */
export class RehearsalCitizen implements AudioSource {
  readonly channels: readonly Speaker[]
  readonly #options: RehearsalCitizenOptions
  readonly #clock: HeldClock
  #stream = 0
  #channel: CitizenChannel | undefined
  #timer: NodeJS.Timeout | undefined
  #state: CitizenState = newCitizen
  #speaking: Speaking | undefined
  #seatSpeaks = false
  #hurried = false
  #pauseWanted = false
  #typedAt = -Infinity
  #typed: readonly string[] = []
  #shown = ''

  constructor(options: RehearsalCitizenOptions) {
    this.#options = options
    this.#clock = new HeldClock(options.now)
    this.channels = [
      ...(options.spoken ? (['seat'] as const) : []),
      ...(options.citizen.sounds.length > 0 ? (['citizen'] as const) : []),
    ]
  }

  get stream(): number {
    return this.#stream
  }

  get view(): Pick<RehearsalState, 'state' | 'citizen' | 'sound'> {
    const line = this.#speaking?.sound?.line
    return {
      state: this.#timer === undefined ? 'over' : this.#pauseWanted ? 'paused' : 'running',
      citizen: this.#turn(),
      ...(line === undefined ? {} : { sound: line }),
    }
  }

  load({ stream }: Parameters<AudioSource['load']>[0]): void {
    this.#stream = stream
    if (this.#options.citizen.sounds.length > 0) {
      this.#channel = new CitizenChannel(stream, this.#options.sendAsr)
    }
  }

  play(): void {
    if (this.#timer !== undefined) return
    this.#clock.start()
    this.#timer = setInterval(() => {
      this.#advance()
      this.#tell()
    }, tickMs)
  }

  consumed(): void {
    // A line is as long as it is: nothing waits for the recogniser.
  }

  stop(): void {
    if (this.#timer === undefined) return
    clearInterval(this.#timer)
    this.#timer = undefined
    this.#tell()
  }

  /** Holds the call (暂停); a sentence that the citizen has begun is said to its end first. */
  pause(): void {
    this.#pauseWanted = true
    if (this.#speaking === undefined) this.#clock.hold()
    this.#tell()
  }

  resume(): void {
    this.#pauseWanted = false
    this.#clock.release()
    this.#tell()
  }

  /** The citizen need not wait any longer. */
  hurry(): void {
    this.#hurried = true
  }

  /** The seat is at the keyboard. */
  typing(): void {
    this.#typedAt = this.#clock.sinceStart
  }

  /** A typed sentence: said as soon as the citizen has finished, and for as long as it takes to say it. */
  type(text: string): void {
    this.#typed = [...this.#typed, text]
    this.#typedAt = -Infinity
    this.#sayTyped()
    this.#tell()
  }

  /** What asr said of this call, on the call's own time; undefined for words that were said while it was held. */
  timed(event: AsrEvent): AsrEvent | undefined {
    const timed = this.#clock.timed(event)
    if (timed?.type === 'partial' || timed?.type === 'final') {
      if (timed.speaker === 'seat') this.#heardSeat(timed)
    }
    return timed
  }

  #turn(): RehearsalState['citizen'] {
    if (this.#speaking !== undefined) return 'speaking'
    if (this.#state.gone) return 'gone'
    const isAddressed = this.#seatSpeaks || this.#typed.length > 0
    return isAddressed || this.#clock.call < this.#state.quietSinceMs ? 'listening' : 'waiting'
  }

  /** Tells where something is different from what was told. */
  #tell(): void {
    const shown = JSON.stringify(this.view)
    if (shown === this.#shown) return
    this.#shown = shown
    this.#options.onState()
  }

  #heardSeat({ type, text, endMs }: Extract<AsrEvent, { type: 'partial' | 'final' }>): void {
    this.#seatSpeaks = type === 'partial' && text !== ''
    if (type === 'final' && text !== '') this.#state = seatSaid(this.#state, text, endMs)
  }

  #advance(): void {
    this.#channel?.sendUntil(this.#clock.sinceStart, this.#speaking?.sound)
    if (!this.#clock.isHeld) this.#progress()
    if (this.#speaking !== undefined) return this.#speak(this.#speaking)
    if (this.#clock.isHeld) return
    this.#sayTyped()
    const isTyping = this.#clock.sinceStart - this.#typedAt < typingMs
    if (this.#seatSpeaks || (isTyping && !this.#hurried)) return
    const words = nextWords(this.#options.citizen.part, this.#state, this.#clock.call, this.#hurried)
    if (words !== undefined) this.#begin(words)
  }

  #begin({ text, line, next }: CitizenWords): void {
    const { sounds, pace } = this.#options.citizen
    const samples = line === undefined ? undefined : sounds[line]
    const startMs = this.#clock.call
    const lengthMs = samples === undefined ? spokenMs(text, pace) : (samples.length * 1000) / sampleRate
    this.#hurried = false
    this.#speaking = {
      text,
      startMs,
      endMs: startMs + lengthMs,
      after: next,
      sound:
        line === undefined || samples === undefined
          ? undefined
          : { line, samples, sinceMs: this.#clock.sinceStart },
    }
  }

  #speak({ text, startMs, endMs, after, sound }: Speaking): void {
    const now = this.#clock.call
    const channel = { stream: this.#stream, speaker: 'citizen' } as const
    if (now < endMs) {
      const said = sound === undefined ? saidSoFar(text, this.#options.citizen.pace, now - startMs) : ''
      if (said !== '') this.#options.hear({ type: 'partial', ...channel, startMs, endMs: now, text: said })
      return
    }
    this.#speaking = undefined
    this.#state = citizenSaid(after, endMs)
    if (sound === undefined) {
      this.#options.hear({ type: 'final', ...channel, startMs, endMs, text: bare(text), punctuated: text })
    }
    if (this.#pauseWanted) this.#clock.hold()
  }

  #sayTyped(): void {
    const [text, ...rest] = this.#typed
    if (text === undefined || this.#speaking !== undefined || this.#clock.isHeld) return
    const quietMs = this.#clock.call - this.#state.quietSinceMs
    // The sentence before is still being said.
    if (quietMs < 0) return
    this.#typed = rest
    if (quietMs > countedPauseMs) this.#clock.leaveOut(quietMs - countedPauseMs)
    const startMs = this.#clock.call
    const endMs = startMs + spokenMs(text, 'fast')
    this.#state = seatSaid(this.#state, bare(text), endMs)
    const channel = { stream: this.#stream, speaker: 'seat' } as const
    this.#options.hear({ type: 'final', ...channel, startMs, endMs, text: bare(text), punctuated: text })
  }

  /** Where nothing is sent to asr, nobody else says how far the call has come. */
  #progress(): void {
    if (this.channels.length > 0) return
    const sample = Math.round((this.#clock.call * sampleRate) / 1000)
    const channel = { stream: this.#stream, speaker: 'citizen' } as const
    this.#options.hear({ type: 'progress', ...channel, decodedSample: sample, settledSample: sample })
  }
}
