import type { ProcedureInput, ProcedureName } from '#shared/contract/contract.ts'
import type { CoreHarness } from './core-harness.ts'

type ReviewName = Extract<ProcedureName, `review.${string}` | `board.${string}`>
type Cases = { readonly [Name in ReviewName]: () => Promise<ProcedureInput<Name>> }

const flagId = '0/rhetorical-question'
const words = '理由'

/** A good input for every procedure of reviews and the lead's board. `take` takes a call in which the seat asks 凭什么. */
export function reviewProcedures(
  take: () => Promise<{ readonly seat: CoreHarness; readonly callId: string }>,
): Cases {
  const of = async (): Promise<{ callId: string }> => ({ callId: (await take()).callId })
  const judged = async (): Promise<{ seat: CoreHarness; callId: string }> => {
    const { seat, callId } = await take()
    await seat.call('review.judge', { callId, flagId, decision: 'confirm', reason: words })
    return { seat, callId }
  }
  const appealed = async (): Promise<{ seat: CoreHarness; callId: string }> => {
    const { seat, callId } = await judged()
    await seat.call('review.appeal', { callId, flagId, text: words })
    return { seat, callId }
  }
  const days = { from: '2026-01-01', to: '2026-12-31' } as const
  return {
    'review.queue': () => Promise.resolve({ limit: 5 }),
    'review.get': of,
    'review.audio': async () => ({ ...(await of()), fromMs: 100, toMs: 600 }),
    'review.peaks': of,
    'review.judge': async () => ({ ...(await of()), flagId, decision: 'dismiss', reason: words }),
    'review.addFlag': async () => ({
      ...(await of()),
      ...{ turn: 0, from: 0, to: 3, rule: 'commanding', severity: 'info', reason: words },
    }),
    'review.setScore': async () => ({ ...(await of()), items: [{ item: 'clear', points: 8 }] }),
    'review.finish': of,
    'review.openCalibration': of,
    'review.calibrations': () => Promise.resolve({}),
    'review.appeals': () => Promise.resolve({}),
    'review.decideAppeal': async () => {
      const { callId } = await appealed()
      return { callId, flagId, outcome: 'rejected', reason: words }
    },
    'review.rules': () => Promise.resolve({}),
    'review.report': () => Promise.resolve({ ...days, by: 'rule' }),
    'review.exportReport': () => Promise.resolve({ ...days, by: 'team', format: 'csv' }),
    'review.ownScore': of,
    'review.own': () => Promise.resolve({ limit: 5 }),
    'review.appeal': async () => ({ callId: (await judged()).callId, flagId, text: words }),
    'review.escalate': async () => {
      const { seat, callId } = await appealed()
      await seat.call('review.decideAppeal', { callId, flagId, outcome: 'rejected', reason: words })
      return { callId, flagId, text: words }
    },
    'board.get': () => Promise.resolve({}),
    'board.whisper': () => Promise.resolve({ staffNumber: '8031', text: '先安抚市民' }),
  }
}
