import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import v8 from 'node:v8'
import vm from 'node:vm'
import { v7 as uuidv7 } from 'uuid'
import { unwrap } from '#shared/base/result.ts'
import type { ProcedureOutput } from '#shared/contract/contract.ts'
import type { CoreToHost } from '#shared/contract/process-messages.ts'
import type { CallTranscript, Turn } from '#shared/domain/call.ts'
import type { SitePack } from '#shared/domain/site-pack.ts'
import { createUnderstanding } from '#shared/domain/understanding/understand-call.ts'
import { systemClock } from '../../src-main/core/clock.ts'
import { Core } from '../../src-main/core/core.ts'
import { SystemSound } from '../../src-main/core/devices/system-sound.ts'
import { loadSitePack } from '../../src-main/core/knowledge/load-site-pack.ts'
import { SiteKnowledge } from '../../src-main/core/knowledge/site-knowledge.ts'
import { openStore } from '../../src-main/core/store/open-store.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { testStoreKey } from '../support/store-key.ts'
import type { BenchRow } from './bench-row.ts'
import { generatedPlaces } from './generated-places.ts'
import { generatedSubjects } from './generated-subjects.ts'
import { latency } from './quantile.ts'
import { defaultFolders } from '../../src-main/models/folders.ts'
import { unpack } from '../../src-main/models/unpack.ts'

const turnsInCall = 60
const manySubjects = 20_000

/** From a finished utterance reaching the core to the changed ticket leaving it: store, understanding, wording and answers included. */
export async function run(): Promise<readonly BenchRow[]> {
  const pack = unwrap(await loadSitePack(join(programRoot, 'knowledge-base')))
  const large = { ...pack, ...generatedPlaces(pack), subjects: generatedSubjects(pack, manySubjects) }
  return [...matcherMemory(large), ...(await measure(pack)), ...(await measure(large))]
}

/** What the names of places and parties take once they are built for matching. */
function matcherMemory(pack: SitePack): readonly BenchRow[] {
  v8.setFlagsFromString('--expose-gc')
  const collect = vm.runInNewContext('gc') as () => void
  const heap = (): number => {
    collect()
    return process.memoryUsage().heapUsed / 2 ** 20
  }
  const before = heap()
  const understanding = createUnderstanding(pack)
  const built = heap() - before
  understanding.understand([], {})
  const names = pack.divisions.length + pack.roads.length + pack.points.length
  return [
    {
      name: `fields: memory of the matcher, ${String(pack.subjects.length)} subjects, ${String(names)} places`,
      figure: `${built.toFixed(0)} MB`,
    },
  ]
}

interface Measured {
  /** Ms until the changed ticket left; only of words that changed it. */
  readonly fields: number[]
  /** Ms until everything that follows from the words had left, for the last ten turns of a call. */
  readonly lateTurns: number[]
}

async function measure(pack: SitePack): Promise<readonly BenchRow[]> {
  const buildStart = performance.now()
  const knowledge = new SiteKnowledge(pack, systemClock().today)
  const buildMs = performance.now() - buildStart
  const calls = longCalls()
  // The first call warms the engine up, as the first call of a shift does.
  await playCalls(knowledge, calls.slice(0, 1))
  const { fields, lateTurns } = await playCalls(knowledge, calls)
  const name = `fields, ${String(pack.subjects.length)} subjects, ${String(pack.divisions.length)} divisions:`
  return [
    { name: `${name} knowledge built from the pack`, figure: `${buildMs.toFixed(0)} ms` },
    {
      name: `${name} final text to changed ticket, ${String(calls.length)} calls of ${String(turnsInCall)} turns (${String(fields.length)} changes)`,
      figure: latency(fields),
    },
    { name: `${name} all that follows from a turn, turns 51 to 60`, figure: latency(lateTurns) },
  ]
}

async function playCalls(knowledge: SiteKnowledge, calls: readonly (readonly Turn[])[]): Promise<Measured> {
  const measured: Measured = { fields: [], lateTurns: [] }
  const directory = mkdtempSync(join(tmpdir(), 'seat-bench-'))
  try {
    const desk = await openDesk(knowledge, directory)
    for (const turns of calls) await desk.play(turns, measured)
    desk.core.stop()
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
  return measured
}

/** A core over a real store whose host is this process. */
async function openDesk(knowledge: SiteKnowledge, directory: string) {
  let onMessage: (message: CoreToHost) => void = () => undefined
  const core = new Core({
    store: openStore(directory, testStoreKey),
    storeKey: testStoreKey,
    knowledge,
    clock: systemClock(),
    newId: () => uuidv7(),
    random: Math.random,
    hostId: 'bench',
    dataDirectory: directory,
    // A system without PulseAudio: nothing is left behind in the one of this machine.
    systemSound: new SystemSound('win32'),
    rehearsalDirectory: '',
    modelFolders: defaultFolders({}),
    unpack,
    version: '0.0.0',
    send: (message) => onMessage(message),
    onBug: (error) => {
      throw error
    },
  })
  await core.start()
  core.receive({ type: 'connected', connection: 1 })
  let lastId = 0

  const ask = (name: string, input: unknown): Promise<unknown> =>
    new Promise((resolve) => {
      const id = ++lastId
      onMessage = (message) => {
        if (message.type === 'asr' && message.command.type === 'close') {
          const { stream, speaker } = message.command
          core.receive({ type: 'asr', event: { type: 'closed', stream, speaker } })
        }
        if (message.type === 'frame' && message.frame.type === 'result' && message.frame.id === id) {
          resolve(message.frame.output)
        }
      }
      core.receive({ type: 'frame', connection: 1, frame: { type: 'call', id, name, input } })
    })

  async function play(turns: readonly Turn[], measured: Measured): Promise<void> {
    const source = { kind: 'capture', channels: ['seat', 'citizen'] }
    const { callId, audioStream: stream } = (await ask('calls.start', {
      source,
      callerNumber: '13911112222',
    })) as ProcedureOutput<'calls.start'>
    for (const [index, { speaker, startMs, endMs, text }] of turns.entries()) {
      const start = performance.now()
      onMessage = (message) => {
        if (message.type !== 'frame' || message.frame.type !== 'event') return
        if (message.frame.name === 'ticket.changed') measured.fields.push(performance.now() - start)
      }
      core.receive({ type: 'asr', event: { type: 'final', stream, speaker, startMs, endMs, text } })
      if (index >= turnsInCall - 10) measured.lateTurns.push(performance.now() - start)
    }
    await ask('calls.end', { callId })
  }
  return { core, play }
}

/** The development calls one after another, cut into calls of sixty turns whose times go on. */
function longCalls(): readonly (readonly Turn[])[] {
  const turns = readFileSync(join(programRoot, 'tests/fixtures/fill-dev.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => (JSON.parse(line) as CallTranscript).turns)
  const calls = Math.floor(turns.length / turnsInCall)
  return Array.from({ length: calls }, (_, call) =>
    turns.slice(call * turnsInCall, (call + 1) * turnsInCall).map((turn, index) => ({
      ...turn,
      startMs: index * 5_000,
      endMs: index * 5_000 + 4_000,
    })),
  )
}
