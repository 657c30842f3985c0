import { mediaForkText } from '../text/media-fork.ts'
import { openCall } from './call-store.ts'
import type { Desk } from './desk-model.ts'

/**
 * Shows a call that began without this page, as soon as it does: the switch put it through (媒体分流). What was typed for the
 * call before is saved first; where that cannot be done, the new call waits until the desk is free.
 */
export function followArrivingCalls(desk: Desk): void {
  const { connection, stores } = desk
  let waiting: string | null = null

  async function show(callId: string): Promise<void> {
    const { stage } = stores.call.getState()
    const before = openCall(stores.call.getState())
    // A call that this page itself is beginning, or shows already.
    if (stage.kind === 'connecting' || before?.callId === callId || before?.phase === 'live') return
    waiting = callId
    await desk.calls.show(callId)
    if (openCall(stores.call.getState())?.callId !== callId) return
    waiting = null
    if (before !== null) desk.notify(mediaForkText.arrived)
  }

  connection.on('call.phase', ({ callId, phase }) => {
    if (phase === 'live') void show(callId)
    else if (callId === waiting) waiting = null
  })
  stores.call.subscribe(({ stage }) => {
    if (stage.kind !== 'idle' || waiting === null) return
    const callId = waiting
    waiting = null
    void show(callId)
  })
}
