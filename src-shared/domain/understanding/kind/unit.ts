import type { DispatchRule } from '../../site-pack.ts'
import { responsibleUnit } from '../../ticket/responsible-unit.ts'
import type { CategoryRef, HeardValue, IncidentAddress } from '../../ticket-fields.ts'

/** A unit that depends on a place that was not said is a guess. */
const unplaced = 0.6

/** 承办单位 by the dispatch catalogue: what the category and the place, as understood, lead to, as sure as both of them. */
export function hearUnit(
  category: HeardValue<CategoryRef> | undefined,
  address: HeardValue<IncidentAddress> | undefined,
  dispatch: readonly DispatchRule[],
): HeardValue<string> | undefined {
  if (category === undefined) return undefined
  const found = responsibleUnit(category.value, address?.value, dispatch)
  if (found === undefined) return undefined
  return {
    value: found.unit,
    confidence: Math.min(category.confidence, found.placed ? (address?.confidence ?? 1) : unplaced),
    evidence: category.evidence,
    alternatives: found.fallback,
    reason: found.why,
  }
}
