import { FailureError } from '#shared/base/result.ts'
import { cliText } from '#shared/catalogue/cli.ts'
import type { AnswerHitView, Partial, TicketView, TurnView } from '#shared/contract/views.ts'
import type { WordingFlag } from '#shared/domain/wording-flag.ts'
import type { TicketDraft, TicketFields } from '#shared/domain/ticket-fields.ts'
import { changedFields, draftValues } from '#shared/domain/ticket/draft.ts'
import type { LocalClient } from '../hosts/local-client.ts'

export type Pace = 'realtime' | 'fast'

/** What a watcher of a call is told, in the order it happens. */
export interface CallReport {
  readonly partial: (partial: Partial) => void
  readonly final: (turn: TurnView) => void
  /** Fields that changed, and those that went because the caller took them back. */
  readonly fields: (changed: TicketDraft, removed: readonly string[]) => void
  readonly answers: (answers: readonly AnswerHitView[]) => void
  readonly flag: (flag: WordingFlag) => void
  /** A calm line about the client itself: a recording that is cut short, a recogniser that was started again. */
  readonly notice: (message: string) => void
  readonly submitting: (ticket: TicketView) => void
  readonly ticket: (number: string, fields: TicketFields) => void
}

/** Plays a recording as a call, accepts what was heard, submits, and waits for the centre's number. */
export async function playCall(
  client: LocalClient,
  call: { readonly recordingId: string; readonly pace: Pace; readonly callerNumber: string | undefined },
  report: CallReport,
): Promise<void> {
  const ended = Promise.withResolvers<undefined>()
  const settled = Promise.withResolvers<TicketView>()
  let draft: TicketDraft = {}
  client.on('recogniser.changed', ({ state, note }) => {
    if (state === 'failed') ended.reject(new FailureError('recogniser', cliText.recogniserFailed(note)))
  })
  client.on('call.partial', (partial) => report.partial(partial))
  client.on('call.turn', ({ turn }) => report.final(turn))
  client.on('call.answers', ({ answers }) => report.answers(answers))
  client.on('call.flag', ({ flag }) => report.flag(flag))
  client.on('notice', ({ message }) => report.notice(message))
  client.on('call.phase', ({ phase }) => {
    if (phase !== 'live') ended.resolve(undefined)
  })
  client.on('ticket.changed', (ticket) => {
    const changed = changedFields(ticket.draft, draft)
    const removed = Object.keys(draft).filter((field) => !(field in ticket.draft))
    draft = ticket.draft
    if (Object.keys(changed).length + removed.length > 0) report.fields(changed, removed)
    if (ticket.state === 'acknowledged' || ticket.state === 'parked') settled.resolve(ticket)
  })
  const session = await client.call('session.get', {})
  if (session.recogniser.state === 'failed') {
    throw new FailureError('recogniser', cliText.recogniserFailed(session.recogniser.note))
  }
  const { callId } = await client.call('calls.start', {
    source: { kind: 'recording', recordingId: call.recordingId, pace: call.pace },
    ...(call.callerNumber === undefined ? {} : { callerNumber: call.callerNumber }),
  })
  await ended.promise
  const { ticket } = await client.call('calls.get', { callId })
  report.submitting(ticket)
  await client.call('tickets.submit', { ticketId: ticket.ticketId, despiteMissing: true })
  const delivered = await settled.promise
  if (delivered.number === undefined) {
    throw new FailureError('parked', cliText.ticketRefused(delivered.trouble ?? ''))
  }
  report.ticket(delivered.number, draftValues(delivered.draft))
}
