import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Identity } from '#shared/contract/central-api.ts'
import type { Role } from '#shared/contract/procedure.ts'
import type { Queries } from '../database/database.ts'
import { refusal, RefusalError } from '../refusal.ts'
import { findSeatByToken } from '../seats.ts'
import type { RateLimit } from './rate-limit.ts'

const seatOfRequest = new WeakMap<FastifyRequest, Identity>()

/** Who sent this request. Only for routes behind {@link authorise}. */
export function seatOf(request: FastifyRequest): Identity {
  const seat = seatOfRequest.get(request)
  if (seat === undefined) throw new Error('the route is not behind authorise')
  return seat
}

/** A hook that lets only requests with a seat's token pass, before their body is read, and no more than its share of them. */
export function authorise(
  queries: Queries,
  rateLimit: RateLimit,
  now: () => Date,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  return async (request) => {
    const token = /^Bearer ([\x21-\x7e]{16,256})$/i.exec(request.headers.authorization ?? '')?.[1]
    const seat = token === undefined ? undefined : await findSeatByToken(queries, token)
    if (seat === undefined) {
      throw new RefusalError(refusal('unauthorised', { 'www-authenticate': 'Bearer' }))
    }
    const waitSeconds = rateLimit.count(seat.staffNumber, now().getTime())
    if (waitSeconds !== undefined) {
      throw new RefusalError(refusal('too-many-requests', { 'retry-after': String(waitSeconds) }))
    }
    seatOfRequest.set(request, seat)
  }
}

/** Refuses a seat that has none of the roles. */
export function requireRole(seat: Identity, ...allowed: readonly Role[]): void {
  if (!seat.roles.some((role) => allowed.includes(role))) throw new RefusalError(refusal('forbidden'))
}
