import { createHash } from 'node:crypto'
import { seatNames } from '#shared/catalogue/errors.ts'
import type { Identity } from '#shared/contract/central-api.ts'
import { roles, type Role } from '#shared/contract/procedure.ts'
import type { Queries } from './database/database.ts'

interface SeatRow {
  readonly staff_number: string
  readonly staff_name: string
  readonly team: string
  readonly roles: readonly string[]
}

/** Digest under which a seat's token is stored and found. */
export function tokenDigest(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Whose token this is; undefined where nobody's. */
export async function findSeatByToken(queries: Queries, token: string): Promise<Identity | undefined> {
  const [row] = await queries.query<SeatRow>(
    'select staff_number, staff_name, team, roles from seats where token_sha256 = $1',
    [tokenDigest(token)],
  )
  return (
    row && {
      staffNumber: row.staff_number,
      staffName: row.staff_name,
      roles: row.roles.filter(isRole),
      ...(row.team === '' ? {} : { team: row.team }),
    }
  )
}

export interface NewSeat extends Identity {
  readonly token: string
}

export async function addSeat(queries: Queries, seat: NewSeat, now: Date): Promise<void> {
  await queries.query(
    `insert into seats (staff_number, staff_name, team, roles, token_sha256, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [seat.staffNumber, seat.staffName, seat.team ?? '', seat.roles, tokenDigest(seat.token), now],
  )
}

const exampleSeat: Identity = { staffNumber: '8031', staffName: seatNames.example, roles: [...roles] }

/**
 * Makes the example seat of an embedded centre, so that a fresh installation works at once. As long as no other seat was
 * added, a new token replaces the old one; after that the bootstrap token changes nothing.
 */
export async function bootstrapSeat(queries: Queries, token: string, now: Date): Promise<void> {
  const seats = await queries.query<{ staff_number: string }>('select staff_number from seats limit 2')
  if (seats.length === 0) return addSeat(queries, { ...exampleSeat, token }, now)
  if (seats.length > 1) return
  await queries.query('update seats set token_sha256 = $1 where staff_number = $2', [
    tokenDigest(token),
    exampleSeat.staffNumber,
  ])
}

function isRole(value: string): value is Role {
  return (roles as readonly string[]).includes(value)
}
