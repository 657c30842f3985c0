import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import { mediaForkText } from '#shared/catalogue/media-fork.ts'
import { detectStyle, readMessage } from './adapters.ts'
import { type LegAudio, longestLeadMs } from './fork-audio.ts'
import type { Closing, ForkCall, Leg } from './fork-call.ts'
import type { ForkMessage, ForkStart, ForkStyle, Incoming } from './fork-message.ts'

/** What a connection asks of the door it came through. */
export interface ForkDoor {
  /** Compares in constant time, and counts what does not fit. */
  readonly admits: (token: string | undefined) => boolean
  /** The call that the connection belongs to, or why there is none for it. */
  readonly callOf: (start: ForkStart) => ForkCall | Closing
}

/** Close codes; those from 4000 on are ours (docs/media-fork.md). */
const closeCodes = {
  endedBySeat: 1000,
  badFrame: 4400,
  tokenRefused: 4401,
  noStart: 4408,
  busy: 4409,
  over: 4410,
  replaced: 4412,
} as const
type CloseWord = keyof typeof closeCodes

/** RFC 6455: no more bytes fit into a close frame's reason. */
const longestReason = 123
/** A connection that says nothing of a call is closed. */
const startWithinMs = 10_000
const lookAgainMs = 500

interface Joined {
  readonly call: ForkCall
  readonly leg: Leg
  readonly audio: LegAudio
  readonly start: ForkStart
}

/** One WebSocket from a switch: reads its dialect and takes part in a call. */
export class ForkConnection {
  readonly #socket: WebSocket
  readonly #door: ForkDoor
  readonly #query: Readonly<Record<string, string>>
  readonly #fallbackCallId = randomUUID()
  readonly #startTimer: NodeJS.Timeout
  #style: ForkStyle | undefined
  #admitted: boolean
  #joined: Joined | undefined
  /** Something came since the door last asked. */
  #alive = true

  constructor(
    socket: WebSocket,
    options: {
      readonly door: ForkDoor
      readonly query: Readonly<Record<string, string>>
      readonly style: ForkStyle | undefined
      /** The token was right already; else the start must bring it. */
      readonly admitted: boolean
    },
  ) {
    this.#socket = socket
    this.#door = options.door
    this.#query = options.query
    this.#style = options.style
    this.#admitted = options.admitted
    this.#startTimer = setTimeout(() => this.#close('noStart'), startWithinMs)
    socket.on('message', (data, isBinary) => {
      const bytes = data as Buffer
      this.#receive(isBinary ? bytes : bytes.toString('utf8'))
    })
    socket.on('pong', () => (this.#alive = true))
    // What ws finds wrong (a message too large, a broken frame) closes the connection; it must not end the host.
    socket.on('error', () => undefined)
    socket.on('close', (code) => this.#closed(code))
  }

  get isAdmitted(): boolean {
    return this.#admitted
  }

  /** Asks whether the other end is still there; one that was silent since the last time is gone. */
  probe(): void {
    if (!this.#alive && !this.#socket.isPaused) {
      this.#socket.terminate()
      return
    }
    this.#alive = false
    this.#socket.ping()
  }

  #receive(incoming: Incoming): void {
    this.#alive = true
    this.#style ??= detectStyle(incoming)
    const messages = readMessage(this.#style, incoming, {
      query: this.#query,
      start: this.#joined?.start,
      fallbackCallId: this.#fallbackCallId,
    })
    for (const message of messages) this.#handle(message)
  }

  #handle(message: ForkMessage): void {
    if (message.type === 'start') return this.#start(message.start, message.token)
    if (message.type === 'bad') {
      return this.#admitted
        ? this.#closeBad(mediaForkText.problems[message.problem])
        : this.#close('tokenRefused')
    }
    if (message.type === 'ping') return this.#reply({ type: 'pong' })
    const joined = this.#joined
    if (joined === undefined) return
    switch (message.type) {
      case 'audio':
        joined.audio.hear(message.bytes, message.speaker, message.atMs)
        return this.#holdBack(joined)
      case 'gap':
        return joined.audio.gap(message.ms)
      case 'caller':
        return joined.call.callerIs(message.callerNumber)
      case 'stop':
        joined.call.leave(joined.leg, 'stopped')
        this.#socket.close(1000)
    }
  }

  #start(start: ForkStart, token: string | undefined): void {
    this.#admitted ||= this.#door.admits(token)
    if (!this.#admitted) return this.#close('tokenRefused')
    const call = this.#door.callOf(start)
    if (typeof call === 'string') return this.#close(call)
    clearTimeout(this.#startTimer)
    const leg: Leg = {
      format: start.format,
      taken: () => this.#reply({ type: 'accepted', callId: start.callId }),
      close: (why, message) => this.#close(why, message),
    }
    this.#joined = { call, leg, start, audio: call.join(leg, start.callerNumber) }
  }

  #closed(code: number): void {
    clearTimeout(this.#startTimer)
    // 1000 and 1005 are ends that the switch meant; anything else is a line that broke.
    this.#joined?.call.leave(this.#joined.leg, code === 1000 || code === 1005 ? 'stopped' : 'lost')
  }

  #holdBack(joined: Joined): void {
    if (joined.call.aheadMs(joined.audio) < longestLeadMs || this.#socket.isPaused) return
    this.#socket.pause()
    const look = (): void => {
      if (this.#socket.readyState !== this.#socket.OPEN) return
      if (joined.call.aheadMs(joined.audio) < longestLeadMs) this.#socket.resume()
      else setTimeout(look, lookAgainMs)
    }
    setTimeout(look, lookAgainMs)
  }

  #closeBad(problem: string): void {
    this.#close('badFrame', problem)
  }

  #close(why: CloseWord, message: string = mediaForkText[why]): void {
    clearTimeout(this.#startTimer)
    this.#reply({ type: why === 'endedBySeat' ? 'ended' : 'refused', code: why, message })
    // A socket that is held back would never see the other end's farewell.
    this.#socket.resume()
    this.#socket.close(closeCodes[why], fitted(message))
  }

  /** Each dialect is told only what it understands: Twilio nothing, mod_audio_fork an `error` event. */
  #reply(words: { readonly type: string; readonly [name: string]: string }): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    if (this.#style === 'own') this.#socket.send(JSON.stringify(words))
    else if (this.#style === 'mod_audio_fork' && words.type === 'refused') {
      this.#socket.send(JSON.stringify({ type: 'error', data: words }))
    }
  }
}

/** As many whole characters as fit. */
function fitted(text: string): string {
  let short = text
  while (Buffer.byteLength(short) > longestReason) short = short.slice(0, -1)
  return short
}
