import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FailureError } from '#shared/base/result.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { startTestCentre, type TestCentre } from '../support/test-centre.ts'
import { waitUntil } from '../support/wait-until.ts'
import { WholeClient } from '../support/whole-client.ts'

const kills = 50
/** Repeat a run with KILL_SEED; the moments are the same, what the machine makes of them may not be. */
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000)
const random = seededRandom(seed)

let centre: TestCentre
let directory: string
let seat: WholeClient

beforeAll(async () => {
  // Slow answers, so that kills fall between the centre's commit and its answer.
  centre = await startTestCentre(() => random() * 150)
  directory = mkdtempSync(join(tmpdir(), 'seat-kills-'))
})
afterAll(async () => {
  if (!seat.isGone) await seat.killAll()
  await centre.close()
  rmSync(directory, { recursive: true, force: true })
})

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Tries until no death comes in between; every other failure counts. */
async function throughDeaths<T>(step: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await step()
    } catch (error) {
      if (!(error instanceof FailureError) || !['gone', 'core-restarted'].includes(error.code)) throw error
      await pause(20)
    }
  }
}

/** False for a process that has gone since its number was asked for: what starts it anew may have killed it, too. */
function killed(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}

/** The call that a person would find open after a restart, or a new one. */
async function openCall(): Promise<string> {
  const { openCallId } = await seat.call('session.get', {})
  if (openCallId !== undefined) return openCallId
  const { callId } = await seat.call('calls.start', {
    source: { kind: 'capture', channels: ['seat', 'citizen'] },
  })
  return callId
}

async function submit(callId: string, demand: string): Promise<string> {
  const { ticket } = await seat.call('calls.get', { callId })
  if (ticket.state !== 'draft') return ticket.ticketId
  const { ticketId } = ticket
  await seat.call('tickets.setField', { ticketId, field: 'demand', value: demand })
  expect((await seat.call('tickets.submit', { ticketId, despiteMissing: true })).submitted).toBe(true)
  return ticketId
}

it(
  `${kills} kills at random moments lose no submitted ticket and send none twice (KILL_SEED=${seed})`,
  { timeout: 300_000 },
  async () => {
    console.log(`KILL_SEED=${seed}`)
    seat = await WholeClient.start(directory, centre.address)
    const submitted: string[] = []
    const counts = { core: 0, asr: 0, host: 0, all: 0 }
    let killing = true

    async function work(): Promise<void> {
      while (killing) {
        const callId = await throughDeaths(openCall)
        const ticketId = await throughDeaths(() => submit(callId, `第${submitted.length + 1}件`))
        if (submitted.at(-1) !== ticketId) submitted.push(ticketId)
        await throughDeaths(() => seat.call('calls.end', { callId }))
      }
    }

    async function killOne(): Promise<void> {
      const choice = random()
      if (choice < 0.3) {
        await (choice < 0.15 ? seat.killHost() : seat.killAll())
        counts[choice < 0.15 ? 'host' : 'all'] += 1
        seat = await WholeClient.start(directory, centre.address)
        return
      }
      const child = choice < 0.7 ? 'core' : 'asr'
      const pid = (await seat.pids())[child]
      if (pid === undefined || !killed(pid)) return killOne()
      counts[child] += 1
    }

    const worker = work()
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(50 + random() * 1_200)
      await killOne()
    }
    killing = false
    await worker
    await waitUntil(
      'everything was delivered',
      async () => {
        const { sync } = await throughDeaths(() => seat.call('session.get', {}))
        return sync.waiting === 0
      },
      90_000,
    )

    const { sync } = await seat.call('session.get', {})
    expect(sync.parked).toBe(0)
    const atCentre = await centre.ticketIds()
    console.log(JSON.stringify({ ...counts, tickets: submitted.length }))
    expect(submitted.length).toBeGreaterThan(10)
    expect(new Set(submitted).size).toBe(submitted.length)
    expect(atCentre.toSorted()).toEqual(submitted.toSorted())
    const calls = await seat.call('calls.list', { limit: 200 })
    for (const call of calls) expect(call.state === 'draft' || call.number !== undefined).toBe(true)
  },
)
