import type { AudioFrame } from '#shared/contract/audio-frame.ts'
import type { EventData, EventName, ProcedureName } from '#shared/contract/contract.ts'
import { events, procedures } from '#shared/contract/contract.ts'
import type {
  CallSummary,
  CallView,
  Recording,
  Settings,
  TicketView,
  TurnView,
} from '#shared/contract/views.ts'
import { FailureError } from '#shared/base/result.ts'
import type { FieldEntry, FieldName } from '#shared/domain/ticket-fields.ts'
import type { SeatConnection } from '../../src-renderer/connection/seat-connection.ts'
import type { ConnectionState } from '../../src-renderer/connection/transport.ts'
import { choose, viewOf, type TurnChoice, type TurnLayers } from '../../src-main/core/calls/turn-layers.ts'
import * as script from './fake-call.ts'
import { createFakeKnowledge, type FakeKnowledge } from './fake-knowledge.ts'
import { fakeModel, fakeModels } from './fake-models.ts'
import { fakeRehearsals } from './fake-rehearsals.ts'
import { fakeReview } from './fake-review.ts'
import { fakeRulebook } from './fake-rulebook.ts'

type Input = Record<string, unknown>
type Handler = (input: Input) => unknown

/** A core of one scripted call behind the contract: every input and output passes the contract's schemas. */
export interface FakeConnection extends SeatConnection {
  /** Every call made, in order. */
  readonly asked: { readonly name: ProcedureName; readonly input: unknown }[]
  readonly audio: AudioFrame[]
  readonly knowledge: FakeKnowledge
  emit<Name extends EventName>(name: Name, data: EventData<Name>): void
  setState(state: ConnectionState): void
  /** Makes calls of this name fail until it is set back to null. */
  failWith(name: ProcedureName, error: FailureError | null): void
  /** Says the next turn of the script; false where there is none. */
  step(): boolean
  /** Says half of the next turn. */
  partial(): void
  /** The program was killed in the middle of the call. */
  interrupt(): void
  /** The centre numbers the ticket. */
  acknowledge(number: string): void
  /** Another reading of a turn came. */
  retell(index: number, change: Partial<TurnView>): void
  /** What the fake's ticket is now; for what a script does not reach. */
  patchTicket(change: Partial<TicketView>): void
}

const callId = 'c1'
const savedAt = '2026-11-21T09:14:35+08:00'

function emptyTicket(): TicketView {
  return {
    ticketId: 't1',
    callId,
    draft: {},
    state: 'draft',
    savedAt,
    missing: [],
    deadlines: [],
    similar: [],
    canUndo: false,
    answersRead: [],
  }
}

function typed(value: unknown): FieldEntry {
  return {
    value,
    source: 'typed',
    confidence: 1,
    evidence: [],
    alternatives: [],
    confirmed: true,
    changedAt: savedAt,
    changedBy: '8031',
  }
}

export function createFakeConnection(): FakeConnection {
  const handlers = new Map<string, Set<(data: unknown) => void>>()
  const stateHandlers = new Set<(state: ConnectionState) => void>()
  const failures = new Map<ProcedureName, FailureError>()
  const asked: { name: ProcedureName; input: unknown }[] = []
  const audio: AudioFrame[] = []
  let state: ConnectionState = 'open'
  let at = 0
  let call: CallView | null = null
  let added: readonly Recording[] = []
  let settings: Settings = { correction: 'preview' }

  function emit<Name extends EventName>(name: Name, data: EventData<Name>): void {
    const parsed: unknown = events[name].schema.parse(data)
    for (const handler of handlers.get(name) ?? []) handler(parsed)
  }

  function current(): CallView {
    if (call === null) throw new FailureError('no-call', '没有这通电话')
    return call
  }

  function changeTicket(change: Partial<TicketView>): TicketView {
    const view = current()
    call = { ...view, ticket: { ...view.ticket, ...change } }
    emit('ticket.changed', call.ticket)
    return call.ticket
  }

  const setEntry = (field: FieldName, entry: FieldEntry): TicketView =>
    changeTicket({ draft: { ...current().ticket.draft, [field]: entry }, canUndo: true })

  const knowledge = createFakeKnowledge(emit)
  const answering: Record<ProcedureName, Handler> = {
    ...(knowledge.handlers as unknown as Record<keyof typeof knowledge.handlers, Handler>),
    ...fakeReview(),
    ...fakeRehearsals(),
    ...fakeRulebook(),
    'session.get': () => script.session,
    'recordings.list': () => [...added, ...script.recordings],
    'recordings.begin': () => ({ uploadId: 'u1' }),
    'recordings.append': () => ({}),
    'recordings.finish': ({ uploadId }) => {
      const recording = {
        ...script.recordings[0]!,
        recordingId: String(uploadId),
        rehearsal: false,
        title: '上周那通',
      }
      added = [recording, ...added]
      return recording
    },
    'recordings.listen': () => ({}),
    'recordings.cancel': () => ({}),
    'recordings.remove': ({ recordingId }) => {
      added = added.filter((recording) => recording.recordingId !== recordingId)
      return {}
    },
    'calls.start': (input) => {
      at = 0
      call = {
        callId,
        startedAt: '2026-11-21T09:12:00+08:00',
        phase: 'live',
        durationMs: 0,
        callerNumber: input['callerNumber'] as string | undefined,
        source: input['source'] as CallView['source'],
        audioStream: 7,
        playable: true,
        turns: [],
        partials: [],
        flags: [],
        answers: [],
        ticket: emptyTicket(),
      }
      return { callId, audioStream: 7 }
    },
    'calls.end': () => {
      call = { ...current(), phase: 'ended', partials: [] }
      emit('call.phase', { callId, phase: 'ended' })
      return call
    },
    'calls.get': () => current(),
    'calls.list': () => listed(),
    'calls.audio': ({ fromMs, toMs }) => ({ wavBase64: 'UklGRg==', fromMs, toMs }),
    'mediaFork.get': () => ({ state: 'off', forks: [] }),
    'models.list': () => fakeModels,
    'models.fetch': () => ({}),
    'models.cancel': () => ({}),
    'models.verify': ({ modelId }) => fakeModel(modelId),
    'models.import': ({ modelId }) => ({ ...fakeModel(modelId), state: 'unverified' }),
    'models.remove': ({ modelId }) => ({ ...fakeModel(modelId), state: 'not-installed' }),
    'models.choose': ({ role, modelId }) =>
      fakeModels.map((model) => (model.role === role ? { ...model, chosen: model.id === modelId } : model)),
    'tickets.setField': (input) => setEntry(input['field'] as FieldName, typed(input['value'])),
    'tickets.clearField': (input) => setEntry(input['field'] as FieldName, typed(null)),
    'tickets.accept': (input) => {
      const wanted = input['fields'] as FieldName[] | undefined
      const draft = Object.fromEntries(
        Object.entries(current().ticket.draft).map(([name, entry]) => {
          const take = wanted?.includes(name as FieldName) ?? entry.confidence >= 0.8
          return [name, take ? { ...entry, confirmed: true } : entry]
        }),
      )
      return changeTicket({ draft, canUndo: true })
    },
    'tickets.undo': () => changeTicket({ canUndo: false }),
    'tickets.submit': (input) => {
      const { missing } = current().ticket
      if (missing.length > 0 && input['despiteMissing'] !== true) {
        return { submitted: false, ticket: current().ticket }
      }
      return { submitted: true, ticket: changeTicket({ state: 'queued', canUndo: false }) }
    },
    'tickets.retry': () => changeTicket({ state: 'queued' }),
    'answers.search': (input) =>
      script.answers.filter((hit) => hit.title.includes(String(input['text']).slice(0, 2))),
    'answers.markRead': (input) =>
      changeTicket({ answersRead: [...current().ticket.answersRead, String(input['answerId'])] }),
    'scripts.list': () => script.scripts,
    'flags.dismiss': () => ({}),
    'devices.get': () => ({ choice: null }),
    'devices.set': () => ({}),
    'devices.openSystemSound': () => ({ label: '系统声音' }),
    'settings.get': () => settings,
    'settings.set': (input) => {
      settings = { ...settings, ...input }
      emit('settings.changed', settings)
      return settings
    },
    'turns.choose': (input) => chooseTurn(Number(input['turn']), input['choice'] as TurnChoice),
    'catalogue.categories': () => script.categories,
    'catalogue.subjects': (input) =>
      script.subjects.filter((subject) => subject.name.includes(String(input['text']))),
  }

  function chooseTurn(index: number, choice: TurnChoice): TurnView {
    const view = current()
    const turn = view.turns[index]!
    const layers = { ...turn, streamed: { text: turn.heard ?? turn.text }, decided: false } as TurnLayers
    const changed = viewOf(choose(layers, choice, () => turn.corrections)!)
    call = { ...view, turns: view.turns.with(index, changed) }
    emit('call.turn', { callId, turn: changed })
    return changed
  }

  function listed(): readonly CallSummary[] {
    if (call === null) return []
    const { ticket, turns, ...rest } = call
    return [
      {
        callId,
        startedAt: new Date().toISOString(),
        phase: rest.phase,
        callerNumber: rest.callerNumber,
        contactName: '梁先生',
        turns: turns.length,
        state: ticket.state,
        number: ticket.number,
      },
    ]
  }

  return {
    asked,
    audio,
    knowledge,
    get state() {
      return state
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- answers come later, as from a real connection
    async call(name, input, signal) {
      asked.push({ name, input })
      signal?.throwIfAborted()
      if (state !== 'open') throw new FailureError('disconnected', '没有连上本机服务')
      const failure = failures.get(name)
      if (failure !== undefined) throw failure
      const { input: inputSchema, output } = procedures[name]
      return output.parse(answering[name](inputSchema.parse(input))) as never
    },
    on(name, handler) {
      const set = handlers.get(name) ?? new Set()
      handlers.set(name, set)
      set.add(handler as (data: unknown) => void)
      return () => set.delete(handler as (data: unknown) => void)
    },
    onState(handler) {
      stateHandlers.add(handler)
      return () => stateHandlers.delete(handler)
    },
    sendAudio: (frame) => void audio.push(frame),
    close: () => undefined,
    emit,
    setState(next) {
      state = next
      for (const handler of stateHandlers) handler(next)
    },
    failWith(name, error) {
      if (error === null) failures.delete(name)
      else failures.set(name, error)
    },
    step() {
      const next = script.steps[at]
      if (next === undefined) return false
      at += 1
      const view = current()
      const { turn, fields, flag, answers, missing } = next
      call = { ...view, turns: [...view.turns, turn], durationMs: turn.endMs }
      emit('call.turn', { callId, turn })
      emit('call.progress', { callId, durationMs: turn.endMs })
      if (fields !== undefined || missing !== undefined) {
        changeTicket({
          draft: { ...call.ticket.draft, ...fields },
          missing: [...(missing ?? call.ticket.missing)],
          deadlines: script.deadlines(Date.now()),
          similar: [...script.similar(turn.index)],
        })
      }
      if (flag !== undefined) {
        call = { ...call, flags: [...call.flags, { ...flag, dismissed: false }] }
        emit('call.flag', { callId, flag })
      }
      if (answers !== undefined) {
        call = { ...call, answers: [...answers] }
        emit('call.answers', { callId, answers: [...answers] })
      }
      return true
    },
    partial() {
      const next = script.steps[at]
      if (next === undefined) return
      const { speaker, startMs, endMs, text } = next.turn
      const half = text.slice(0, Math.ceil(text.length / 2))
      emit('call.partial', { callId, speaker, startMs, endMs, text: half })
    },
    interrupt() {
      call = { ...current(), phase: 'interrupted', partials: [] }
      emit('call.phase', { callId, phase: 'interrupted' })
    },
    acknowledge: (number) => void changeTicket({ state: 'acknowledged', number }),
    retell(index, change) {
      const view = current()
      const turn = { ...view.turns[index]!, ...change }
      call = { ...view, turns: view.turns.with(index, turn) }
      emit('call.turn', { callId, turn })
    },
    patchTicket: (change) => void changeTicket(change),
  }
}
