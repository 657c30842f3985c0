import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type {
  EventData,
  EventName,
  ProcedureInput,
  ProcedureName,
  ProcedureOutput,
} from '#shared/contract/contract.ts'
import type { Identity } from '#shared/contract/central-api.ts'
import type { ServerFrame } from '#shared/contract/frames.ts'
import type { AsrCommand, AsrEvent, CoreToHost } from '#shared/contract/process-messages.ts'
import type { Speaker } from '#shared/domain/call.ts'
import { FailureError } from '#shared/base/result.ts'
import { systemClock } from '../../src-main/core/clock.ts'
import { Core } from '../../src-main/core/core.ts'
import { SystemSound } from '../../src-main/core/devices/system-sound.ts'
import { SiteKnowledge } from '../../src-main/core/knowledge/site-knowledge.ts'
import { openStore } from '../../src-main/core/store/open-store.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import type { ModelFolders } from '../../src-main/models/folders.ts'
import { unpack } from '../../src-main/models/unpack.ts'
import { testStoreKey } from './store-key.ts'

let knowledge: Promise<SiteKnowledge> | undefined

function sampleKnowledge(): Promise<SiteKnowledge> {
  knowledge ??= SiteKnowledge.load(join(programRoot, 'knowledge-base'), systemClock().today)
  return knowledge
}

function signIn(directory: string, identity: Identity): void {
  const store = openStore(directory, testStoreKey)
  store.settings.set('identity', identity)
  store.close()
}

/** A core in the test's own process: the real store and sample pack, with the host's side played by the test. */
export class CoreHarness {
  readonly directory: string
  readonly core: Core
  readonly sent: CoreToHost['type'][] = []
  /** All that the core told the host. */
  readonly messages: CoreToHost[] = []
  readonly sentToAsr: AsrCommand[] = []
  readonly events: { readonly name: EventName; readonly data: unknown }[] = []
  readonly bugs: unknown[] = []
  readonly #answers = new Map<number, (frame: ServerFrame) => void>()
  #lastId = 0

  private constructor(core: (send: (message: CoreToHost) => void) => Core, directory: string) {
    this.directory = directory
    this.core = core((message) => this.#receive(message))
  }

  /** `directory` and `hostId` of an earlier harness make this one its successor after a death. */
  static async start(
    options: {
      readonly directory?: string
      readonly hostId?: string
      readonly now?: () => number
      readonly modelFolders?: ModelFolders
      /** Instead of the sample pack's; a core that takes publications needs one of its own. */
      readonly site?: SiteKnowledge
      /** Who signed in before; else an operator that the centre does not know yet. */
      readonly identity?: Identity
    } = {},
  ): Promise<CoreHarness> {
    const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'seat-core-'))
    const loaded = options.site ?? (await sampleKnowledge())
    if (options.identity !== undefined) signIn(directory, options.identity)
    const harness = new CoreHarness(
      (send) =>
        new Core({
          store: openStore(directory, testStoreKey),
          storeKey: testStoreKey,
          knowledge: loaded,
          clock: systemClock(options.now),
          newId: () => uuidv7(),
          random: () => 0,
          hostId: options.hostId ?? 'host-1',
          dataDirectory: directory,
          // A system without PulseAudio: nothing is left behind in the one of this machine.
          systemSound: new SystemSound('win32'),
          rehearsalDirectory: join(programRoot, 'models', 'rehearsal', 'calls'),
          modelFolders: options.modelFolders ?? {
            shipped: join(programRoot, 'models'),
            installed: join(directory, 'models'),
          },
          unpack,
          version: '0.0.0',
          send,
          onBug: (error) => harness.bugs.push(error),
        }),
      directory,
    )
    await harness.core.start()
    harness.core.receive({ type: 'connected', connection: 1 })
    return harness
  }

  call<Name extends ProcedureName>(name: Name, input: ProcedureInput<Name>): Promise<ProcedureOutput<Name>> {
    return this.rawCall(name, input) as Promise<ProcedureOutput<Name>>
  }

  rawCall(name: string, input: unknown): Promise<unknown> {
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#answers.set(id, (frame) => {
        if (frame.type === 'result') resolve(frame.output)
        else if (frame.type === 'error') reject(new FailureError(frame.error.code, frame.error.message))
      })
      this.core.receive({ type: 'frame', connection: 1, frame: { type: 'call', id, name, input } })
    })
  }

  heard(event: AsrEvent): void {
    this.core.receive({ type: 'asr', event })
  }

  /** A finished utterance of a second a turn, one after another. */
  say(stream: number, turns: readonly (readonly [Speaker, string])[], fromMs = 0): void {
    turns.forEach(([speaker, text], index) => {
      const startMs = fromMs + index * 1000
      this.heard({ type: 'final', stream, speaker, startMs, endMs: startMs + 900, text })
    })
  }

  of<Name extends EventName>(name: Name): EventData<Name>[] {
    return this.events.flatMap((event) => (event.name === name ? [event.data as EventData<Name>] : []))
  }

  /** Begins a call whose audio a client captures. */
  async begin(callerNumber = '13760319925'): Promise<{ callId: string; stream: number; ticketId: string }> {
    const { callId, audioStream } = await this.call('calls.start', {
      source: { kind: 'capture', channels: ['seat', 'citizen'] },
      callerNumber,
    })
    const { ticket } = await this.call('calls.get', { callId })
    return { callId, stream: audioStream, ticketId: ticket.ticketId }
  }

  /** Closes the database without telling anyone, as a killed process would; the files stay. */
  die(): void {
    this.core.stop()
  }

  cleanUp(): void {
    this.core.stop()
    rmSync(this.directory, { recursive: true, force: true })
  }

  #receive(message: CoreToHost): void {
    this.sent.push(message.type)
    this.messages.push(message)
    if (message.type === 'asr') this.sentToAsr.push(message.command)
    if (message.type !== 'frame') return
    const { frame } = message
    if (frame.type === 'event') {
      this.events.push({ name: frame.name as EventName, data: frame.data })
      return
    }
    this.#answers.get(frame.id)?.(frame)
    this.#answers.delete(frame.id)
  }
}
