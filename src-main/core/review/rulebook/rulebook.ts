import { FailureError, unwrap } from '#shared/base/result.ts'
import { rulebookText } from '#shared/catalogue/rulebook.ts'
import type { RevisionOrder } from '#shared/contract/central-rulebook.ts'
import {
  checkChange,
  givenTitles,
  newestRevisions,
  reviseItems,
  reviseNorms,
  subjectOf,
  type RulebookRevision,
} from '#shared/domain/review/rulebook.ts'
import type { ScorecardItem } from '#shared/domain/review/scorecard.ts'
import type { Clock } from '../../clock.ts'
import type { SiteKnowledge } from '../../knowledge/site-knowledge.ts'
import type { Store } from '../../store/open-store.ts'
import type { ReviewClient } from '../review-client.ts'
import type { RuleTrials } from '../rule-trials.ts'
import { ScorecardHistory } from './scorecard-history.ts'
import { centreAway } from '../../sync/ask-centre.ts'

export interface RulebookOptions {
  readonly store: Store
  readonly clock: Clock
  readonly knowledge: () => SiteKnowledge
  readonly trials: RuleTrials
  /** Other rules, or another scorecard, are in use from now on. */
  readonly onChange: () => void
}

/** Pages read at once; the rest comes with the next exchange. */
const longestRead = 20

/** The rules and the scorecard (规则、评分表) that trainers changed, put over the pack's. The centre keeps them for all seats. */
export class Rulebook {
  readonly #options: RulebookOptions
  readonly #history: ScorecardHistory
  #revisions: readonly RulebookRevision[]

  constructor(options: RulebookOptions) {
    this.#options = options
    this.#history = new ScorecardHistory(options.store, options.clock)
    this.#revisions = options.store.rulebook.revisions()
  }

  /** Oldest first. */
  get revisions(): readonly RulebookRevision[] {
    return this.#revisions
  }

  /** The newest version of a rule (`rule/ID`) or of the `scorecard`; undefined where the pack's was never changed. */
  newest(subject: string): RulebookRevision | undefined {
    return newestRevisions(this.revisions).get(subject)
  }

  /** What trainers called rules; those that they did not touch have the pack's names. */
  get givenTitles(): ReadonlyMap<string, string> {
    return givenTitles(this.#options.knowledge().shipped.norms, this.revisions)
  }

  /** Puts what was changed over a pack: at the start, and when the pack was replaced. */
  use(knowledge: SiteKnowledge): void {
    const { revisions } = this
    const { norms, scorecard } = knowledge.shipped
    // First the pack's own: what a client starts with is taken as tried, what trainers changed is not.
    this.#options.trials.use({ norms })
    const revised = reviseNorms(norms, revisions)
    knowledge.revise(revised, reviseItems(scorecard.items, revisions), givenTitles(norms, revisions))
    this.#options.trials.use({ norms: revised })
    this.#history.use(scorecard.items, revisions)
  }

  itemsAt(startedAt: string): readonly ScorecardItem[] {
    return this.#history.itemsAt(startedAt)
  }

  /** Takes what was saved on other clients. */
  async pull(client: ReviewClient): Promise<void> {
    for (let page = 0; page < longestRead; page += 1) {
      const after = this.revisions.at(-1)?.position ?? 0
      const answer = await client.revisions(after)
      if (!answer.ok || answer.value.revisions.length === 0) return
      this.#keep(answer.value.revisions)
    }
  }

  /**
   * Saves a version at the centre and takes it into use. Codes: `bad-norm-expression`, `wrong-rule`, `bad-scorecard`, `outdated`,
   * `centre-away`.
   */
  async save(order: RevisionOrder, client: ReviewClient | undefined): Promise<void> {
    unwrap(checkChange(order.change))
    if (client === undefined) throw new FailureError(centreAway, rulebookText.centreAway)
    const saved = await client.saveRevision(order)
    if (!saved.ok && saved.error.code === centreAway) {
      throw new FailureError(centreAway, rulebookText.centreAway)
    }
    // Those in between may not have come yet, and those that made it outdated the person wants to see.
    await this.pull(client)
    const revision = unwrap(saved)
    if (this.newest(subjectOf(order.change))?.version !== revision.version) this.#keep([revision])
  }

  #keep(revisions: readonly RulebookRevision[]): void {
    const { store, knowledge, onChange } = this.#options
    const added = store.transaction(() => revisions.filter((revision) => store.rulebook.add(revision)))
    if (added.length === 0) return
    this.#revisions = store.rulebook.revisions()
    this.use(knowledge())
    onChange()
  }
}
