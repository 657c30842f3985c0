import {
  centralPaths,
  centralTicketSchema,
  idempotencyHeader,
  identitySchema,
  matterPageSchema,
  refusalSchema,
  type CentralMatter,
  type CentralTicket,
  type Identity,
  type TicketSubmission,
} from '#shared/contract/central-api.ts'
import type { CentreAddress } from '#shared/contract/process-messages.ts'
import { syncMessages } from '#shared/catalogue/errors.ts'
import type { DeliveryOutcome } from '#shared/domain/sync/decide-next.ts'

const timeoutMs = 10_000

export type Delivery = DeliveryOutcome & { readonly ticket?: CentralTicket }

/** The central API as a seat uses it. No failure throws: what went wrong is part of the answer. */
export class CentralClient {
  readonly #address: CentreAddress

  constructor(address: CentreAddress) {
    this.#address = address
  }

  /** Who this seat's token belongs to; undefined while the centre cannot be asked. */
  async identity(): Promise<Identity | undefined> {
    try {
      const response = await this.#request(centralPaths.identity)
      const parsed = identitySchema.safeParse(await response.json())
      return parsed.data
    } catch {
      return undefined
    }
  }

  /** What tickets of all seats after a number are about, oldest first; undefined while the centre cannot be asked. */
  async matters(after: string | undefined): Promise<readonly CentralMatter[] | undefined> {
    try {
      const response = await this.#request(
        after === undefined ? centralPaths.matters : `${centralPaths.matters}?after=${after}`,
      )
      return matterPageSchema.safeParse(await response.json()).data?.matters
    } catch {
      return undefined
    }
  }

  /** Delivers a ticket; the same `idempotencyKey` may be sent any number of times. */
  async deliver(idempotencyKey: string, submission: TicketSubmission): Promise<Delivery> {
    try {
      const response = await this.#request(centralPaths.tickets, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [idempotencyHeader]: idempotencyKey },
        body: JSON.stringify(submission),
      })
      // A proxy's error page is no JSON; its status and Retry-After count all the same.
      const body: unknown = await response.json().catch(() => undefined)
      return readDelivery(response, body, submission.localId)
    } catch {
      return { kind: 'later', trouble: syncMessages.unreachable }
    }
  }

  #request(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(new URL(path, this.#address.url), {
      ...init,
      headers: {
        ...(init.headers as Record<string, string>),
        authorization: `Bearer ${this.#address.token}`,
      },
      signal: AbortSignal.timeout(timeoutMs),
    })
  }
}

/** A server that lies (wrong shape, or another ticket, under a good status) is asked again later, never believed. */
function readDelivery(response: Response, body: unknown, localId: string): Delivery {
  if (response.ok) {
    const ticket = centralTicketSchema.safeParse(body)
    return ticket.success && ticket.data.submission.localId === localId
      ? { kind: 'delivered', ticket: ticket.data }
      : { kind: 'later', trouble: syncMessages.badAnswer }
  }
  const refusal = refusalSchema.safeParse(body)
  const retryAfter = Number(response.headers.get('retry-after'))
  const later = {
    kind: 'later',
    trouble: syncMessages.unreachable,
    ...(retryAfter > 0 ? { retryAfterMs: retryAfter * 1000 } : {}),
  } as const
  if (!refusal.success) return response.status >= 500 ? later : { ...later, trouble: syncMessages.badAnswer }
  if (refusal.data.retryable) return { ...later, trouble: refusal.data.message }
  if (response.status === 409)
    return { kind: 'conflict', trouble: syncMessages.conflict(refusal.data.message) }
  return { kind: 'refused', trouble: syncMessages.refused(refusal.data.message) }
}
