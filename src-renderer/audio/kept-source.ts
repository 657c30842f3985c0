import type { Result } from '#shared/base/result.ts'

/** What a {@link KeptSource} needs of a stream. */
export interface SourceStream {
  getAudioTracks(): readonly Pick<MediaStreamTrack, 'addEventListener'>[]
  getTracks(): readonly Pick<MediaStreamTrack, 'stop'>[]
}

export interface Opened<Stream> {
  readonly stream: Stream
  /** Whether it may be opened again without asking the person: a dialog must not come by itself. */
  readonly reopens: boolean
  /** Whether its device is there still: a sound service may lead a stream on to another device without a word. */
  readonly isThere: () => Promise<boolean>
}

export interface KeptSourceParts<Stream extends SourceStream> {
  readonly open: () => Promise<Result<Opened<Stream>>>
  /** Lets the stream be heard; returns how to take it away again. */
  readonly connect: (stream: Stream) => () => void
  readonly onChange: (state: 'lost' | 'back') => void
  /** Tells when devices come or go; returns how to stop listening. */
  readonly onDevices: (handler: () => void) => () => void
}

/** Chromium on Linux notices that a virtual device came or went only when somebody asks which there are. */
const lookAgainMs = 2_000

/** A source that comes back: when its device is gone it is opened again as soon as that works. */
export class KeptSource<Stream extends SourceStream> {
  readonly #parts: KeptSourceParts<Stream>
  #stopped = false
  #release: () => void = () => undefined

  constructor(parts: KeptSourceParts<Stream>) {
    this.#parts = parts
  }

  /** Opens it for the first time; where that fails it stays closed. */
  async start(): Promise<Result<Stream>> {
    const opened = await this.#parts.open()
    if (!opened.ok) return opened
    this.#use(opened.value)
    return { ok: true, value: opened.value.stream }
  }

  stop(): void {
    this.#stopped = true
    this.#release()
  }

  /** False where it was stopped while it was being opened. */
  #use({ stream, reopens, isThere }: Opened<Stream>): boolean {
    const disconnect = this.#parts.connect(stream)
    let inUse = true
    const lost = (): void => {
      if (inUse) void this.#lost(reopens)
    }
    const check = (): void => {
      void isThere().then((there) => {
        if (!there) lost()
      })
    }
    const ignoreDevices = this.#parts.onDevices(check)
    const timer = setInterval(check, lookAgainMs)
    this.#release = () => {
      if (!inUse) return
      inUse = false
      clearInterval(timer)
      ignoreDevices()
      disconnect()
      for (const track of stream.getTracks()) track.stop()
    }
    if (this.#stopped) this.#release()
    // A track that is stopped by us does not say that it ended.
    for (const track of stream.getAudioTracks()) track.addEventListener('ended', lost)
    return inUse
  }

  async #lost(reopens: boolean): Promise<void> {
    this.#release()
    this.#parts.onChange('lost')
    if (reopens) await this.#openAgain()
  }

  async #openAgain(): Promise<void> {
    let opened
    do {
      await this.#devicesMayHaveChanged()
      if (this.#stopped) return
      opened = await this.#parts.open()
    } while (!opened.ok)
    if (this.#use(opened.value)) this.#parts.onChange('back')
  }

  #devicesMayHaveChanged(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        ignoreDevices()
        resolve()
      }
      const timer = setTimeout(done, lookAgainMs)
      const ignoreDevices = this.#parts.onDevices(done)
    })
  }
}
