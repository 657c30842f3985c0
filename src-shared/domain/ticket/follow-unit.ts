import type { DispatchRule } from '../site-pack.ts'
import type { TicketDraft } from '../ticket-fields.ts'
import { draftValues, heardBy } from './draft.ts'
import { responsibleUnit } from './responsible-unit.ts'

/** As sure as the catalogue (派单目录) can make it: less where the unit waits for a place. */
const confidences = { placed: 0.9, unplaced: 0.6 } as const

/**
 * Lets the responsible unit (承办单位) follow a category or a place that a person settled; what the person wrote as the unit
 * stays. While both are as heard, the unit is the one that was heard with them.
 */
export function followUnit(draft: TicketDraft, dispatch: readonly DispatchRule[], at: string): TicketDraft {
  const settled = draft.category?.confirmed === true || draft.incidentAddress?.confirmed === true
  if (!settled || draft.unit?.confirmed === true) return draft
  const { category, incidentAddress } = draftValues(draft)
  const found = category === undefined ? undefined : responsibleUnit(category, incidentAddress, dispatch)
  if (found === undefined || found.unit === draft.unit?.value) return draft
  return {
    ...draft,
    unit: {
      value: found.unit,
      source: 'rule',
      confidence: found.placed ? confidences.placed : confidences.unplaced,
      evidence: [],
      alternatives: [...found.fallback],
      reason: found.why,
      confirmed: false,
      changedAt: at,
      changedBy: heardBy,
    },
  }
}
