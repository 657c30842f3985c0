import type { ProcedureInput, ProcedureName } from '#shared/contract/contract.ts'
import type { CoreHarness } from './core-harness.ts'

type RulebookName = Extract<ProcedureName, `rules.${string}` | `scorecard.${string}`>
type Cases = { readonly [Name in RulebookName]: () => Promise<ProcedureInput<Name>> }

const rule = 'commanding'

/** A good input for every procedure of rules and scorecard. */
export function rulebookProcedures(seat: () => CoreHarness): Cases {
  const none = (): Promise<Record<string, never>> => Promise.resolve({})
  return {
    'rules.list': none,
    'rules.get': () => Promise.resolve({ rule }),
    'rules.save': async () => {
      const { entries, revision } = await seat().call('rules.get', { rule })
      return { rule, base: revision, note: '', entries }
    },
    'rules.calls': none,
    'rules.try': async () => {
      const { entries } = await seat().call('rules.get', { rule })
      return { rule, entries, on: { kind: 'text', text: '坐席：你快说' } }
    },
    'scorecard.get': none,
    'scorecard.save': async () => {
      const { items, revision } = await seat().call('scorecard.get', {})
      return { base: revision, note: '', items }
    },
  }
}
