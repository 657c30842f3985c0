import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { errorMessages } from '#shared/catalogue/errors.ts'
import { missingCharacters, noCentre, rehearsal, SeatClient, speak, wordsOf } from '../support/seat-client.ts'
import { startTestCentre } from '../support/test-centre.ts'
import { waitUntil } from '../support/wait-until.ts'

vi.setConfig({ testTimeout: 90_000 })

/** Mounts a file system of 12 MB on the directory; false where this user may not. */
function mount(directory: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', directory], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const probe = mkdtempSync(join(tmpdir(), 'seat-disk-'))
const mayMount = mount(probe)
if (mayMount) execFileSync('umount', [probe])
else console.warn('skipped: a full disk needs the right to mount a small one')
rmSync(probe, { recursive: true })

describe.runIf(mayMount)('on a disk that is full', () => {
  let directory: string
  let seat: SeatClient

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'seat-disk-'))
    mount(directory)
  })
  afterEach(async () => {
    await seat.stop()
    execFileSync('umount', ['--lazy', directory])
    rmSync(directory, { recursive: true, force: true })
  })

  const ballast = (): string => join(directory, 'ballast')

  function fillUp(): void {
    const file = openSync(ballast(), 'w')
    for (const size of [65_536, 4096, 1]) {
      const piece = Buffer.alloc(size, 1)
      try {
        for (;;) writeSync(file, piece)
      } catch (error) {
        expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC')
      }
    }
    closeSync(file)
  }

  it('a change is refused in plain words, nothing saved is lost, and it works again when there is room', async () => {
    seat = await SeatClient.start({ directory })
    const { callId, ticketId } = await seat.begin()
    const { core } = seat.switchboard.pids
    await seat.client.call('tickets.setField', { ticketId, field: 'contactName', value: '王先生' })
    fillUp()
    const field = { ticketId, field: 'demand' } as const
    // The log may have room for a few small changes yet: what is said to be saved is saved.
    let saved = ''
    const refused = await (async () => {
      for (let count = 0; count < 500; count += 1) {
        const value = `${count}${'退'.repeat(150)}`
        try {
          await seat.client.call('tickets.setField', { ...field, value })
          saved = value
        } catch (error) {
          return error as Error
        }
      }
      return undefined
    })()
    expect(refused).toMatchObject({ code: 'disk-full', message: errorMessages.diskFull })
    await expect(seat.client.call('calls.end', { callId: 'none' })).rejects.toMatchObject({
      code: 'not-found',
    })
    const full = await seat.client.call('calls.get', { callId })
    expect(full.ticket.draft.contactName?.value).toBe('王先生')
    expect(full.ticket.draft.demand?.value ?? '').toBe(saved)
    await expect(
      seat.client.call('tickets.submit', { ticketId, despiteMissing: true }),
    ).rejects.toMatchObject({ code: 'disk-full' })
    expect((await seat.client.call('calls.get', { callId })).ticket.state).toBe('draft')

    rmSync(ballast())
    await seat.client.call('tickets.setField', { ...field, value: '退款' })
    expect((await seat.client.call('calls.get', { callId })).ticket.draft.demand?.value).toBe('退款')
    expect(seat.switchboard.pids.core).toBe(core)
    expect(seat.coreStarts).toBe(1)
  })

  it('a call goes on: the words stay on the screen, the person is told once, and all is kept when there is room', async () => {
    const recording = await rehearsal('2-gas-smell')
    seat = await SeatClient.start({ directory })
    const { callId, stream } = await seat.begin()
    const shown: string[] = []
    seat.client.on('call.turn', ({ turn }) => shown.push(turn.text))
    const say = (fromMs: number, toMs: number): Promise<void> =>
      speak(seat.client.connection, stream, recording, { fromMs, toMs, speed: 10 })
    await say(0, 8_500)
    await waitUntil('the greeting is there', () => shown.length === 1)
    fillUp()
    await say(8_500, 35_500)
    await waitUntil('what was said on a full disk is shown', () => shown.length >= 6)
    expect(seat.notices.filter(({ code }) => code === 'disk-full')).toEqual([
      { code: 'disk-full', message: errorMessages.diskFull },
    ])
    rmSync(ballast())
    await say(35_500, recording.durationMs)
    const view = await seat.client.call('calls.end', { callId })
    expect(view.phase).toBe('ended')
    expect(view.turns.map((turn) => turn.text)).toEqual(shown)
    expect(missingCharacters('天河区人民路八十号绿城小区', wordsOf(view.turns).citizen)).toBe(0)
    expect(seat.coreStarts).toBe(1)
  })

  it('a ticket whose answer could not be saved is delivered once and numbered when there is room', async () => {
    // Slow enough for the disk to fill up between the question and its answer.
    const centre = await startTestCentre(() => 700)
    seat = await SeatClient.start({ directory, centre: noCentre })
    const { callId, ticketId } = await seat.begin()
    await seat.client.call('tickets.submit', { ticketId, despiteMissing: true })
    await seat.stop()
    seat = await SeatClient.start({ directory, centre: centre.address })
    fillUp()
    await waitUntil('the centre has it', async () => (await centre.ticketIds()).length === 1)
    await waitUntil('the person is told', () => seat.notices.some(({ code }) => code === 'disk-full'))
    expect((await seat.client.call('calls.get', { callId })).ticket.state).toBe('queued')
    rmSync(ballast())
    await waitUntil('it is numbered', async () => {
      return (await seat.client.call('calls.get', { callId })).ticket.state === 'acknowledged'
    })
    expect(await centre.ticketIds()).toEqual([ticketId])
    expect(seat.coreStarts).toBe(1)
    await centre.close()
  })
})
