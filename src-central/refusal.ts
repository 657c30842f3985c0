import { centralRefusalText } from '#shared/catalogue/central-refusals.ts'
import type { Refusal } from '#shared/contract/central-api.ts'

const refusals = {
  'bad-request': { status: 400, retryable: false },
  'idempotency-key-required': { status: 400, retryable: false },
  unauthorised: { status: 401, retryable: false },
  forbidden: { status: 403, retryable: false },
  'not-found': { status: 404, retryable: false },
  'idempotency-key-reused': { status: 409, retryable: false },
  'ticket-differs': { status: 409, retryable: false },
  outdated: { status: 409, retryable: false },
  'too-large': { status: 413, retryable: false },
  'unsupported-media-type': { status: 415, retryable: false },
  invalid: { status: 422, retryable: false },
  'too-many-requests': { status: 429, retryable: true },
  internal: { status: 500, retryable: true },
  unavailable: { status: 503, retryable: true },
} as const
type RefusalCode = keyof typeof refusals

/** One answer of refusal: status, headers and the body that `refusalSchema` describes. */
export interface RefusalReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Refusal
}

/** Carries a refusal through the handlers to the one place that answers with it. */
export class RefusalError extends Error {
  readonly reply: RefusalReply

  constructor(reply: RefusalReply) {
    super(reply.body.code)
    this.name = 'RefusalError'
    this.reply = reply
  }
}

/** A refusal in the catalogue's words. */
export function refusal(
  code: keyof typeof centralRefusalText,
  headers: Readonly<Record<string, string>> = {},
): RefusalReply {
  return refusalSaying(code, centralRefusalText[code], headers)
}

/** A refusal that needs words of its own, such as the number of the ticket that is in the way. */
export function refusalSaying(
  code: RefusalCode,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): RefusalReply {
  const { status, retryable } = refusals[code]
  return { status, headers, body: { code, message, retryable } }
}

/** Seconds after which a client may ask again while the database is away. PGlite takes about 8 s for its first start. */
const retryAfterSeconds = 2

export function unavailable(): RefusalReply {
  return refusal('unavailable', { 'retry-after': String(retryAfterSeconds) })
}
