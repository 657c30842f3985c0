import { FailureError } from '#shared/base/result.ts'
import { errorMessages } from '#shared/catalogue/errors.ts'
import type { CallSummary, CallView } from '#shared/contract/views.ts'
import type { CallRecord } from '../store/call-store.ts'
import type { Store } from '../store/open-store.ts'
import type { TicketDesk } from '../tickets/ticket-desk.ts'
import type { CallSupport } from './call-support.ts'

/** A call as a client shows it, from what is stored; throws `not-found` for one without a ticket. */
export function viewCall(
  call: CallRecord,
  services: {
    readonly store: Store
    readonly tickets: TicketDesk
    readonly support: CallSupport
    readonly playable: (call: CallRecord) => boolean
  },
): CallView {
  const { store, tickets, support } = services
  const { callId } = call
  const ticket = store.tickets.ofCall(callId)
  if (ticket === undefined) throw new FailureError('not-found', errorMessages.ticketNotFound)
  const turns = store.calls.turns(callId)
  return {
    callId,
    startedAt: call.startedAt,
    phase: call.phase,
    durationMs: call.durationMs,
    source: call.source,
    audioStream: call.stream,
    playable: services.playable(call),
    turns: [...turns],
    partials: store.calls.partials(callId).map((partial) => ({ callId, ...partial })),
    flags: [...store.calls.flags(callId)],
    answers: support.answers(callId, turns),
    ticket: tickets.view(ticket),
    ...(call.callerNumber === undefined ? {} : { callerNumber: call.callerNumber }),
  }
}

export function summariseCall(call: CallRecord, store: Store): CallSummary {
  const ticket = store.tickets.ofCall(call.callId)
  const contactName = ticket?.draft.contactName?.value
  return {
    callId: call.callId,
    startedAt: call.startedAt,
    phase: call.phase,
    turns: store.calls.turnCount(call.callId),
    state: ticket?.state ?? 'draft',
    ...(call.callerNumber === undefined ? {} : { callerNumber: call.callerNumber }),
    ...(typeof contactName === 'string' ? { contactName } : {}),
    ...(ticket?.number === undefined ? {} : { number: ticket.number }),
  }
}
