import * as z from 'zod'
import { failure, success, type Result } from '../../base/result.ts'
import { rulebookText } from '../../catalogue/rulebook.ts'
import { normRuleSchema, type NormRule } from '../site-pack.ts'
import { compileNorms } from '../wording/compile-norms.ts'
import { scorecardItemSchema, type ScorecardItem } from './scorecard.ts'

/**
 * What a city's trainers changed of the pack's wording rules and scorecard (规则、评分表): whole versions one after another, none
 * of them ever altered. `null` is a version, too: the pack's own.
 */

/** Longest list that a page can be asked to show. */
const longest = 1_000

export const ruleEntriesSchema = z.array(normRuleSchema).min(1).max(50)
export const scorecardItemsSchema = z.array(scorecardItemSchema).min(1).max(longest)

export const rulebookChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rule'), rule: z.string().min(1), entries: ruleEntriesSchema.nullable() }),
  z.object({ kind: z.literal('scorecard'), items: scorecardItemsSchema.nullable() }),
])
export type RulebookChange = z.infer<typeof rulebookChangeSchema>

export const rulebookRevisionSchema = z.object({
  /** Of all revisions, from 1 on without a gap. */
  position: z.number().int().positive(),
  /** Of this rule, or of the scorecard: 1, 2, … */
  version: z.number().int().positive(),
  /** ISO, by the centre's clock. */
  at: z.string(),
  by: z.string(),
  byName: z.string(),
  note: z.string(),
  change: rulebookChangeSchema,
})
export type RulebookRevision = z.infer<typeof rulebookRevisionSchema>

/** What a revision is of: revisions of one subject supersede each other. */
export function subjectOf(change: RulebookChange): string {
  return change.kind === 'rule' ? `rule/${change.rule}` : 'scorecard'
}

/** The newest revision of each subject. */
export function newestRevisions(
  revisions: readonly RulebookRevision[],
): ReadonlyMap<string, RulebookRevision> {
  return new Map(revisions.map((revision) => [subjectOf(revision.change), revision]))
}

/**
 * The norms in use: the pack's, each rule in its place replaced by its newest revision. A revision whose expressions do not
 * compile here is left out: one rule of another client version must not silence all.
 */
export function reviseNorms(
  norms: readonly NormRule[],
  revisions: readonly RulebookRevision[],
): readonly NormRule[] {
  const revised = new Map(
    [...newestRevisions(revisions).values()].flatMap(({ change }) =>
      change.kind === 'rule' && change.entries !== null && compileNorms(change.entries).ok
        ? [[change.rule, change.entries] as const]
        : [],
    ),
  )
  if (revised.size === 0) return norms
  const rules = new Map([...Map.groupBy(norms, ({ rule }) => rule), ...revised])
  return [...rules.values()].flat()
}

/** The items in use: the newest revision's, or the pack's. */
export function reviseItems(
  items: readonly ScorecardItem[],
  revisions: readonly RulebookRevision[],
): readonly ScorecardItem[] {
  const change = newestRevisions(revisions).get('scorecard')?.change
  return change?.kind === 'scorecard' && change.items !== null ? change.items : items
}

/**
 * Whether a change can be kept. Codes: `bad-norm-expression` (every expression that does not compile or could hang is named),
 * `wrong-rule`, `bad-scorecard`.
 */
export function checkChange(change: RulebookChange): Result<undefined> {
  if (change.kind === 'rule') {
    if (change.entries === null) return success(undefined)
    if (change.entries.some(({ rule }) => rule !== change.rule)) {
      return failure('wrong-rule', rulebookText.wrongRule(change.rule))
    }
    const compiled = compileNorms(change.entries)
    return compiled.ok ? success(undefined) : compiled
  }
  return change.items === null ? success(undefined) : checkItems(change.items)
}

function checkItems(items: readonly ScorecardItem[]): Result<undefined> {
  const twice = items.find(({ id }, index) => items.findIndex((other) => other.id === id) !== index)
  if (twice !== undefined) return failure('bad-scorecard', rulebookText.itemTwice(twice.title))
  const idle = items.find(({ by, rules }) => by === 'rules' && rules.length === 0)
  if (idle !== undefined) return failure('bad-scorecard', rulebookText.itemWithoutRule(idle.title))
  const greedy = items.find(({ deduct, points }) => deduct !== undefined && deduct > points)
  if (greedy !== undefined) return failure('bad-scorecard', rulebookText.deductsTooMuch(greedy.title))
  if (items.every(({ off }) => off === true)) return failure('bad-scorecard', rulebookText.allOff)
  return success(undefined)
}
