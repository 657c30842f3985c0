import type { RuleDetail } from '#shared/contract/rulebook-views.ts'

/** One group of phrases and patterns of a rule (norms of the pack). */
export type RuleEntry = RuleDetail['entries'][number]

/** What a version of a rule holds. */
export interface RuleContent {
  readonly entries: readonly RuleEntry[]
  /** 停用. */
  readonly off: boolean
}

/** What somebody changed and did not save yet. */
export interface Draft<Content> {
  /** The version that was changed. */
  readonly base: number
  readonly content: Content
  readonly note: string
}

/** A rule that is made anew, with nothing in it. */
export function newRule(rule: string): RuleDetail {
  const entry = { rule, title: '', clause: '', severity: 'caution', why: '', rewrite: '' } as const
  const entries = [{ ...entry, phrases: [{ say: '' }], patterns: [], except: [] }]
  return { rule, entries, off: false, removed: false, pack: null, revision: 0, history: [] }
}

/** Without the rows that nothing was written into. */
export function withoutEmptyRows(entries: readonly RuleEntry[]): RuleEntry[] {
  return entries.map((entry) => ({
    ...entry,
    phrases: entry.phrases.filter(({ say }) => say.trim() !== ''),
    patterns: entry.patterns.filter(({ match }) => match !== ''),
  }))
}

export function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

/** A further group: under the same name, nothing in it yet. */
export function emptyEntry({ rule, title, clause, severity }: RuleEntry): RuleEntry {
  return { rule, title, clause, severity, why: '', rewrite: '', phrases: [], patterns: [], except: [] }
}

/** `item` with a field set, or without it where `value` is undefined. */
export function withField<Item extends object, Name extends keyof Item & string>(
  item: Item,
  name: Name,
  value: Item[Name] | undefined,
): Item {
  if (value !== undefined) return { ...item, [name]: value }
  return Object.fromEntries(Object.entries(item).filter(([key]) => key !== name)) as Item
}
