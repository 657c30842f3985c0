import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Identity } from '#shared/contract/central-api.ts'
import { maskCase } from '#shared/domain/review/masking.ts'
import type { RuleCounts } from '#shared/domain/review/rule-counts.ts'
import { refusal, RefusalError } from '../refusal.ts'
import { addWhisper, listReports, putReport, takeWhispers } from '../review/board-store.ts'
import { casesAfter, findAudio, findCase, putAudio, putCase } from '../review/case-store.ts'
import { eventsAfter, ruleCounts, takeEvent } from '../review/event-store.ts'
import { authorise, requireRole, seatOf } from './authorise.ts'
import { reviewContracts } from './review-contracts.ts'
import type { RouteOptions } from './routes.ts'
import { refuseUnstorableText } from './unstorable-text.ts'
import type { ZodTypeProvider } from './zod-provider.ts'

/** Counting reads every review of half a year; verdicts come in over hours. */
const countsKeptMs = 60_000

/** The routes of reviews (质检) and the lead's board (班长看板). */
export function registerReviewRoutes(server: FastifyInstance, options: RouteOptions): void {
  registerCases(server, options)
  registerEvents(server, options)
  registerBoard(server, options)
}

function registerCases(server: FastifyInstance, { database, now, rateLimit }: RouteOptions): void {
  const routes = server.withTypeProvider<ZodTypeProvider>()
  const onRequest = authorise(database, rateLimit, now)

  routes.route({
    ...reviewContracts.submitReviewCall,
    onRequest,
    handler: async (request) => {
      const { staffNumber } = seatOf(request)
      refuseUnstorableText(request.body)
      const isOwn = request.body.staffNumber === staffNumber
      const kept =
        isOwn && (await database.transaction((queries) => putCase(queries, request.body, staffNumber, now())))
      if (!kept) throw new RefusalError(refusal('forbidden'))
      return {}
    },
  })

  routes.route({
    ...reviewContracts.listReviewCalls,
    onRequest,
    handler: async (request) => {
      requireRole(seatOf(request), 'reviewer', 'lead', 'trainer')
      const { cases, next } = await casesAfter(database, request.query.after, request.query.limit)
      return { cases: cases.map(maskCase), next }
    },
  })

  routes.route({
    ...reviewContracts.revealReviewCall,
    onRequest,
    handler: async (request) => {
      const seat = seatOf(request)
      requireReviewer(seat)
      refuseUnstorableText(request.body)
      const { id: callId } = request.params
      const review = await findCase(database, callId)
      if (review === undefined) throw new RefusalError(refusal('not-found'))
      requireRole(seat, ...(review.reveal ?? ['lead']))
      const event = {
        id: randomUUID(),
        callId,
        at: now().toISOString(),
        actor: seat.staffNumber,
        act: { kind: 'revealed', reason: request.body.reason },
      } as const
      await database.transaction((queries) => takeEvent(queries, event, seat, now()))
      return review
    },
  })

  routes.route({
    ...reviewContracts.submitReviewAudio,
    onRequest,
    handler: async (request) => {
      const review = await findCase(database, request.params.id)
      if (review === undefined) throw new RefusalError(refusal('not-found'))
      if (review.staffNumber !== seatOf(request).staffNumber) throw new RefusalError(refusal('forbidden'))
      await putAudio(database, request.params.id, request.body)
      return {}
    },
  })

  routes.route({
    ...reviewContracts.getReviewAudio,
    onRequest,
    handler: async (request) => {
      requireReviewer(seatOf(request))
      const piece = await findAudio(database, request.params.id, request.params.piece)
      if (piece === undefined) throw new RefusalError(refusal('not-found'))
      return piece
    },
  })
}

function registerEvents(server: FastifyInstance, { database, now, rateLimit }: RouteOptions): void {
  const routes = server.withTypeProvider<ZodTypeProvider>()
  const onRequest = authorise(database, rateLimit, now)
  let counted: { readonly at: number; readonly counts: readonly RuleCounts[] } | undefined

  routes.route({
    ...reviewContracts.submitReviewEvents,
    onRequest,
    handler: async (request) => {
      const seat = seatOf(request)
      refuseUnstorableText(request.body)
      const refused: { id: string; message: string }[] = []
      for (const event of request.body.events) {
        const message = await database.transaction((queries) => takeEvent(queries, event, seat, now()))
        if (message !== undefined) refused.push({ id: event.id, message })
      }
      return { refused }
    },
  })

  routes.route({
    ...reviewContracts.listReviewEvents,
    onRequest,
    handler: async (request) => {
      const seat = seatOf(request)
      const { after, limit } = request.query
      const { events, next } = await eventsAfter(
        database,
        after,
        limit,
        seat.roles.some((role) => role !== 'operator') ? undefined : seat.staffNumber,
      )
      return { events: [...events], next }
    },
  })

  routes.route({
    ...reviewContracts.ruleCounts,
    onRequest,
    handler: async () => {
      const at = now().getTime()
      if (counted === undefined || at - counted.at > countsKeptMs) {
        counted = { at, counts: await ruleCounts(database, now()) }
      }
      return { counts: [...counted.counts] }
    },
  })
}

function registerBoard(server: FastifyInstance, { database, now, rateLimit }: RouteOptions): void {
  const routes = server.withTypeProvider<ZodTypeProvider>()
  const onRequest = authorise(database, rateLimit, now)

  routes.route({
    ...reviewContracts.submitBoardReport,
    onRequest,
    handler: async (request) => {
      const { staffNumber } = seatOf(request)
      if (request.body.seat.staffNumber !== staffNumber) throw new RefusalError(refusal('forbidden'))
      refuseUnstorableText(request.body)
      await putReport(database, request.body, staffNumber, now())
      return { whispers: await takeWhispers(database, staffNumber, now()) }
    },
  })

  routes.route({
    ...reviewContracts.listBoardReports,
    onRequest,
    handler: async (request) => {
      requireRole(seatOf(request), 'lead')
      return { reports: await listReports(database, now()) }
    },
  })

  routes.route({
    ...reviewContracts.whisper,
    onRequest,
    handler: async (request) => {
      const seat = seatOf(request)
      requireRole(seat, 'lead')
      refuseUnstorableText(request.body)
      const { staffNumber, text } = request.body
      const whisper = { id: randomUUID(), staffNumber, text }
      if (!(await addWhisper(database, whisper, seat, now()))) throw new RefusalError(refusal('not-found'))
      return {}
    },
  })
}

function requireReviewer(seat: Identity): void {
  requireRole(seat, 'reviewer', 'lead')
}
