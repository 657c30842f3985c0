import { errorMessages } from '../catalogue/errors.ts'
import { FailureError, type Failure } from '../base/result.ts'
import { procedures, type ProcedureArguments, type ProcedureName, type ProcedureOutput } from './contract.ts'
import type { Role } from './procedure.ts'

/** What a handler knows of its caller. */
export interface Caller {
  readonly roles: readonly Role[]
  readonly staffNumber: string
}

/** Tells a handler that nobody waits any more; an `AbortSignal` is one. */
export interface CancelSignal {
  readonly aborted: boolean
}

export type Handlers = {
  readonly [Name in ProcedureName]: (
    input: ProcedureArguments<Name>,
    caller: Caller,
    signal: CancelSignal,
  ) => ProcedureOutput<Name> | Promise<ProcedureOutput<Name>>
}

export type Answer =
  { readonly ok: true; readonly output: unknown } | { readonly ok: false; readonly error: Failure }

/**
 * The one way into the core, whatever carried the call: unknown → forbidden → bad input → handler → output parsed.
 * Failures come back as data; a bug in a handler is reported to `onBug` and answered as `internal`.
 */
export async function dispatch(
  handlers: Handlers,
  call: { readonly name: string; readonly input: unknown },
  caller: Caller,
  signal: CancelSignal,
  onBug: (error: unknown) => void,
): Promise<Answer> {
  if (!Object.hasOwn(procedures, call.name))
    return refuse('unknown', errorMessages.unknownProcedure(call.name))
  const name = call.name as ProcedureName
  const procedure = procedures[name]
  if (!procedure.roles.some((role) => caller.roles.includes(role))) {
    return refuse('forbidden', errorMessages.forbidden)
  }
  const input = procedure.input.safeParse(call.input)
  if (!input.success) {
    const issue = input.error.issues[0]
    return refuse('bad-input', errorMessages.badInput(issue?.path.join('.') ?? '', issue?.message ?? ''))
  }
  try {
    const handler = handlers[name] as (input: unknown, caller: Caller, signal: CancelSignal) => unknown
    const output = await handler(input.data, caller, signal)
    if (signal.aborted) return refuse('cancelled', errorMessages.cancelled)
    return { ok: true, output: procedure.output.parse(output) }
  } catch (error) {
    if (error instanceof FailureError) return refuse(error.code, error.message)
    if (signal.aborted) return refuse('cancelled', errorMessages.cancelled)
    onBug(error)
    return refuse('internal', errorMessages.internal)
  }
}

function refuse(code: string, message: string): Answer {
  return { ok: false, error: { code, message } }
}
