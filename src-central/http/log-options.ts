import type { FastifyServerOptions } from 'fastify'

/**
 * Logs go to stderr, a JSON line each. No personal data: a request is its method and route, never its URL, body or
 * headers; an error is its type, code and stack frames, never its message, since PostgreSQL quotes values in messages.
 */
export const logOptions = {
  stream: process.stderr,
  serializers: {
    req: (request: { method: string; routeOptions?: { url?: string | undefined } }) => ({
      method: request.method,
      route: request.routeOptions?.url,
    }),
    err: describeError,
  },
} satisfies FastifyServerOptions['logger']

/** Message and stack as pino's types want them, without PostgreSQL's words. */
export function describeError(error: unknown): {
  readonly type: string
  readonly message: string
  readonly stack: string
  readonly [key: string]: unknown
} {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  const { code, table, constraint } = error as Error & Record<'code' | 'table' | 'constraint', unknown>
  return {
    type: error.name,
    message: typeof code === 'string' ? code : '',
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    table,
    constraint,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}
