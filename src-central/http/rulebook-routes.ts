import type { FastifyInstance } from 'fastify'
import { checkChange } from '#shared/domain/review/rulebook.ts'
import { refusal, RefusalError, refusalSaying } from '../refusal.ts'
import { addRevision, revisionsAfter } from '../rulebook/rulebook-store.ts'
import { authorise, requireRole, seatOf } from './authorise.ts'
import type { RouteOptions } from './routes.ts'
import { rulebookContracts } from './rulebook-contracts.ts'
import { refuseUnstorableText } from './unstorable-text.ts'
import type { ZodTypeProvider } from './zod-provider.ts'

/** The routes of changed wording rules and scorecards (规则、评分表). */
export function registerRulebookRoutes(
  server: FastifyInstance,
  { database, now, rateLimit }: RouteOptions,
): void {
  const routes = server.withTypeProvider<ZodTypeProvider>()
  const onRequest = authorise(database, rateLimit, now)

  routes.route({
    ...rulebookContracts.listRulebookRevisions,
    onRequest,
    handler: async (request) => ({
      revisions: await revisionsAfter(database, request.query.after, request.query.limit),
    }),
  })

  routes.route({
    ...rulebookContracts.saveRulebookRevision,
    onRequest,
    handler: async (request) => {
      const seat = seatOf(request)
      requireRole(seat, 'trainer', 'lead')
      refuseUnstorableText(request.body)
      const checked = checkChange(request.body.change)
      if (!checked.ok) throw new RefusalError(refusalSaying('invalid', checked.error.message))
      const saved = await database.transaction((queries) => addRevision(queries, request.body, seat, now()))
      if (saved === undefined) throw new RefusalError(refusal('outdated'))
      return saved
    },
  })
}
