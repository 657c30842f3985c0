/**
 * `npm run bench:shift [-- --calls 100 --speed 25]`: an eight-hour shift at an accelerated pace. The rehearsal calls are spoken
 * as a device would, one after another, through the real host, asr and core to a centre, and every ticket is submitted. It
 * fails where a process grows by more than the bar, keeps files open, or where turn times drift.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { turnSchema, type Turn } from '#shared/domain/call.ts'
import { programRoot } from '../../../src-main/hosts/paths.ts'
import { rehearsal, SeatClient, speak } from '../../support/seat-client.ts'
import { startTestCentre } from '../../support/test-centre.ts'
import { waitUntil } from '../../support/wait-until.ts'
import { soundOf } from '../speech/play-call.ts'
import { processFigures, type ProcessFigures } from './process-figures.ts'
import { driftBetween, driftWithin, latenessOf, type Lateness } from './turn-drift.ts'

/** What is asked: MB a process may grow after the first calls, and ms that times may drift. */
const bars = { growthMegabytes: 60, driftMs: 50 }
/** Calls after which caches are full and every script was heard. */
const warmUpCalls = 16

const children = ['asr', 'core'] as const
type Figures = Readonly<Record<(typeof children)[number], ProcessFigures>>

const calls = join(programRoot, 'models', 'rehearsal', 'calls')
const scriptSchema = z.object({ turns: z.array(turnSchema) })

/** The script's turns from their first sound on: the voice begins some with up to 0.2 s of silence. */
async function scriptOf(name: string): Promise<readonly Turn[]> {
  const { channels } = await rehearsal(name)
  const { turns } = scriptSchema.parse(JSON.parse(readFileSync(join(calls, `${name}.json`), 'utf8')))
  return turns.map((turn) => {
    const [startMs] = soundOf(channels[turn.speaker] ?? new Int16Array(0), turn)
    return { ...turn, startMs }
  })
}

function figuresOf(seat: SeatClient): Figures {
  const of = (child: (typeof children)[number]): ProcessFigures =>
    processFigures(seat.switchboard.pids[child] ?? 0)
  return { asr: of('asr'), core: of('core') }
}

async function oneCall(
  seat: SeatClient,
  name: string,
  speed: number,
): Promise<{ readonly turns: readonly Turn[]; readonly seconds: number }> {
  const recording = await rehearsal(name)
  const { callId, stream, ticketId } = await seat.begin()
  await speak(seat.client.connection, stream, recording, { fromMs: 0, toMs: recording.durationMs, speed })
  const { turns } = await seat.client.call('calls.end', { callId })
  await seat.client.call('tickets.submit', { ticketId, despiteMissing: true })
  return { turns, seconds: recording.durationMs / 1000 }
}

function report(call: number, { asr, core }: Figures): void {
  console.log(
    `call ${String(call).padStart(3)}  asr ${asr.megabytes.toFixed(0)} MB ${asr.descriptors} files  core ${core.megabytes.toFixed(0)} MB ${core.descriptors} files`,
  )
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { calls: { type: 'string', default: '100' }, speed: { type: 'string', default: '25' } },
  })
  const [count, speed] = [Number(values.calls), Number(values.speed)]
  const names = readdirSync(calls)
    .filter((file) => file.endsWith('.wav'))
    .map((file) => file.slice(0, -'.wav'.length))
  const centre = await startTestCentre()
  const seat = await SeatClient.start({ centre: centre.address })
  const first = new Map<string, readonly Turn[]>()
  const lateness: Lateness[] = []
  let [between, longest, seconds, turnCount] = [0, 0, 0, 0]
  let before = figuresOf(seat)
  const startedAt = performance.now()
  for (let call = 1; call <= warmUpCalls + count; call += 1) {
    const name = names[call % names.length] ?? ''
    const { turns, seconds: length } = await oneCall(seat, name, speed)
    lateness.push(...latenessOf(await scriptOf(name), turns))
    longest = Math.max(longest, length * 1000)
    between = Math.max(between, driftBetween(first.get(name) ?? turns, turns))
    if (!first.has(name)) first.set(name, turns)
    seconds += length
    turnCount += turns.length
    if (call === warmUpCalls) before = figuresOf(seat)
    if (call % 10 === 0 || call === warmUpCalls) report(call, figuresOf(seat))
  }
  await waitUntil('every ticket is at the centre', async () => {
    return (await centre.ticketIds()).length === warmUpCalls + count
  })
  const within = driftWithin(lateness, longest)
  const after = figuresOf(seat)
  const pace = (seconds * 1000) / (performance.now() - startedAt)
  const growth = children.map((child) => after[child].megabytes - before[child].megabytes)
  const files = children.map((child) => after[child].descriptors - before[child].descriptors)
  await seat.cleanUp()
  await centre.close()
  console.log(
    `\n${warmUpCalls + count} calls, ${(seconds / 3600).toFixed(1)} h of speech at ${pace.toFixed(0)} times its pace, ${turnCount} turns, every ticket at the centre`,
  )
  console.log(
    `grown since call ${warmUpCalls}: asr ${growth[0]?.toFixed(1)} MB, core ${growth[1]?.toFixed(1)} MB (bar ${bars.growthMegabytes})`,
  )
  console.log(`files kept open: asr ${files[0]}, core ${files[1]}`)
  console.log(
    `turn times: within a call ${within.toFixed(0)} ms, the same call again ${between.toFixed(0)} ms (bar ${bars.driftMs})`,
  )
  const failed =
    growth.some((megabytes) => megabytes > bars.growthMegabytes) ||
    files.some((kept) => kept > 2) ||
    Math.max(within, between) > bars.driftMs
  process.exit(failed ? 1 : 0)
}

await main()
