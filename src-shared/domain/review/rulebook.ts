import * as z from 'zod'
import { failure, success, type Result } from '../../base/result.ts'
import { rulebookText } from '../../catalogue/rulebook.ts'
import { normRuleSchema, type NormRule } from '../site-pack.ts'
import { compileNorms } from '../wording/compile-norms.ts'
import { scorecardItemSchema, type ScorecardItem } from './scorecard.ts'

/**
 * What a city's trainers changed of the pack's wording rules and scorecard (规则、评分表), and the rules that they added: whole
 * versions one after another, none of them ever altered. `null` is a version, too: the pack's own; of a rule that the pack does
 * not have, that it is removed.
 */

/** Longest list that a page can be asked to show. */
const longest = 1_000

export const ruleEntriesSchema = z.array(normRuleSchema).min(1).max(50)
export const scorecardItemsSchema = z.array(scorecardItemSchema).min(1).max(longest)

export const rulebookChangeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rule'),
    rule: z.string().min(1),
    entries: ruleEntriesSchema.nullable(),
    /** Kept, and judging nothing (停用). */
    off: z.literal(true).optional(),
  }),
  z.object({ kind: z.literal('scorecard'), items: scorecardItemsSchema.nullable() }),
])
export type RulebookChange = z.infer<typeof rulebookChangeSchema>
export type RuleChange = Extract<RulebookChange, { kind: 'rule' }>

/** Ids of rules that trainers made (自建规则); a pack names its rules in words. */
const ownRule = /^own-[0-9a-f]{8,32}$/

export function isOwnRule(rule: string): boolean {
  return ownRule.test(rule)
}

/** The id of a new rule. `random`: hexadecimal digits, at least eight. */
export function ownRuleId(random: string): string {
  return `own-${random.slice(0, 32)}`
}

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

/** The newest change of each rule. */
export function newestRuleChanges(revisions: readonly RulebookRevision[]): ReadonlyMap<string, RuleChange> {
  return new Map(
    revisions.flatMap(({ change }) => (change.kind === 'rule' ? [[change.rule, change] as const] : [])),
  )
}

/**
 * The norms in use: the pack's, each rule in its place replaced by its newest revision or left out where that is off, and behind
 * them the rules that trainers added. A revision whose expressions do not compile here is as if it were not there: one rule of
 * another client version must not silence all.
 */
export function reviseNorms(
  norms: readonly NormRule[],
  revisions: readonly RulebookRevision[],
): readonly NormRule[] {
  const rules = Map.groupBy(norms, ({ rule }) => rule)
  let revised = false
  for (const [rule, { entries, off }] of newestRuleChanges(revisions)) {
    if (off === true) revised = rules.delete(rule) || revised
    else if (entries !== null && compileNorms(entries).ok) {
      rules.set(rule, entries)
      revised = true
    }
  }
  return revised ? [...rules.values()].flat() : norms
}

/** What trainers wrote into a rule last; undefined where the pack's own is back, or they never did. */
export function lastEntries(
  rule: string,
  revisions: readonly RulebookRevision[],
  packHasIt: boolean,
): NormRule[] | undefined {
  const changes = revisions.flatMap(({ change }) =>
    change.kind === 'rule' && change.rule === rule ? [change] : [],
  )
  if (packHasIt) return changes.at(-1)?.entries ?? undefined
  return changes.findLast(({ entries }) => entries !== null)?.entries ?? undefined
}

/** What trainers called their rules, and those of the pack `shipped` that they renamed; removed ones keep their name. */
export function givenTitles(
  shipped: readonly NormRule[],
  revisions: readonly RulebookRevision[],
): ReadonlyMap<string, string> {
  const packTitles = new Map(shipped.toReversed().map(({ rule, title }) => [rule, title]))
  return new Map(
    [...newestRuleChanges(revisions).keys()].flatMap((rule) => {
      const title = lastEntries(rule, revisions, packTitles.has(rule))?.[0]?.title
      return title === undefined || title === packTitles.get(rule) ? [] : [[rule, title] as const]
    }),
  )
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
 * `wrong-rule`, `empty-rule` (a rule of the trainers' own without words to find), `bad-scorecard`.
 */
export function checkChange(change: RulebookChange): Result<undefined> {
  if (change.kind === 'rule') {
    if (change.entries === null) return success(undefined)
    if (change.entries.some(({ rule }) => rule !== change.rule)) {
      return failure('wrong-rule', rulebookText.wrongRule(change.rule))
    }
    const finds = change.entries.some(({ phrases, patterns }) => phrases.length + patterns.length > 0)
    if (isOwnRule(change.rule) && !finds) return failure('empty-rule', rulebookText.emptyRule)
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
