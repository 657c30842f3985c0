/** A failure of the domain as data: a stable code for programs and a Chinese sentence for the person. */
export interface Failure {
  readonly code: string
  readonly message: string
}

/** Domain failures are values; bugs throw. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

export function success<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function failure(code: string, message: string): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code, message } }
}

/** Carries a {@link Failure} across code that can only throw (handlers, streams). The dispatcher turns it back into data. */
export class FailureError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'FailureError'
    this.code = code
  }
}

/** Returns the value, or throws the failure as a {@link FailureError}. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureError(result.error.code, result.error.message)
  return result.value
}
