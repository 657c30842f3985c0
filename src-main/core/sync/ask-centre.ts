import type * as z from 'zod'
import { failure, success, type Result } from '#shared/base/result.ts'
import { reviewText } from '#shared/catalogue/review.ts'
import { refusalSchema } from '#shared/contract/central-api.ts'
import type { CentreAddress } from '#shared/contract/process-messages.ts'

/** Code of a failure that may pass: the centre cannot be reached, is too busy, or gives an answer that makes no sense. */
export const centreAway = 'centre-away'

/** A batch of saves may take the centre a while. */
const timeoutMs = 20_000

/** A request with this seat's token; rejects where no answer comes within `withinMs`. */
export function requestCentre(
  { url, token }: CentreAddress,
  path: string,
  { withinMs, headers, ...init }: CentreRequest,
): Promise<Response> {
  return fetch(new URL(path, url), {
    ...init,
    headers: { ...headers, authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(withinMs),
  })
}

interface CentreRequest {
  readonly method?: 'POST'
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly withinMs: number
}

/**
 * Gets what `schema` describes, or posts `body` for it. Fails with {@link centreAway} where the same may succeed later, else with
 * the centre's own code in its own words.
 */
export async function askCentre<Schema extends z.ZodType>(
  address: CentreAddress,
  schema: Schema,
  path: string,
  { body, withinMs = timeoutMs }: { readonly body?: object | undefined; readonly withinMs?: number } = {},
): Promise<Result<z.output<Schema>>> {
  const response = await requestCentre(address, path, {
    withinMs,
    ...(body === undefined
      ? {}
      : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }).catch(() => undefined)
  const answer: unknown = await response?.json().catch(() => undefined)
  if (response?.ok === true) {
    const parsed = schema.safeParse(answer)
    return parsed.success ? success(parsed.data) : away
  }
  const refusal = refusalSchema.safeParse(answer)
  if (refusal.success && !refusal.data.retryable) return failure(refusal.data.code, refusal.data.message)
  return away
}

const away = failure(centreAway, reviewText.centreAway)
