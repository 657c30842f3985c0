import { isDirty, type OpenEntry } from './bench-store.ts'

/** Whether the entry can be submitted: its newest words are a draft, or will be one with what is typed. */
export function canSubmit(open: OpenEntry): boolean {
  const { state, revision, draft } = open.view
  return isDirty(open) || (state === 'draft' && (revision > 0 || draft !== undefined))
}

/** Sent back is what waits for a reviewer; its writer may take it back, too. */
export function canSendBack(open: OpenEntry): boolean {
  return open.view.state === 'review' && !isDirty(open)
}

/** What was retired comes back as a draft, in its own words; with other words it does so when they are saved. */
export function canComeBack(open: OpenEntry): boolean {
  return open.view.state === 'retired' && !isDirty(open)
}

export function canApprove(open: OpenEntry): boolean {
  return open.view.mayApprove && canSendBack(open)
}
