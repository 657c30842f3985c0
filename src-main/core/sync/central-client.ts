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
import { askCentre, requestCentre } from './ask-centre.ts'

const withinMs = 10_000

export type Delivery = DeliveryOutcome & { readonly ticket?: CentralTicket }

/** The central API as a seat uses it. No failure throws: what went wrong is part of the answer. */
export class CentralClient {
  readonly #address: CentreAddress

  constructor(address: CentreAddress) {
    this.#address = address
  }

  /** Who this seat's token belongs to; undefined while the centre cannot be asked. */
  async identity(): Promise<Identity | undefined> {
    const answer = await askCentre(this.#address, identitySchema, centralPaths.identity, { withinMs })
    return answer.ok ? answer.value : undefined
  }

  /** What tickets of all seats after a number are about, oldest first; undefined while the centre cannot be asked. */
  async matters(after: string | undefined): Promise<readonly CentralMatter[] | undefined> {
    const query = after === undefined ? '' : `?after=${after}`
    const answer = await askCentre(this.#address, matterPageSchema, `${centralPaths.matters}${query}`, {
      withinMs,
    })
    return answer.ok ? answer.value.matters : undefined
  }

  /** Delivers a ticket; the same `idempotencyKey` may be sent any number of times. */
  async deliver(idempotencyKey: string, submission: TicketSubmission): Promise<Delivery> {
    try {
      const response = await requestCentre(this.#address, centralPaths.tickets, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [idempotencyHeader]: idempotencyKey },
        body: JSON.stringify(submission),
        withinMs,
      })
      // A proxy's error page is no JSON; its status and Retry-After count all the same.
      const body: unknown = await response.json().catch(() => undefined)
      return readDelivery(response, body, submission.localId)
    } catch {
      return { kind: 'later', trouble: syncMessages.unreachable }
    }
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
