import type { ProcedureName } from '#shared/contract/contract.ts'

type RehearsalProcedure = Extract<ProcedureName, `rehearsals.${string}`>

/** Nothing to rehearse with: the page that rehearses is tested against the real core. */
export function fakeRehearsals(): Record<RehearsalProcedure, () => unknown> {
  return {
    'rehearsals.list': () => [],
    'rehearsals.history': () => [],
    'rehearsals.current': () => ({ current: null }),
    'rehearsals.say': () => ({}),
    'rehearsals.control': () => ({}),
    'rehearsals.sound': () => ({ wavBase64: '' }),
    'rehearsals.report': () => undefined,
    'rehearsals.judge': () => undefined,
  }
}
