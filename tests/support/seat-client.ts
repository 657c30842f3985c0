import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unwrap } from '#shared/base/result.ts'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { EventData } from '#shared/contract/contract.ts'
import type { CentreAddress } from '#shared/contract/process-messages.ts'
import type { TurnView } from '#shared/contract/views.ts'
import { speakers } from '#shared/domain/call.ts'
import { readRecording, type DecodedRecording } from '../../src-main/core/calls/recording/read-recording.ts'
import { forkChildren } from '../../src-main/hosts/child.ts'
import { clientEnvironment } from '../../src-main/hosts/client-environment.ts'
import { LocalClient } from '../../src-main/hosts/local-client.ts'
import { programRoot, sourceEntries } from '../../src-main/hosts/paths.ts'
import { Switchboard, type Connection } from '../../src-main/hosts/switchboard.ts'
import { waitUntil } from './wait-until.ts'

/** Nobody listens there: a client of this centre works offline and starts no centre of its own. */
export const noCentre: CentreAddress = { url: 'http://127.0.0.1:9', token: 'token-of-no-centre' }

/** A client as the command line runs it: this process is the host, core and asr are processes of their own. */
export class SeatClient {
  readonly directory: string
  readonly switchboard: Switchboard
  readonly client: LocalClient
  readonly notices: EventData<'notice'>[] = []
  /** How often a core was ready: the second time it is another one. */
  coreStarts = 0
  #recogniser = 'loading'

  private constructor(directory: string, centre: CentreAddress) {
    this.directory = directory
    this.switchboard = new Switchboard({
      spawn: forkChildren(sourceEntries),
      ...clientEnvironment(
        directory,
        { models: join(programRoot, 'models'), pack: join(programRoot, 'knowledge-base') },
        { SEAT_CENTRAL_URL: centre.url, SEAT_CENTRAL_TOKEN: centre.token },
      ),
    })
    this.client = new LocalClient(this.switchboard)
    this.client.on('notice', (notice) => this.notices.push(notice))
    this.client.on('session.ready', (session) => {
      this.coreStarts += 1
      this.#recogniser = session.recogniser.state
    })
    this.client.on('recogniser.changed', ({ state }) => (this.#recogniser = state))
  }

  /** Resolves when core and asr are ready. */
  static async start(
    options: { readonly directory?: string; readonly centre?: CentreAddress } = {},
  ): Promise<SeatClient> {
    const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'seat-survival-'))
    const seat = new SeatClient(directory, options.centre ?? noCentre)
    await seat.switchboard.started
    await seat.recogniserReady()
    return seat
  }

  recogniserReady(): Promise<void> {
    return waitUntil('the recogniser is ready', () => this.#recogniser === 'ready')
  }

  kill(child: 'core' | 'asr'): void {
    process.kill(this.switchboard.pids[child]!, 'SIGKILL')
  }

  /** Begins a call whose audio the test sends. */
  async begin(): Promise<{ readonly callId: string; readonly stream: number; readonly ticketId: string }> {
    const { callId, audioStream } = await this.client.call('calls.start', {
      source: { kind: 'capture', channels: ['seat', 'citizen'] },
    })
    const { ticket } = await this.client.call('calls.get', { callId })
    return { callId, stream: audioStream, ticketId: ticket.ticketId }
  }

  async stop(): Promise<void> {
    await this.switchboard.stop()
  }

  async cleanUp(): Promise<void> {
    await this.stop()
    rmSync(this.directory, { recursive: true, force: true })
  }
}

export async function rehearsal(name: string): Promise<DecodedRecording> {
  return unwrap(await readRecording([join(programRoot, 'models', 'rehearsal', 'calls', `${name}.wav`)]))
}

const frameSamples = sampleRate / 10

/** Sends a span of a recording, both channels in step, at `speed` times the pace of real speech. */
export async function speak(
  connection: Pick<Connection, 'receiveAudio'>,
  stream: number,
  recording: DecodedRecording,
  span: { readonly fromMs: number; readonly toMs: number; readonly speed: number },
): Promise<void> {
  const startedAt = performance.now()
  const first = (span.fromMs * sampleRate) / 1000
  const last = (Math.min(span.toMs, recording.durationMs) * sampleRate) / 1000
  for (let start = first; start < last; start += frameSamples) {
    const due = startedAt + ((start - first) * 1000) / sampleRate / span.speed
    const early = due - performance.now()
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    for (const speaker of speakers) {
      const samples = recording.channels[speaker]!.slice(start, Math.min(start + frameSamples, last))
      connection.receiveAudio({ stream, speaker, startSample: start, samples })
    }
  }
}

/** What each speaker said, as one text a speaker. */
export function wordsOf(turns: readonly TurnView[]): { readonly seat: string; readonly citizen: string } {
  const of = (speaker: TurnView['speaker']): string =>
    turns
      .filter((turn) => turn.speaker === speaker)
      .toSorted((left, right) => left.startMs - right.startMs)
      .map((turn) => turn.text)
      .join('')
  return { seat: of('seat'), citizen: of('citizen') }
}

/** Characters of `expected` that `actual` does not have in the same order: the length less the longest common subsequence. */
export function missingCharacters(expected: string, actual: string): number {
  let row = new Array<number>(actual.length + 1).fill(0)
  for (const wanted of expected) {
    const next = [0]
    for (let column = 1; column <= actual.length; column += 1) {
      next.push(
        actual[column - 1] === wanted ? row[column - 1]! + 1 : Math.max(row[column]!, next[column - 1]!),
      )
    }
    row = next
  }
  return expected.length - row[actual.length]!
}
