import { createHash } from 'node:crypto'
import { localIso } from '#shared/base/local-time.ts'
import type { BoardMatter, BoardReport } from '#shared/contract/board-report.ts'
import type { BoardDeadline, BoardPromise } from '#shared/contract/board-views.ts'
import { gatheringHours } from '#shared/domain/board/find-gatherings.ts'
import { promiseDue } from '#shared/domain/board/promise-due.ts'
import { maskPersonal } from '#shared/domain/review/masking.ts'
import type { SitePack } from '#shared/domain/site-pack.ts'
import type { TicketDraft, TicketFields } from '#shared/domain/ticket-fields.ts'
import { deadlines } from '#shared/domain/ticket/deadlines.ts'
import { draftValues } from '#shared/domain/ticket/draft.ts'
import { matterOf } from '#shared/domain/ticket/matter.ts'
import type { CallRecord } from '../store/call-store.ts'
import type { BoardTicket } from '../store/board-store.ts'
import type { CallStaff } from '../store/review-store.ts'

const hourMs = 3_600_000
/** A clock is shown this long before it runs out, and as long after. */
const aheadMs = 24 * hourMs
const behindMs = 7 * 24 * hourMs
const longestList = 100
const longestMatters = 200

type BoardPack = Pick<SitePack, 'deadlines' | 'calendar'>

interface Read {
  readonly ticket: BoardTicket
  readonly fields: TicketFields
}

/** What this seat's tickets tell the board. Every word is masked (脱敏) before it leaves. */
export function reportTickets(
  staff: CallStaff,
  tickets: readonly BoardTicket[],
  pack: BoardPack,
  now: number,
): Omit<BoardReport, 'seat'> {
  const read = tickets.map((ticket): Read => ({ ticket, fields: draftValues(ticket.draft) }))
  return {
    deadlines: read
      .flatMap((entry) => deadlinesOf(entry, staff, pack, now))
      .toSorted((a, b) => Date.parse(a.by) - Date.parse(b.by))
      .slice(0, longestList),
    promises: read
      .flatMap((entry) => promisesOf(entry, staff, pack, now))
      .toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
      .slice(0, longestList),
    matters: read.flatMap((entry) => mattersOf(entry, now)).slice(0, longestMatters),
  }
}

/** The seat itself, with the call that runs and its draft. */
export function reportSeat(
  staff: CallStaff,
  live: CallRecord | undefined,
  draft: TicketDraft | undefined,
): BoardReport['seat'] {
  if (live === undefined) return { ...staff, state: 'idle', riskTags: [], matter: '' }
  const fields = draftValues(draft ?? {})
  return {
    ...staff,
    state: 'on-call',
    callId: live.callId,
    callStartedAt: live.startedAt,
    riskTags: [...(fields.riskTags ?? [])],
    matter: matterLine(fields),
    ...(fields.urgency === undefined ? {} : { urgency: fields.urgency }),
  }
}

/** A draft's dispatch clock runs as well; once the centre has it, dispatching is its own, and the answer is waited for. */
function deadlinesOf(
  { ticket, fields }: Read,
  { staffNumber, staffName }: CallStaff,
  pack: BoardPack,
  now: number,
): readonly BoardDeadline[] {
  const { ticketId, number, state } = ticket
  const sent = state === 'acknowledged'
  return deadlines(Date.parse(ticket.startedAt), fields, pack)
    .filter(({ what }) => what === 'feedback' || !sent)
    .filter(({ by }) => by - now < aheadMs && now - by < behindMs)
    .map(({ what, by, basis }) => ({
      ticketId,
      staffNumber,
      staffName,
      what,
      by: localIso(by),
      basis,
      sent,
      matter: matterLine(fields),
      ...(number === undefined ? {} : { number }),
    }))
}

function promisesOf(
  { ticket, fields }: Read,
  { staffNumber, staffName }: CallStaff,
  { calendar }: BoardPack,
  now: number,
): readonly BoardPromise[] {
  const { ticketId, number, startedAt } = ticket
  return (fields.promises ?? []).flatMap(({ what, by = '' }): BoardPromise[] => {
    const due = promiseDue(by, Date.parse(startedAt), calendar)
    if (due === undefined || due > localIso(now + aheadMs).slice(0, 10)) return []
    if (due < localIso(now - behindMs).slice(0, 10)) return []
    const line = {
      ticketId,
      staffNumber,
      staffName,
      what: maskPersonal(what),
      by,
      due,
      promisedAt: startedAt,
    }
    return [{ ...line, ...(number === undefined ? {} : { number }) }]
  })
}

function mattersOf({ ticket }: Read, now: number): readonly BoardMatter[] {
  const { ticketId, number, startedAt, callerNumber, draft } = ticket
  // Twice as long as a gathering lasts, so that its beginning is still there when it is noticed.
  if (now - Date.parse(startedAt) > 2 * gatheringHours * hourMs) return []
  const { phones, demand, words, category, subject, address, at, requestType, urgency } = matterOf(
    ticketId,
    { startedAt, callerNumber },
    draft,
  )
  const masked = {
    ticketId,
    at,
    phones: phones.map((phone) => createHash('sha256').update(phone).digest('hex').slice(0, 16)),
    address: { ...address },
    words: maskPersonal(words),
  }
  return [
    {
      ...masked,
      ...(number === undefined ? {} : { number }),
      ...(demand === undefined ? {} : { demand: maskPersonal(demand) }),
      ...(category === undefined ? {} : { category }),
      ...(subject === undefined ? {} : { subject }),
      ...(requestType === undefined ? {} : { requestType }),
      ...(urgency === undefined ? {} : { urgency }),
    },
  ]
}

/** Category and demand in one line. */
export function matterLine({ category, demand }: Pick<TicketFields, 'category' | 'demand'>): string {
  const parts = [category?.path.at(-1), demand].filter((part) => part !== undefined && part !== '')
  return maskPersonal(parts.join(' · '))
}
