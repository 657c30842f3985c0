import { FailureError } from '#shared/base/result.ts'
import { connectionFailures } from '../connection/seat-connection.ts'
import { text } from '../text/zh-CN.ts'

/** Whether a call failed because of the connection: it may be made again as it was. */
export function isConnectionFailure(error: unknown): boolean {
  return error instanceof FailureError && connectionFailures.has(error.code)
}

/** Codes by which the core says that a value, or the ticket it is for, cannot be written: sending it again is in vain. */
const refusals: ReadonlySet<string> = new Set(['bad-field', 'bad-input', 'submitted', 'not-found'])

export function isRefusal(error: unknown): boolean {
  return error instanceof FailureError && refusals.has(error.code)
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

/** What to tell the person; anything but a failure of the domain is a bug of ours and said as such. */
export function explain(error: unknown): string {
  return error instanceof FailureError ? error.message : text.unexpected
}
