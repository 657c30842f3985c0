import type { AudioFrame } from '#shared/contract/audio-frame.ts'
import type { ForkEvent } from '#shared/contract/process-messages.ts'
import type { MediaForkView } from '#shared/contract/views.ts'
import type { Speaker } from '#shared/domain/call.ts'
import { MediaFork } from '../../src-main/hosts/media-fork/media-fork.ts'
import { waitUntil } from './wait-until.ts'

export const doorToken = 'a-token-that-is-long-enough'

type Told = Exclude<ForkEvent, { type: 'view' }>

/** A media fork on a free port, with the switchboard's side played by the test. */
export class TestDoor {
  readonly fork: MediaFork
  readonly told: Told[] = []
  readonly audio: AudioFrame[] = []
  readonly said: string[] = []
  view: MediaForkView = { state: 'off', forks: [] }

  private constructor(settings: ConstructorParameters<typeof MediaFork>[0]['settings']) {
    this.fork = new MediaFork({
      settings,
      say: (line) => this.said.push(line),
      line: {
        audio: (frame) => this.audio.push(frame),
        tell: (event) => {
          if (event.type === 'view') this.view = event.view
          else this.told.push(event)
        },
      },
    })
  }

  static async open(place: { readonly host?: string; readonly port?: number } = {}): Promise<TestDoor> {
    const { host = '127.0.0.1', port = 0 } = place
    const door = new TestDoor({ kind: 'on', host, port, token: doorToken })
    await door.fork.open()
    return door
  }

  get port(): number {
    return Number(new URL(this.view.address!).port)
  }

  /** The address with a query; the token is in it unless another one is given. */
  address(query: Readonly<Record<string, string>> = {}): string {
    return `ws://127.0.0.1:${this.port}/?${new URLSearchParams({ token: doorToken, ...query }).toString()}`
  }

  types(): readonly Told['type'][] {
    return this.told.map(({ type }) => type)
  }

  async until(type: Told['type'], count = 1): Promise<void> {
    await waitUntil(`${type} is told`, () => this.types().filter((told) => told === type).length >= count)
  }

  /** A channel of what was passed on, laid out on the call's clock. */
  laidOut(speaker: Speaker): Int16Array {
    const own = this.audio.filter((frame) => frame.speaker === speaker)
    const length = Math.max(0, ...own.map(({ startSample, samples }) => startSample + samples.length))
    const laid = new Int16Array(length)
    for (const { startSample, samples } of own) laid.set(samples, startSample)
    return laid
  }
}
