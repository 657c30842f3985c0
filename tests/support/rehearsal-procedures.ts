import type { ProcedureInput, ProcedureName } from '#shared/contract/contract.ts'
import type { CoreHarness } from './core-harness.ts'

type RehearsalName = Extract<ProcedureName, `rehearsals.${string}`>
type Cases = { readonly [Name in RehearsalName]: () => Promise<ProcedureInput<Name>> }

/** A good input for every procedure of rehearsals. `free` makes room: no call runs at the seat after it. */
export function rehearsalProcedures(seat: () => CoreHarness, free: () => Promise<void>): Cases {
  async function begin(of: 'script' | 'recording', rehearsalId: string): Promise<{ callId: string }> {
    await free()
    const { current } = await seat().call('rehearsals.current', {})
    if (current !== null) await seat().call('calls.end', { callId: current.callId })
    const source = { kind: 'rehearsal', of, rehearsalId, spoken: false } as const
    const { callId } = await seat().call('calls.start', { source })
    return { callId }
  }
  const running = (): Promise<{ callId: string }> => begin('script', 'street-light')
  async function ended(): Promise<{ callId: string }> {
    const { callId } = await running()
    await seat().call('calls.end', { callId })
    return { callId }
  }
  return {
    'rehearsals.list': () => Promise.resolve({}),
    'rehearsals.history': () => Promise.resolve({ limit: 5 }),
    'rehearsals.current': () => Promise.resolve({}),
    'rehearsals.say': async () => ({ ...(await running()), text: '您好' }),
    'rehearsals.control': async () => ({ ...(await running()), action: 'pause' }),
    'rehearsals.sound': async () => ({ ...(await begin('recording', '2-gas-smell')), line: 0 }),
    'rehearsals.report': ended,
    'rehearsals.judge': async () => ({ ...(await ended()), item: 'clear', points: 5 }),
  }
}
