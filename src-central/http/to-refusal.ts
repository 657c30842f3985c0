import { invalidSubmissionText } from '#shared/catalogue/central-refusals.ts'
import { DatabaseUnavailableError } from '../database/database.ts'
import { refusal, RefusalError, refusalSaying, unavailable, type RefusalReply } from '../refusal.ts'
import { InvalidPartError } from './zod-provider.ts'

/** Fastify's own errors, as far as a client can cause them. */
const refusedByFastify: Readonly<Record<string, RefusalReply>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: refusal('too-large'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: refusal('unsupported-media-type'),
}

/** Turns whatever a handler threw into the answer; what nobody foresaw becomes `internal`. */
export function toRefusal(error: unknown): RefusalReply {
  if (error instanceof RefusalError) return error.reply
  if (error instanceof DatabaseUnavailableError) return unavailable()
  if (error instanceof InvalidPartError) return invalidPart(error)
  const { code, statusCode } = error as { readonly code?: unknown; readonly statusCode?: unknown }
  const known = typeof code === 'string' ? refusedByFastify[code] : undefined
  if (known !== undefined) return known
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500
    ? refusal('bad-request')
    : refusal('internal')
}

function invalidPart(error: InvalidPartError): RefusalReply {
  // Fastify notes on a validation error which part of the request it belongs to.
  switch ((error as InvalidPartError & { readonly validationContext?: string }).validationContext) {
    case 'headers':
      return refusal('idempotency-key-required')
    case 'params':
      return refusal('not-found')
    case 'querystring':
      return refusal('bad-request')
    default:
      return refusalSaying('invalid', invalidSubmissionText(error.paths))
  }
}
