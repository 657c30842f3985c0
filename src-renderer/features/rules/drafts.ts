import type { ScorecardDetail } from '#shared/contract/rulebook-views.ts'
import { createDrafts } from '../../state/drafts.ts'
import type { Draft, RuleContent } from './draft.ts'

/** What stands on this desk while another one is on screen. */

/** By rule. */
export const ruleDrafts = createDrafts<Draft<RuleContent>>()
export const scorecardDrafts = createDrafts<Draft<ScorecardDetail['items']>>()

/** What a change is tried on: the same for one rule after another. */
export interface BenchDraft {
  readonly source: 'text' | 'calls'
  readonly text: string
  readonly callIds: readonly string[]
}
export const benchDrafts = createDrafts<BenchDraft>()

/** The page that was shown last, and the rule that was open. */
export interface RulesPlace {
  readonly view: 'rules' | 'scorecard'
  readonly rule: string | null
}
export const rulesPlaces = createDrafts<RulesPlace>()
