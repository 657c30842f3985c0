import { isDeepStrictEqual } from 'node:util'
import type { RulebookRevision } from '#shared/domain/review/rulebook.ts'
import { reviseItems } from '#shared/domain/review/rulebook.ts'
import type { ScorecardItem } from '#shared/domain/review/scorecard.ts'
import type { Clock } from '../../clock.ts'
import type { DatedItems } from '../../store/rulebook-store.ts'
import type { Store } from '../../store/open-store.ts'

/**
 * Which scorecard (评分表) was in use when: a call is scored with the one that was in use when it began, whatever is changed
 * later. A trainer's version counts from the moment on at which the centre kept it, the same on every client; a pack's from
 * when this client first saw it.
 */
export class ScorecardHistory {
  readonly #store: Store
  readonly #clock: Clock
  #dated: readonly DatedItems[] = []

  constructor(store: Store, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  /** The pack in use, and all that was changed over it. */
  use(packItems: readonly ScorecardItem[], revisions: readonly RulebookRevision[]): void {
    const { rulebook, transaction } = this.#store
    transaction(() => {
      if (rulebook.scorecards().length === 0) rulebook.addScorecard({ since: 0, items: packItems })
      for (const [index, { at, change }] of revisions.entries()) {
        if (change.kind !== 'scorecard') continue
        rulebook.addScorecard({
          since: Date.parse(at),
          items: reviseItems(packItems, revisions.slice(0, index + 1)),
        })
      }
      const items = reviseItems(packItems, revisions)
      const newest = rulebook.scorecards().at(-1)
      // As JSON keeps it: what is undefined is not there.
      const written: unknown = JSON.parse(JSON.stringify(items))
      if (!isDeepStrictEqual(newest?.items, written)) {
        rulebook.addScorecard({ since: this.#clock.now(), items })
      }
    })
    this.#dated = rulebook.scorecards()
  }

  /** The items that a call is scored with. */
  itemsAt(startedAt: string): readonly ScorecardItem[] {
    const began = Date.parse(startedAt)
    return (this.#dated.findLast(({ since }) => since <= began) ?? this.#dated[0])?.items ?? []
  }
}
