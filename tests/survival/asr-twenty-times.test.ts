import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DecodedRecording } from '../../src-main/core/calls/recording/read-recording.ts'
import { missingCharacters, rehearsal, SeatClient, speak, wordsOf } from '../support/seat-client.ts'
import { waitUntil } from '../support/wait-until.ts'

const name = '5-unpaid-wages'
/** A second of speech in the rehearsal calls: 3.6 characters, rounded up. */
const aSecond = 4
const kills = 20

vi.setConfig({ testTimeout: 240_000 })

let recording: DecodedRecording
let seat: SeatClient
beforeEach(async () => {
  recording = await rehearsal(name)
  seat = await SeatClient.start()
})
afterEach(() => seat.cleanUp())

type Words = ReturnType<typeof wordsOf>

/** Speaks the call, doing something at each of these moments, and gives the words of each moment's stretch. */
async function call(
  speed: number,
  moments: readonly number[],
  disturb: (atMs: number) => Promise<void>,
): Promise<{ readonly words: Words; readonly callId: string }> {
  const { callId, stream } = await seat.begin()
  let fromMs = 0
  for (const atMs of moments) {
    await speak(seat.client.connection, stream, recording, { fromMs, toMs: atMs, speed })
    fromMs = atMs
    await disturb(atMs)
  }
  await speak(seat.client.connection, stream, recording, { fromMs, toMs: recording.durationMs, speed })
  await seat.recogniserReady()
  return { words: wordsOf((await seat.client.call('calls.end', { callId })).turns), callId }
}

describe('one call during which asr', () => {
  it(`is killed ${kills} times loses at most a second each time`, async () => {
    const undisturbed = (await call(20, [], () => Promise.resolve())).words
    const moments = Array.from(
      { length: kills },
      (_, kill) => ((kill + 1) * recording.durationMs) / (kills + 1),
    )
    let killed = 0
    let heardMs = 0
    seat.client.on('call.progress', ({ durationMs }) => (heardMs = durationMs))
    const { words } = await call(6, moments, async (atMs) => {
      await seat.recogniserReady()
      // Six times faster than speech a busy machine would fall behind by more than is kept, as it never does in a call.
      await waitUntil('asr has caught up', () => heardMs > atMs - 1_000)
      seat.kill('asr')
      killed += 1
    })
    expect(killed).toBe(kills)
    // A second each time may be lost; on the whole it must be far less, or resending does not work.
    const limit = kills
    for (const speaker of ['seat', 'citizen'] as const) {
      const lost = missingCharacters(undisturbed[speaker], words[speaker])
      const twice = missingCharacters(words[speaker], undisturbed[speaker])
      console.log(`${kills} kills, ${speaker}: ${lost} characters lost, ${twice} said twice (limit ${limit})`)
      expect(lost).toBeLessThanOrEqual(limit)
      expect(twice).toBeLessThanOrEqual(limit)
    }
  })

  it('hangs is killed and restarted, and its words are said after all', async () => {
    const undisturbed = (await call(20, [], () => Promise.resolve())).words
    let awayMs = 0
    const { words } = await call(6, [recording.durationMs / 2], async () => {
      const stopped = seat.switchboard.pids.asr!
      const before = performance.now()
      process.kill(stopped, 'SIGSTOP')
      await waitUntil('another asr is there', () => {
        const { asr } = seat.switchboard.pids
        return asr !== undefined && asr !== stopped
      })
      await seat.recogniserReady()
      awayMs = performance.now() - before
    })
    console.log(`from the hang to a recogniser that is ready: ${awayMs.toFixed(0)} ms`)
    for (const speaker of ['seat', 'citizen'] as const) {
      expect(missingCharacters(undisturbed[speaker], words[speaker])).toBeLessThanOrEqual(aSecond)
    }
    expect(seat.notices.map(({ code }) => code)).toEqual(['asr-restarting', 'asr-back'])
  })
})
