import { randomUUID } from 'node:crypto'
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyServerOptions,
} from 'fastify'
import type { Database } from '../database/database.ts'
import { refusal, type RefusalReply } from '../refusal.ts'
import { registerKnowledgeRoutes } from './knowledge-routes.ts'
import { emptyOldCallsDaily } from '../review/retention.ts'
import { createRateLimit, type RateLimit } from './rate-limit.ts'
import { registerReviewRoutes } from './review-routes.ts'
import { registerRulebookRoutes } from './rulebook-routes.ts'
import { registerRoutes } from './routes.ts'
import { toRefusal } from './to-refusal.ts'
import { useZod } from './zod-provider.ts'

export interface ServerOptions {
  /** Called once with the server's logger; the server closes the database when it closes. */
  readonly openDatabase: (logger: FastifyBaseLogger) => Database
  readonly now: () => Date
  readonly logger?: NonNullable<FastifyServerOptions['logger']>
  readonly rateLimit?: RateLimit
  /** Days after which calls under review lose their words and sound; without it they are kept. */
  readonly reviewDays?: number
}

/** A full ticket is under 20 KiB; words said twice over still fit. */
const bodyLimitBytes = 256 * 1024

/** Ids that a proxy may hand in; anything else is replaced, so that nobody writes into the log. */
const requestIdPattern = /^[\w-]{8,64}$/

/** The central API, ready to `listen` or `inject`. The database may still be opening. */
export function createServer(options: ServerOptions): FastifyInstance {
  const server = Fastify({
    bodyLimit: bodyLimitBytes,
    // Fastify's own request lines hold the URL.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: (request) => {
      const given = request.headers['x-request-id']
      return typeof given === 'string' && requestIdPattern.test(given) ? given : randomUUID()
    },
    logger: options.logger ?? false,
    clientErrorHandler: (_error, socket) => {
      const body = JSON.stringify(refusal('bad-request').body)
      socket.end(
        `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json; charset=utf-8\r\n` +
          `content-length: ${String(Buffer.byteLength(body))}\r\nconnection: close\r\n\r\n${body}`,
      )
    },
    frameworkErrors: (error, _request, reply) => {
      void refuse(reply, toRefusal(error))
    },
  })
  useZod(server)

  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  server.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    )
  })
  server.setErrorHandler((error, request, reply) => {
    const refused = toRefusal(error)
    if (refused.status === 500) request.log.error({ err: error }, 'unexpected error')
    return refuse(reply, refused)
  })
  server.setNotFoundHandler((_request, reply) => refuse(reply, refusal('not-found')))

  const database = options.openDatabase(server.log)
  const { now, reviewDays: days } = options
  const stopSweep =
    days === undefined ? undefined : emptyOldCallsDaily({ database, now, days, logger: server.log })
  server.addHook('onClose', () => {
    stopSweep?.()
    return database.close()
  })
  const rateLimit = options.rateLimit ?? createRateLimit()
  registerRoutes(server, { database, now: options.now, rateLimit })
  registerKnowledgeRoutes(server, { database, now: options.now, rateLimit })
  registerReviewRoutes(server, { database, now: options.now, rateLimit })
  registerRulebookRoutes(server, { database, now: options.now, rateLimit })
  return server
}

function refuse(reply: FastifyReply, { status, headers, body }: RefusalReply): FastifyReply {
  return reply
    .status(status)
    .headers(headers)
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(body)
}
