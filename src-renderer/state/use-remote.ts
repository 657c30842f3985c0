import { useCallback, useEffect, useState } from 'react'
import type { EventName } from '#shared/contract/contract.ts'
import { useDesk } from './desk-context.ts'
import { explain } from './explain.ts'

/** Something the core was asked for. */
export type Remote<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'ready'; readonly value: Value }

const loading = { kind: 'loading' } as const

/**
 * Asks for something now, whenever `load` is another function, and again with each of the events; what was there stays until
 * then. `load` must be kept between renders (`useCallback`).
 */
export function useRemote<Value>(
  load: (signal: AbortSignal) => Promise<Value>,
  events: readonly EventName[] = [],
): readonly [Remote<Value>, (value: Value) => void] {
  const { connection } = useDesk()
  const [held, setHeld] = useState<{ readonly of: typeof load; readonly remote: Remote<Value> }>({
    of: load,
    remote: loading,
  })
  const names = events.join(' ')
  useEffect(() => {
    const controller = new AbortController()
    const hold = (remote: Remote<Value>): void => {
      if (!controller.signal.aborted) setHeld({ of: load, remote })
    }
    const ask = (): void => {
      load(controller.signal).then(
        (value) => hold({ kind: 'ready', value }),
        (error: unknown) => hold({ kind: 'failed', reason: explain(error) }),
      )
    }
    ask()
    const wanted = ['session.ready', 'session.resync', ...names.split(' ')].filter((name) => name !== '')
    const stops = wanted.map((name) => connection.on(name as EventName, ask))
    return () => {
      controller.abort()
      for (const stop of stops) stop()
    }
  }, [connection, load, names])
  const put = useCallback((value: Value) => setHeld({ of: load, remote: { kind: 'ready', value } }), [load])
  return [held.of === load ? held.remote : loading, put]
}
