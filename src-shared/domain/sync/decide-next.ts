/** How one attempt to deliver ended. */
export type DeliveryOutcome =
  | { readonly kind: 'delivered' }
  /** No answer, or an answer that says "later". `retryAfterMs` is the server's own wish. */
  | { readonly kind: 'later'; readonly trouble: string; readonly retryAfterMs?: number }
  /** The centre holds another version of the ticket. */
  | { readonly kind: 'conflict'; readonly trouble: string }
  /** The same request will never be taken. */
  | { readonly kind: 'refused'; readonly trouble: string }

export type NextStep =
  | { readonly do: 'finish' }
  | { readonly do: 'retry'; readonly at: number; readonly trouble: string }
  | { readonly do: 'park'; readonly as: 'conflict' | 'parked'; readonly trouble: string }

const firstPauseMs = 1_000
const longestPauseMs = 60_000
/** A server may ask for an hour; one that asks for years is broken, and its tickets must not wait for it. */
const longestWishMs = 3_600_000

/**
 * What follows a delivery attempt. Full jitter (a random pause between zero and an exponential ceiling) keeps 1,000 seats
 * that lost the centre together from coming back together. Nothing is ever dropped: it is tried again, or parked and shown.
 *
 * @param attempt attempts made before this one
 * @param now ms since 1970
 * @param random uniform in [0, 1)
 */
export function decideNext(attempt: number, outcome: DeliveryOutcome, now: number, random: number): NextStep {
  switch (outcome.kind) {
    case 'delivered':
      return { do: 'finish' }
    case 'conflict':
      return { do: 'park', as: 'conflict', trouble: outcome.trouble }
    case 'refused':
      return { do: 'park', as: 'parked', trouble: outcome.trouble }
    case 'later': {
      const ceiling = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempt, 16))
      const wished = Math.min(outcome.retryAfterMs ?? 0, longestWishMs)
      const pause = Math.max(wished, Math.round(random * ceiling))
      return { do: 'retry', at: now + pause, trouble: outcome.trouble }
    }
  }
}
