import type { SessionView } from '#shared/contract/views.ts'
import { followArrivingCalls } from './arriving-calls.ts'
import { applyFlag, applyPartial, applyPhase, applyTurn, changeCall, openCall } from './call-store.ts'
import type { Desk } from './desk-model.ts'
import { applyRecogniser, applySync } from './session-store.ts'
import { applyTicket } from './ticket-store.ts'

/** Lets the stores follow what the core tells, and asks everything again whenever the core is a new one. */
export function listen(desk: Desk): void {
  const { connection, stores } = desk
  stores.session.setState({ connection: connection.state })
  connection.onState((state) => stores.session.setState({ connection: state }))
  connection.on('session.ready', (session) => void becomeReady(desk, session))
  connection.on('session.changed', (session) => {
    stores.session.setState({ session })
    // Scripts say the staff number.
    void desk.answers.loadScripts(openCall(stores.call.getState())?.callId ?? null)
  })
  connection.on('session.resync', () => void showAgain(desk))
  // Trainers may have named a rule anew.
  connection.on('rulebook.changed', () => void readSession(desk))
  connection.on('recogniser.changed', (recogniser) =>
    stores.session.setState((state) => applyRecogniser(state, recogniser)),
  )
  connection.on('sync.changed', (sync) => stores.session.setState((state) => applySync(state, sync)))
  connection.on('notice', (notice) => desk.notify(notice.message))
  connection.on('board.whispered', (whisper) =>
    stores.ui.setState(({ whispers }) => ({ whispers: [...whispers, whisper] })),
  )
  listenToCall(desk)
  followArrivingCalls(desk)
}

function listenToCall({ connection, stores, answers }: Desk): void {
  connection.on('call.partial', (partial) =>
    stores.call.setState((state) => changeCall(state, partial.callId, (call) => applyPartial(call, partial))),
  )
  connection.on('call.turn', ({ callId, turn }) =>
    stores.call.setState((state) => changeCall(state, callId, (call) => applyTurn(call, turn))),
  )
  connection.on('call.phase', ({ callId, phase }) =>
    stores.call.setState((state) => changeCall(state, callId, (call) => applyPhase(call, phase))),
  )
  connection.on('call.progress', ({ callId, durationMs }) =>
    stores.call.setState((state) => changeCall(state, callId, (call) => ({ ...call, durationMs }))),
  )
  connection.on('call.flag', ({ callId, flag }) =>
    stores.call.setState((state) => changeCall(state, callId, (call) => applyFlag(call, flag))),
  )
  connection.on('call.answers', ({ callId, answers: suggested }) => {
    if (openCall(stores.call.getState())?.callId === callId) stores.answers.setState({ suggested })
  })
  connection.on('ticket.changed', (ticket) => {
    if (openCall(stores.call.getState())?.callId !== ticket.callId) return
    stores.ticket.setState((state) => applyTicket(state, ticket))
    answers.refreshScripts(ticket.callId)
  })
}

async function readSession({ connection, stores, fail }: Desk): Promise<void> {
  try {
    stores.session.setState({ session: await connection.call('session.get', {}) })
  } catch (error) {
    fail(error)
  }
}

async function becomeReady(desk: Desk, session: SessionView): Promise<void> {
  const { stores } = desk
  stores.session.setState({ session })
  void desk.loadRecordings()
  void desk.devices.load()
  if (openCall(stores.call.getState()) === null) {
    if (session.openCallId === undefined) await desk.answers.loadScripts(null)
    else await showIfRunning(desk, session.openCallId)
    return
  }
  await desk.ticket.flush()
  await showAgain(desk)
}

/** After a reload of the page the running call comes back by itself; an interrupted one is offered on the start page. */
async function showIfRunning(desk: Desk, callId: string): Promise<void> {
  try {
    const call = await desk.connection.call('calls.get', { callId })
    if (call.phase !== 'live' || desk.stores.call.getState().stage.kind !== 'idle') {
      await desk.answers.loadScripts(null)
      return
    }
    await desk.calls.show(callId)
    // Its devices belonged to the page that is gone.
    const { source } = call
    if (source.kind !== 'capture' && !(source.kind === 'rehearsal' && source.spoken)) return
    await desk.devices.load()
    await desk.calls.takeUpCapture(callId)
  } catch (error) {
    desk.fail(error)
  }
}

async function showAgain(desk: Desk): Promise<void> {
  const call = openCall(desk.stores.call.getState())
  if (call !== null) await desk.calls.show(call.callId)
}
