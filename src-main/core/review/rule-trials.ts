import { createHash } from 'node:crypto'
import { passesTrial, ruleContent, type RuleCounts } from '#shared/domain/review/rule-counts.ts'
import type { NormRule, SitePack } from '#shared/domain/site-pack.ts'
import type { Clock } from '../clock.ts'
import type { RuleAtWork } from '../store/call-store.ts'
import type { Store } from '../store/open-store.ts'
import type { RuleVersion } from '../store/rule-version-store.ts'

/** Enough of a SHA-256 to tell the versions of one rule apart. */
const versionLength = 12

/**
 * New and changed wording rules are on trial (试运行): their flags are kept for the reviewer, and the seat sees none of them
 * until the verdicts have shown the rule's precision. The pack that a client first starts with is taken as tried.
 */
export class RuleTrials {
  readonly #store: Store
  readonly #clock: Clock
  #norms: readonly NormRule[] | undefined
  #current: ReadonlyMap<string, RuleVersion> = new Map()

  constructor(store: Store, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  /** The pack in use: its rules become known. Costs nothing while it is the same one. */
  use({ norms }: Pick<SitePack, 'norms'>): void {
    if (norms === this.#norms) return
    this.#store.transaction(() => {
      const state = this.#store.ruleVersions.isEmpty() ? 'active' : 'trial'
      const since = this.#clock.iso()
      for (const [rule, version] of versionsOf(norms)) {
        this.#store.ruleVersions.add({ rule, version, since, state })
      }
    })
    this.#norms = norms
    this.#read(norms)
  }

  /** The version of a rule that raises flags now; a rule that the pack does not name is nobody's to try. */
  of(rule: string): RuleAtWork {
    const current = this.#current.get(rule)
    return { version: current?.version ?? '', silent: current?.state === 'trial' }
  }

  /** Of every rule of the pack in use. */
  get versions(): readonly RuleVersion[] {
    return [...this.#current.values()]
  }

  /** Of norms that need not be in use; one that this client never met would be on trial. */
  versionsOf(norms: readonly NormRule[]): readonly RuleVersion[] {
    const since = this.#clock.iso()
    return [...versionsOf(norms)].map(
      ([rule, version]) =>
        this.#store.ruleVersions.get(rule, version) ?? { rule, version, since, state: 'trial' },
    )
  }

  /** Ends the trials that the verdicts decide; true where one ended. */
  settle(counts: readonly RuleCounts[], limits: Parameters<typeof passesTrial>[1]): boolean {
    const passed = this.versions.filter(
      ({ rule, version, state }) =>
        state === 'trial' &&
        counts.some(
          (entry) => entry.rule === rule && entry.version === version && passesTrial(entry, limits),
        ),
    )
    for (const { rule, version } of passed) this.#store.ruleVersions.activate(rule, version)
    if (passed.length > 0) this.#read(this.#norms ?? [])
    return passed.length > 0
  }

  #read(norms: readonly NormRule[]): void {
    this.#current = new Map(
      [...versionsOf(norms)].flatMap(([rule, version]) => {
        const known = this.#store.ruleVersions.get(rule, version)
        return known === undefined ? [] : [[rule, known] as const]
      }),
    )
  }
}

function versionsOf(norms: readonly NormRule[]): ReadonlyMap<string, string> {
  const rules = Map.groupBy(norms, ({ rule }) => rule)
  return new Map(
    [...rules].map(([rule, entries]) => [
      rule,
      createHash('sha256').update(ruleContent(entries)).digest('hex').slice(0, versionLength),
    ]),
  )
}
