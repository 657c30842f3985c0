import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Identity } from '#shared/contract/central-api.ts'
import type { Deed } from '#shared/domain/knowledge/entry.ts'
import { saveEntry, stepEntry } from '../knowledge/editing.ts'
import { entriesAfter, findEntry, revisionsOf } from '../knowledge/entry-store.ts'
import { incrementsAfter, publicKey } from '../knowledge/increments.ts'
import { adoptionAfter, dismissQuestions, takeSignals, unansweredSince } from '../knowledge/signals.ts'
import { inWriteTurn } from '../knowledge/write-turn.ts'
import type { Queries } from '../database/database.ts'
import { refusal, RefusalError } from '../refusal.ts'
import { authorise, requireRole, seatOf } from './authorise.ts'
import { knowledgeContracts } from './knowledge-contracts.ts'
import type { RouteOptions } from './routes.ts'
import { refuseUnstorableText } from './unstorable-text.ts'
import type { ZodTypeProvider } from './zod-provider.ts'

const dayMs = 86_400_000

/** The routes of the knowledge base (知识库): every seat takes what is published, trainers (知识库管理员) and leads write. */
export function registerKnowledgeRoutes(server: FastifyInstance, options: RouteOptions): void {
  const { database, now } = options
  const routes = server.withTypeProvider<ZodTypeProvider>()
  const onRequest = authorise(database, options.rateLimit, now)
  const deed = (seat: Identity): Deed => ({
    at: now().toISOString(),
    by: { staffNumber: seat.staffNumber, staffName: seat.staffName },
  })

  /** One after another in one transaction: each sees what those before it did. */
  const inTurn = <Order, Outcome>(
    orders: readonly Order[],
    carryOut: (queries: Queries, order: Order) => Promise<Outcome>,
  ): Promise<Outcome[]> =>
    inWriteTurn(database, async (queries) => {
      const done: Outcome[] = []
      for (const order of orders) done.push(await carryOut(queries, order))
      return done
    })

  routes.route({
    ...knowledgeContracts.knowledgeKey,
    onRequest,
    handler: async () => ({ algorithm: 'Ed25519' as const, publicKey: await publicKey(database, now()) }),
  })

  routes.route({
    ...knowledgeContracts.knowledgeChanges,
    onRequest,
    handler: async ({ query }) => {
      const { increments, newest } = await incrementsAfter(database, query.after, query.limit)
      return { increments: [...increments], newest }
    },
  })

  routes.route({
    ...knowledgeContracts.knowledgeEntries,
    onRequest,
    handler: async (request) => {
      requireRole(seatOf(request), 'trainer', 'lead')
      return { entries: [...(await entriesAfter(database, request.query.after, request.query.limit))] }
    },
  })

  routes.route({
    ...knowledgeContracts.knowledgeRevisions,
    onRequest,
    handler: async (request) => {
      requireRole(seatOf(request), 'trainer', 'lead')
      const { id } = request.params
      if ((await findEntry(database, id)) === undefined) throw new RefusalError(refusal('not-found'))
      return { revisions: [...(await revisionsOf(database, id))] }
    },
  })

  routes.route({
    ...knowledgeContracts.saveKnowledge,
    onRequest,
    handler: async (request) => {
      const seat = writerOf(request)
      const { saves } = request.body
      return { results: await inTurn(saves, (queries, save) => saveEntry(queries, save, deed(seat))) }
    },
  })

  routes.route({
    ...knowledgeContracts.stepKnowledge,
    onRequest,
    handler: async (request) => {
      const seat = writerOf(request)
      const { steps } = request.body
      return { results: await inTurn(steps, (queries, step) => stepEntry(queries, step, deed(seat))) }
    },
  })

  routes.route({
    ...knowledgeContracts.signalKnowledge,
    onRequest,
    handler: async (request) => {
      refuseUnstorableText(request.body)
      const { signals } = request.body
      const { staffNumber } = seatOf(request)
      await inWriteTurn(database, (queries) => takeSignals(queries, signals, staffNumber))
      return { taken: signals.length }
    },
  })

  routes.route({
    ...knowledgeContracts.knowledgeAdoption,
    onRequest,
    handler: async (request) => {
      requireRole(seatOf(request), 'trainer', 'lead')
      const { after, limit } = request.query
      return { adoption: [...(await adoptionAfter(database, after, limit))] }
    },
  })

  routes.route({
    ...knowledgeContracts.knowledgeUnanswered,
    onRequest,
    handler: async (request) => {
      requireRole(seatOf(request), 'trainer', 'lead')
      const since = new Date(now().getTime() - request.query.days * dayMs)
      return { questions: [...(await unansweredSince(database, since))] }
    },
  })

  routes.route({
    ...knowledgeContracts.dismissUnanswered,
    onRequest,
    handler: async (request) => {
      writerOf(request)
      const { texts } = request.body
      await inWriteTurn(database, (queries) => dismissQuestions(queries, texts, now()))
      return { dismissed: texts.length }
    },
  })
}

/** The seat that may write; its words are such as a database can hold. */
function writerOf(request: FastifyRequest): Identity {
  const seat = seatOf(request)
  requireRole(seat, 'trainer', 'lead')
  refuseUnstorableText(request.body)
  return seat
}
