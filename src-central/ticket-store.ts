import { createHash } from 'node:crypto'
import { localDay } from '#shared/base/local-time.ts'
import type { CentralMatter, CentralTicket, TicketSubmission } from '#shared/contract/central-api.ts'
import { matterOfFields, type Matter } from '#shared/domain/ticket/matter.ts'
import type { Database, Queries } from './database/database.ts'

interface TicketRow {
  readonly number: string
  readonly status: CentralTicket['status']
  readonly received_at: Date
  readonly staff_number: string
  readonly submission: TicketSubmission
  readonly submission_sha256: string
}

const columns = 'number, status, received_at, staff_number, submission, submission_sha256'

export type Received =
  | { readonly outcome: 'created' | 'repeated'; readonly ticket: CentralTicket }
  /** The key came before with another submission. */
  | { readonly outcome: 'key-reused' }
  /** The local id came before, under another key, with another submission: the seat has to merge. */
  | { readonly outcome: 'differs'; readonly number: string }

export interface Receipt {
  readonly key: string
  readonly submission: TicketSubmission
  readonly staffNumber: string
  readonly now: Date
}

/** Any constant will do; see {@link receiveTicket}. */
const intakeLock = 12_345_002

/**
 * Receives a submission once: the same key, or the same local id with the same content, leads to the same ticket.
 * Numbers without gaps make submissions wait for each other in any case, so one lock is taken first and the checks after
 * it cannot race; whatever fails rolls the number back.
 */
export function receiveTicket(database: Database, receipt: Receipt): Promise<Received> {
  const digest = submissionDigest(receipt.submission)
  return database.transaction(async (queries) => {
    await queries.execute(`select pg_advisory_xact_lock(${String(intakeLock)})`)

    const [known] = await queries.query<TicketRow & { key_sha256: string }>(
      `select ticket.*, entry.submission_sha256 as key_sha256
       from idempotency_keys entry join tickets ticket on ticket.number = entry.ticket_number
       where entry.key = $1`,
      [receipt.key],
    )
    if (known !== undefined) {
      return known.key_sha256 === digest
        ? { outcome: 'repeated', ticket: toTicket(known) }
        : { outcome: 'key-reused' }
    }

    const [earlier] = await queries.query<TicketRow>(`select ${columns} from tickets where local_id = $1`, [
      receipt.submission.localId,
    ])
    if (earlier !== undefined && earlier.submission_sha256 !== digest) {
      return { outcome: 'differs', number: earlier.number }
    }
    const row = earlier ?? (await insertTicket(queries, receipt, digest))
    await queries.query(
      `insert into idempotency_keys (key, submission_sha256, ticket_number, received_at)
       values ($1, $2, $3, $4)`,
      [receipt.key, digest, row.number, receipt.now],
    )
    return { outcome: earlier === undefined ? 'created' : 'repeated', ticket: toTicket(row) }
  })
}

async function insertTicket(queries: Queries, receipt: Receipt, digest: string): Promise<TicketRow> {
  const { submission, staffNumber, now } = receipt
  const number = await allotNumber(queries, now)
  return only(
    await queries.query<TicketRow>(
      `insert into tickets (number, local_id, staff_number, received_at, submission, submission_sha256)
       values ($1, $2, $3, $4, $5, $6) returning ${columns}`,
      [number, submission.localId, staffNumber, now, JSON.stringify(submission), digest],
    ),
  )
}

async function allotNumber(queries: Queries, now: Date): Promise<string> {
  const day = chinaDay(now)
  const { last } = only(
    await queries.query<{ last: number }>(
      `insert into ticket_numbering (day, last) values ($1, 1)
       on conflict (day) do update set last = ticket_numbering.last + 1 returning last`,
      [day],
    ),
  )
  return `${day}-${String(last).padStart(6, '0')}`
}

export async function findTicket(queries: Queries, number: string): Promise<CentralTicket | undefined> {
  const [row] = await queries.query<TicketRow>(`select ${columns} from tickets where number = $1`, [number])
  return row && toTicket(row)
}

export interface Page {
  readonly limit: number
  /** Only tickets with a smaller number. */
  readonly after?: string | undefined
  /** Only this seat's tickets. */
  readonly staffNumber?: string | undefined
}

/** Newest first. */
export async function listTickets(queries: Queries, page: Page): Promise<readonly CentralTicket[]> {
  const rows = await queries.query<TicketRow>(
    `select ${columns} from tickets
     where ($1::text is null or staff_number = $1) and ($2::text is null or number < $2)
     order by number desc limit $3`,
    [page.staffNumber ?? null, page.after ?? null, page.limit],
  )
  return rows.map(toTicket)
}

/** What tickets after a number are about, of all seats, oldest number first; those received before `since` are left out. */
export async function listMatters(
  queries: Queries,
  page: { readonly limit: number; readonly after?: string | undefined; readonly since: Date },
): Promise<readonly CentralMatter[]> {
  const rows = await queries.query<Pick<TicketRow, 'number' | 'submission'>>(
    `select number, submission from tickets
     where ($1::text is null or number > $1) and received_at >= $2 order by number limit $3`,
    [page.after ?? null, page.since, page.limit],
  )
  return rows.map(({ number, submission }) => ({ number, ...matterForOthers(submission) }))
}

/** A caller whose name is to stay unknown is found by no number. */
function matterForOthers({ localId, callStartedAt, callerNumber, fields }: TicketSubmission): Matter {
  const matter = matterOfFields(localId, { startedAt: callStartedAt, callerNumber }, fields)
  return fields.confidential === true ? { ...matter, phones: [] } : matter
}

function toTicket(row: TicketRow): CentralTicket {
  return {
    number: row.number,
    status: row.status,
    receivedAt: row.received_at.toISOString(),
    staffNumber: row.staff_number,
    submission: row.submission,
  }
}

/** Equal for equal content, whatever the order of its keys. */
function submissionDigest(submission: TicketSubmission): string {
  return createHash('sha256').update(JSON.stringify(submission, sortedKeys)).digest('hex')
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
}

/** The calendar day in China, `YYYYMMDD`: numbers follow it wherever the server stands. */
function chinaDay(now: Date): string {
  return localDay(now.getTime()).replaceAll('-', '')
}

function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows
  if (row === undefined) throw new Error('the statement returned no row')
  return row
}
