import type { Result } from '#shared/base/result.ts'
import type { CaptureChoice } from '#shared/contract/capture-choice.ts'
import type { CallView } from '#shared/contract/views.ts'
import type { CaptureTurn } from '../audio/capture-turn.ts'
import type { OpenCapture } from '../audio/capture.ts'
import type { SeatConnection } from '../connection/seat-connection.ts'
import type { AnswersStore } from './answers-store.ts'
import { noAnswers } from './answers-store.ts'
import { captureNotices } from '../text/devices.ts'
import { openCallCapture, type CallCapture } from './call-capture.ts'
import {
  changeCall,
  dismissFlag,
  openCall,
  type CallFlag,
  type CallPlan,
  type CallStore,
} from './call-store.ts'
import type { DeviceStore } from './device-store.ts'
import { applyTicket, clearTicket, type TicketStore } from './ticket-store.ts'

export interface CallActions {
  /** Lets a call ring at the desk; nothing is recorded before it is answered. */
  readonly ring: (plan: CallPlan) => void
  readonly decline: () => void
  readonly answer: () => Promise<void>
  readonly end: () => Promise<void>
  /** Puts the finished call away, once what was typed is saved, and waits for the next. */
  readonly next: () => Promise<void>
  /** Shows a call of the core as it is now. */
  readonly show: (callId: string) => Promise<void>
  /** Opens the devices of a running call again whose page was loaded anew, as soon as no other page has them. */
  readonly takeUpCapture: (callId: string) => Promise<void>
  readonly dismiss: (flag: Pick<CallFlag, 'turn' | 'rule'>) => Promise<void>
}

export interface CallActionDependencies {
  readonly connection: SeatConnection
  readonly stores: {
    readonly call: CallStore
    readonly ticket: TicketStore
    readonly answers: AnswersStore
    readonly devices: DeviceStore
  }
  readonly openCapture: OpenCapture
  readonly captureTurn: CaptureTurn
  /** Wall clock, ms. */
  readonly now: () => number
  /** A clock that never jumps, ms. */
  readonly monotonicNow: () => number
  readonly notify: (message: string) => void
  readonly fail: (error: unknown) => void
  /** Saves what was typed; false, and said so, where it cannot be saved now. */
  readonly settle: () => Promise<boolean>
  /** Called once another call is on screen (or none). */
  readonly onShown: (callId: string | null) => void
}

export function createCallActions(dependencies: CallActionDependencies): CallActions {
  const { connection, stores, notify, fail } = dependencies
  let capture: CallCapture | null = null
  let capturedCallId: string | null = null
  let giveTurnBack = (): void => undefined

  function stopCapture(): void {
    capture?.stop()
    capture = null
    capturedCallId = null
    giveTurnBack()
    giveTurnBack = () => undefined
  }

  const open = (choice: CaptureChoice): Promise<Result<CallCapture>> =>
    openCallCapture(choice, {
      ...dependencies,
      store: stores.devices,
      sendAudio: (frame) => connection.sendAudio(frame),
    })

  /** From now on this page captures the call; other pages wait until it is gone. */
  function begun(callId: string, stream: number, sinceMs: number): void {
    capturedCallId = callId
    capture?.begin(stream, sinceMs)
  }

  function takeTurn(callId: string): void {
    void dependencies.captureTurn().then((giveBack) => {
      if (capturedCallId === callId) giveTurnBack = giveBack
      else giveBack()
    })
  }

  // A call may also be ended by the core; looking at another one meanwhile does not end it.
  connection.on('call.phase', ({ callId, phase }) => {
    if (callId === capturedCallId && phase !== 'live') stopCapture()
  })

  function idle(): void {
    stores.call.setState({ stage: { kind: 'idle' }, answeredAfterMs: null })
    stores.ticket.setState(clearTicket)
    stores.answers.setState(noAnswers)
    dependencies.onShown(null)
  }

  function load(view: CallView): void {
    const { ticket, answers, ...call } = view
    stores.call.setState({ stage: { kind: 'open', call } })
    stores.ticket.setState((state) => applyTicket(state, ticket))
    stores.answers.setState({ suggested: answers })
    dependencies.onShown(view.callId)
  }

  /** Opens the devices first: a call whose audio cannot be had must not begin. */
  async function prepareCapture(plan: CallPlan): Promise<boolean> {
    if (plan.capture === undefined) return true
    const opened = await open(plan.capture)
    if (!opened.ok) {
      notify(opened.error.message)
      return false
    }
    capture = opened.value
    return true
  }

  async function begin(plan: CallPlan, answeredAfterMs: number): Promise<void> {
    if (!(await prepareCapture(plan))) {
      idle()
      return
    }
    const { source, callerNumber } = plan
    const started = await connection.call('calls.start', {
      // How fast it was answered counts in a rehearsal's report; of a real call the switch knows.
      source: source.kind === 'rehearsal' ? { ...source, answeredAfterMs } : source,
      ...(callerNumber === undefined ? {} : { callerNumber }),
    })
    if (capture !== null) {
      begun(started.callId, started.audioStream, 0)
      takeTurn(started.callId)
    }
    load(await connection.call('calls.get', { callId: started.callId }))
  }

  return {
    ring(plan) {
      stores.call.setState({ stage: { kind: 'ringing', plan, since: dependencies.now() } })
    },
    decline: idle,
    async answer() {
      const { stage } = stores.call.getState()
      if (stage.kind !== 'ringing') return
      const answeredAfterMs = dependencies.now() - stage.since
      stores.call.setState({ stage: { kind: 'connecting', plan: stage.plan }, answeredAfterMs })
      try {
        await begin(stage.plan, answeredAfterMs)
      } catch (error) {
        stopCapture()
        idle()
        fail(error)
      }
    },
    async end() {
      const call = openCall(stores.call.getState())
      if (call?.phase !== 'live') return
      stopCapture()
      try {
        load(await connection.call('calls.end', { callId: call.callId }))
      } catch (error) {
        fail(error)
      }
    },
    async next() {
      const finished = (): boolean => openCall(stores.call.getState())?.phase !== 'live'
      if (finished() && (await dependencies.settle()) && finished()) idle()
    },
    async show(callId) {
      try {
        const before = openCall(stores.call.getState())
        if (before !== null && before.callId !== callId && !(await dependencies.settle())) return
        const view = await connection.call('calls.get', { callId })
        const shown = openCall(stores.call.getState())
        if (shown?.callId !== callId) stores.call.setState({ answeredAfterMs: null })
        load(view)
      } catch (error) {
        fail(error)
      }
    },
    async takeUpCapture(callId) {
      const giveBack = await dependencies.captureTurn()
      try {
        const call = await connection.call('calls.get', { callId })
        if (call.phase !== 'live' || capture !== null) {
          giveBack()
          return
        }
        const { choice } = stores.devices.getState()
        const opened = await open(call.source.kind === 'rehearsal' ? { ...choice, citizen: null } : choice)
        if (!opened.ok) {
          notify(captureNotices.notResumed(opened.error.message))
          giveBack()
          return
        }
        capture = opened.value
        giveTurnBack = giveBack
        begun(callId, call.audioStream, dependencies.now() - Date.parse(call.startedAt))
        notify(captureNotices.resumed)
      } catch (error) {
        giveBack()
        fail(error)
      }
    },
    async dismiss(flag) {
      const call = openCall(stores.call.getState())
      if (call === null) return
      try {
        await connection.call('flags.dismiss', { callId: call.callId, turn: flag.turn, rule: flag.rule })
        stores.call.setState((state) => changeCall(state, call.callId, (now) => dismissFlag(now, flag)))
      } catch (error) {
        fail(error)
      }
    },
  }
}
