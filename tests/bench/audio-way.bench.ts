import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import { speakers, type Speaker } from '#shared/domain/call.ts'
import { forkChildren } from '../../src-main/hosts/child.ts'
import { clientEnvironment } from '../../src-main/hosts/client-environment.ts'
import { LocalClient } from '../../src-main/hosts/local-client.ts'
import { programRoot, sourceEntries } from '../../src-main/hosts/paths.ts'
import { Switchboard } from '../../src-main/hosts/switchboard.ts'
import { noCentre } from '../support/seat-client.ts'
import { waitUntil } from '../support/wait-until.ts'
import type { BenchRow } from './bench-row.ts'
import { latency } from './quantile.ts'

const frames = 2_000
const frameMs = 100
const frameSamples = (sampleRate * frameMs) / 1_000

/**
 * The way of an audio frame through the real processes and back as an event: client → host → asr → host → core → host → client, with a
 * recogniser that answers at once. Decoding is in `asr-overhead`; together they are the client's latency beside the model.
 */
export async function run(): Promise<readonly BenchRow[]> {
  const directory = mkdtempSync(join(tmpdir(), 'seat-bench-'))
  const switchboard = new Switchboard({
    spawn: forkChildren({ ...sourceEntries, asr: join(import.meta.dirname, 'answering-asr.ts') }),
    ...clientEnvironment(
      directory,
      { models: join(programRoot, 'models'), pack: join(programRoot, 'knowledge-base') },
      { SEAT_CENTRAL_URL: noCentre.url },
    ),
  })
  try {
    await switchboard.started
    const client = new LocalClient(switchboard)
    const way = new Way(client)
    await way.send(200, 0)
    const paced = await way.send(frames, frameMs)
    const burst = await way.send(frames, 0)
    const audioSeconds = (frames * frameMs) / speakers.length / 1_000
    return [
      {
        name: `audio frame to event through all processes, real pace (${String(frames)} frames, two channels)`,
        figure: latency(paced.times),
      },
      {
        name: `audio frame to event through all processes, all at once (${String(frames)} frames, two channels)`,
        figure: `${(frames / burst.seconds).toFixed(0)} frames/s`,
        peer: `speech makes ${String((1_000 / frameMs) * speakers.length)} frames/s`,
        ratio: `${(audioSeconds / burst.seconds).toFixed(0)}× real time`,
      },
    ]
  } finally {
    await switchboard.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Sends the frames of one call after another and notes when the event of each comes back. */
class Way {
  readonly #client: LocalClient
  readonly #sentAt = new Map<string, number>()
  #times: number[] = []

  constructor(client: LocalClient) {
    this.#client = client
    client.on('call.partial', ({ speaker, text }) => {
      const sentAt = this.#sentAt.get(frameKey(speaker, text))
      if (sentAt !== undefined) this.#times.push(performance.now() - sentAt)
    })
  }

  /** Both channels in step, a pair of frames every `paceMs`. */
  async send(
    count: number,
    paceMs: number,
  ): Promise<{ readonly times: readonly number[]; readonly seconds: number }> {
    const { callId, audioStream: stream } = await this.#client.call('calls.start', {
      source: { kind: 'capture', channels: [...speakers] },
    })
    this.#sentAt.clear()
    this.#times = []
    const start = performance.now()
    for (let pair = 0; pair < count / speakers.length; pair += 1) {
      const early = start + pair * paceMs - performance.now()
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
      for (const speaker of speakers) {
        const startSample = pair * frameSamples
        this.#sentAt.set(frameKey(speaker, String(startSample)), performance.now())
        this.#client.connection.receiveAudio({
          stream,
          speaker,
          startSample,
          samples: new Int16Array(frameSamples),
        })
      }
    }
    await waitUntil('every frame came back', () => this.#times.length === count)
    const seconds = (performance.now() - start) / 1_000
    await this.#client.call('calls.end', { callId })
    return { times: this.#times, seconds }
  }
}

function frameKey(speaker: Speaker, startSample: string): string {
  return `${speaker}/${startSample}`
}
