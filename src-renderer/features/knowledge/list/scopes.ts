import type { EntryFilter } from '#shared/contract/knowledge-contract.ts'

export type ScopeName = 'all' | 'approve' | 'soon' | 'marked' | 'here'

/** An entry that ends within so many days is worth a look. */
export const soonDays = 30

/** The quick choices above the list, each by what it narrows to. */
export const scopes: readonly { readonly name: ScopeName; readonly filter: Partial<EntryFilter> }[] = [
  { name: 'all', filter: {} },
  { name: 'approve', filter: { mayApprove: true } },
  { name: 'soon', filter: { expiringDays: soonDays } },
  { name: 'marked', filter: { marked: true } },
  { name: 'here', filter: { draftHere: true } },
]

export function scopeOf(filter: EntryFilter): ScopeName {
  if (filter.mayApprove) return 'approve'
  if (filter.expiringDays !== undefined) return 'soon'
  if (filter.marked) return 'marked'
  return filter.draftHere ? 'here' : 'all'
}
