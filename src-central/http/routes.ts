import type { FastifyInstance } from 'fastify'
import { ticketDiffersText } from '#shared/catalogue/central-refusals.ts'
import { centralPaths, idempotencyHeader, type Identity } from '#shared/contract/central-api.ts'
import { sameCallerDays } from '#shared/domain/ticket/similar-tickets.ts'
import { DatabaseUnavailableError, type Database } from '../database/database.ts'
import { refusal, RefusalError, refusalSaying, unavailable } from '../refusal.ts'
import { findTicket, listMatters, listTickets, receiveTicket } from '../ticket-store.ts'
import { version } from '../version.ts'
import { authorise, requireRole, seatOf } from './authorise.ts'
import type { RateLimit } from './rate-limit.ts'
import { routeContracts } from './route-contracts.ts'
import { refuseUnstorableText } from './unstorable-text.ts'
import type { ZodTypeProvider } from './zod-provider.ts'

export interface RouteOptions {
  readonly database: Database
  readonly now: () => Date
  readonly rateLimit: RateLimit
}

export function registerRoutes(server: FastifyInstance, options: RouteOptions): void {
  const { database, now } = options
  const routes = server.withTypeProvider<ZodTypeProvider>()
  const onRequest = authorise(database, options.rateLimit, now)

  routes.route({
    ...routeContracts.health,
    handler: async (_request, reply) => {
      const status = (await isAvailable(database)) ? 'ok' : 'unavailable'
      if (status === 'unavailable') reply.status(503).headers(unavailable().headers)
      return { status, database: database.kind, version } as const
    },
  })

  routes.route({
    ...routeContracts.identity,
    onRequest,
    handler: (request) => Promise.resolve(seatOf(request)),
  })

  routes.route({
    ...routeContracts.submitTicket,
    onRequest,
    handler: async (request, reply) => {
      const seat = seatOf(request)
      requireRole(seat, 'operator', 'lead')
      refuseUnstorableText(request.body)
      const received = await receiveTicket(database, {
        key: request.headers[idempotencyHeader],
        submission: request.body,
        staffNumber: seat.staffNumber,
        now: now(),
      })
      switch (received.outcome) {
        case 'key-reused':
          throw new RefusalError(refusal('idempotency-key-reused'))
        case 'differs':
          throw new RefusalError(
            refusalSaying('ticket-differs', ticketDiffersText(received.number), {
              location: `${centralPaths.tickets}/${received.number}`,
            }),
          )
        case 'created':
        case 'repeated':
          reply.status(received.outcome === 'created' ? 201 : 200)
          return received.ticket
      }
    },
  })

  routes.route({
    ...routeContracts.getTicket,
    onRequest,
    handler: async (request) => {
      const seat = seatOf(request)
      const ticket = await findTicket(database, request.params.number)
      if (ticket === undefined) throw new RefusalError(refusal('not-found'))
      if (ticket.staffNumber !== seat.staffNumber) requireRole(seat, 'lead')
      return ticket
    },
  })

  routes.route({
    ...routeContracts.listTickets,
    onRequest,
    handler: async (request) => {
      const { limit, after } = request.query
      const staffNumber = ownOnly(seatOf(request))
      // One more than asked for shows whether there is a next page.
      const found = await listTickets(database, { limit: limit + 1, after, staffNumber })
      const tickets = found.slice(0, limit)
      const next = found.length > limit ? tickets.at(-1)?.number : undefined
      return { tickets, ...(next === undefined ? {} : { next }) }
    },
  })

  routes.route({
    ...routeContracts.listMatters,
    onRequest,
    handler: async (request) => {
      requireRole(seatOf(request), 'operator', 'lead')
      return { matters: [...(await listMatters(database, { ...request.query, since: oldestMatter(now()) }))] }
    },
  })
}

/** What was told longer ago is no duplicate. */
function oldestMatter(now: Date): Date {
  return new Date(now.getTime() - sameCallerDays * 24 * 3_600_000)
}

/** The staff number to which a list is limited: a seat sees its own tickets, a lead (班长) sees all. */
function ownOnly(seat: Identity): string | undefined {
  return seat.roles.includes('lead') ? undefined : seat.staffNumber
}

async function isAvailable(database: Database): Promise<boolean> {
  try {
    await database.query('select 1')
    return true
  } catch (error) {
    if (error instanceof DatabaseUnavailableError) return false
    throw error
  }
}
