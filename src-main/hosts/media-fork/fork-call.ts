import type { AudioFrame } from '#shared/contract/audio-frame.ts'
import type { ForkEvent } from '#shared/contract/process-messages.ts'
import type { Speaker } from '#shared/domain/call.ts'
import { ForkAudio, type LegAudio } from './fork-audio.ts'
import type { ForkFormat, ForkStart } from './fork-message.ts'

/** Why the client closes a connection. */
export type Closing = 'busy' | 'endedBySeat' | 'over' | 'replaced'

/** One connection's part in a call. */
export interface Leg {
  readonly format: ForkFormat
  /** The call has begun at the seat. */
  readonly taken: () => void
  readonly close: (why: Closing, message?: string) => void
}

export interface ForkCallOptions {
  readonly start: ForkStart
  /** Milliseconds that never go back. */
  readonly now: () => number
  readonly tell: (event: ForkEvent) => void
  readonly audio: (frame: AudioFrame) => void
  /** Who is connected changed. */
  readonly onChange: () => void
  /** Nothing more can come of this call. */
  readonly onGone: () => void
}

/** How long a switch may be away before the call counts as over. */
const patienceMs = 120_000
/** Silence after which the recogniser ends an utterance that was cut off, and how long we wait before we say so. */
const settleMs = 2_000
/** A stop is told again to a core that starts this soon after. */
const stopToldAgainMs = 60_000

/** A call that the switch sends: its connections (one, or one a channel), its time, and what core knows of it. */
export class ForkCall {
  readonly forkId: string
  readonly since = new Date().toISOString()
  readonly #options: ForkCallOptions
  readonly #startedAt: number
  readonly #audio: ForkAudio
  readonly #legs = new Map<Leg, LegAudio>()
  /** Channels without a connection, each with the loss that took it. */
  readonly #lost = new Map<Speaker, symbol>()
  readonly #timers = new Set<NodeJS.Timeout>()
  #callerNumber: string | undefined
  /** `stopping`: the switch hung up before core took the call. */
  #state: 'waiting' | 'taken' | 'stopping' | 'stopped' | 'gone' = 'waiting'
  #hungUp = false

  constructor(options: ForkCallOptions) {
    this.#options = options
    this.#audio = new ForkAudio(options.audio)
    this.forkId = options.start.callId
    this.#callerNumber = options.start.callerNumber
    this.#startedAt = options.now()
  }

  get callerNumber(): string | undefined {
    return this.#callerNumber
  }

  /** How each connection that is open comes. */
  get formats(): readonly ForkFormat[] {
    return [...this.#legs.keys()].map((leg) => leg.format)
  }

  /** False once the switch hung up: a connection with the same name is another call. */
  get isOpen(): boolean {
    return this.#state === 'waiting' || this.#state === 'taken'
  }

  /** A connection takes part, in place of one that had its channels. */
  join(leg: Leg, callerNumber: string | undefined): LegAudio {
    const { channels } = leg.format
    for (const other of this.#legs.keys()) {
      if (!other.format.channels.some((speaker) => channels.includes(speaker))) continue
      this.#legs.delete(other)
      other.close('replaced')
    }
    const isFirst = this.#audio.channels.length === 0
    const audio = this.#audio.open(leg.format, isFirst ? 0 : this.#options.now() - this.#startedAt)
    this.#legs.set(leg, audio)
    this.#hungUp = false
    this.#callerNumber = callerNumber ?? this.#callerNumber
    this.tellStart()
    if (this.#state === 'taken') leg.taken()
    this.#comeBack(channels)
    this.#options.onChange()
    return audio
  }

  callerIs(callerNumber: string): void {
    this.#callerNumber = callerNumber
    this.tellStart()
    this.#options.onChange()
  }

  /** How far a connection's audio runs ahead of the clock, ms: nobody speaks that fast. */
  aheadMs(audio: LegAudio): number {
    return audio.sentMs() - (this.#options.now() - this.#startedAt)
  }

  /** A connection ended: with a word, or without one. */
  leave(leg: Leg, how: 'stopped' | 'lost'): void {
    this.#legs.get(leg)?.flush()
    if (!this.#legs.delete(leg)) return
    this.#hungUp ||= how === 'stopped'
    if (how === 'lost') this.#wait(leg.format.channels)
    if (this.#legs.size === 0 && this.#hungUp) this.#stop()
    else if (how === 'lost' && this.#state === 'taken') this.#tell('lost')
    this.#options.onChange()
  }

  accepted(stream: number): void {
    this.#audio.flowInto(stream)
    if (this.#state === 'waiting') {
      this.#state = 'taken'
      for (const leg of this.#legs.keys()) leg.taken()
    } else if (this.#state === 'stopping') this.#stop()
    else if (this.#state === 'stopped') this.#tell('stop')
  }

  /** Core will not have the call, or the seat has ended it. True where it was a call of the seat. */
  refused(message: string): boolean {
    const wasTaken = this.#state === 'taken'
    for (const leg of this.#legs.keys()) leg.close(wasTaken ? 'endedBySeat' : 'busy', message)
    this.#legs.clear()
    this.#leave()
    return wasTaken
  }

  /** Tells core of the call; a core that knows it already takes what is new. */
  tellStart(): void {
    const { stream, channels } = this.#audio
    this.#options.tell({
      type: 'start',
      forkId: this.forkId,
      channels,
      ...(this.#callerNumber === undefined ? {} : { callerNumber: this.#callerNumber }),
      ...(stream === undefined ? {} : { stream }),
    })
  }

  /** Forgets the call without a word, when the client stops. */
  drop(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
    this.#state = 'gone'
  }

  #comeBack(channels: readonly Speaker[]): void {
    const before = this.#lost.size
    for (const speaker of channels) this.#lost.delete(speaker)
    if (before > 0 && this.#lost.size === 0 && this.#state === 'taken') this.#tell('back')
  }

  #wait(channels: readonly Speaker[]): void {
    const loss = Symbol()
    for (const speaker of channels) this.#lost.set(speaker, loss)
    const stillLost = (): readonly Speaker[] => channels.filter((speaker) => this.#lost.get(speaker) === loss)
    // Words that were cut off must not hang in the air until the line is back.
    this.#later(settleMs, () => {
      for (const speaker of stillLost()) this.#audio.hush(speaker, settleMs)
    })
    this.#later(patienceMs, () => {
      const gone = stillLost()
      for (const speaker of gone) this.#lost.delete(speaker)
      if (gone.length > 0 && this.#legs.size === 0 && this.isOpen) this.#stop()
    })
  }

  #stop(): void {
    if (this.#audio.stream === undefined) {
      this.#state = 'stopping'
      this.#later(patienceMs, () => this.#leave())
      return
    }
    this.#state = 'stopped'
    this.#tell('stop')
    this.#later(stopToldAgainMs, () => this.#leave())
  }

  #leave(): void {
    if (this.#state === 'gone') return
    this.drop()
    this.#options.onGone()
  }

  #later(ms: number, task: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      task()
    }, ms)
    this.#timers.add(timer)
  }

  #tell(type: 'stop' | 'lost' | 'back'): void {
    this.#options.tell({ type, forkId: this.forkId })
  }
}
