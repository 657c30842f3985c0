import { join } from 'node:path'
import { unwrap } from '#shared/base/result.ts'
import { buildNameCorrector, type NameCorrector } from '#shared/domain/correction/name-corrector.ts'
import { numberedNames } from '#shared/domain/correction/pack-names.ts'
import { fillScript } from '#shared/domain/scripts/fill-script.ts'
import type { ScorecardItem } from '#shared/domain/review/scorecard.ts'
import type { NormRule, Script, SitePack } from '#shared/domain/site-pack.ts'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { createAnswerIndex, type AnswerIndex } from '#shared/domain/retrieval/answer-index.ts'
import { createUnderstanding, type Understanding } from '#shared/domain/understanding/understand-call.ts'
import { createWordingCheck, type WordingCheck } from '#shared/domain/wording/check-wording.ts'
import type { AnswerHitView, ScriptView, SessionView } from '#shared/contract/views.ts'
import type { Turn } from '#shared/domain/call.ts'
import { openAnswerIndex } from './answer-index-file.ts'
import { AnswerShelf, type Publication, type ShelvedAnswer } from './answer-shelf.ts'
import { loadSitePack } from './load-site-pack.ts'

/** A site pack and all that is built from it once; replaced as a whole when the pack is. */
export class SiteKnowledge {
  /** As it was read. */
  readonly shipped: SitePack
  readonly understanding: Understanding
  readonly corrector: NameCorrector
  readonly #numberedNames: readonly string[]
  readonly #shelf: AnswerShelf
  #pack: SitePack
  #wording: WordingCheck
  #ruleTitles: ReadonlyMap<string, string> = new Map()
  readonly #today: () => string

  /**
   * `today` gives the local day, `YYYY-MM-DD`: an answer that has expired, or is not in force yet, is never offered. `index` is
   * that of the pack's answers; what is published over them is indexed in `publishedIndex`, a file.
   */
  constructor(
    pack: SitePack,
    today: () => string,
    index: AnswerIndex = createAnswerIndex(pack.answers, pack.lexicon),
    publishedIndex?: string,
  ) {
    this.shipped = pack
    this.#pack = pack
    this.#today = today
    this.understanding = createUnderstanding(pack)
    this.#wording = createWordingCheck(pack.norms)
    this.corrector = buildNameCorrector(pack)
    this.#numberedNames = numberedNames(pack)
    this.#shelf = new AnswerShelf(pack, index, publishedIndex)
  }

  /**
   * Reads and checks a pack; throws the first problems in the user's words. The search index is kept in `indexDirectory`, so
   * that the next start need not build it.
   */
  static async load(directory: string, today: () => string, indexDirectory?: string): Promise<SiteKnowledge> {
    const pack = unwrap(await loadSitePack(directory))
    const file = (name: string): string | undefined =>
      indexDirectory === undefined ? undefined : join(indexDirectory, name)
    const index = await openAnswerIndex(pack.answers, pack.lexicon, file('pack.index'))
    return new SiteKnowledge(pack, today, index, file('published.index'))
  }

  /** With the rules and the scorecard that trainers put over it. */
  get pack(): SitePack {
    return this.#pack
  }

  get wording(): WordingCheck {
    return this.#wording
  }

  /**
   * Takes other rules and scorecard items into use, and what trainers called rules, by their ids. Norms whose expressions do not
   * compile throw.
   */
  revise(
    norms: readonly NormRule[],
    items: readonly ScorecardItem[],
    ruleTitles: ReadonlyMap<string, string>,
  ): void {
    if (norms !== this.#pack.norms) this.#wording = createWordingCheck(norms)
    const { scorecard } = this.shipped
    this.#ruleTitles = ruleTitles
    this.#pack = { ...this.shipped, norms, scorecard: { ...scorecard, items: [...items] } }
  }

  /** What a client shows of the pack. */
  get view(): SessionView['pack'] {
    const { meta } = this.pack
    const { id, city, version, sample, hotlineName, recording } = meta
    return {
      id,
      city,
      version,
      sample,
      hotlineName,
      answers: this.#shelf.size,
      numberedNames: [...this.#numberedNames],
      recording: recording === 'keep',
      ruleTitles: Object.fromEntries(this.#ruleTitles),
    }
  }

  answer(id: string): ShelvedAnswer | undefined {
    return this.#shelf.get(id)
  }

  /** The hit with the words that are in use now; undefined where there are none any more. */
  renewed(hit: AnswerHitView): AnswerHitView | undefined {
    return this.#shelf.renewed(hit, this.#today())
  }

  /** Takes what was published over the pack into use. */
  publish(publications: readonly Publication[]): Promise<void> {
    return this.#shelf.publish(publications)
  }

  /** Goes back to the pack's words for these entries. */
  restore(entryIds: readonly string[]): Promise<void> {
    return this.#shelf.restore(entryIds)
  }

  /** Answers for typed words, or for what the citizen said last when `turns` is given and `text` is empty. */
  search(query: { readonly text: string; readonly turns?: readonly Turn[] }, top: number): AnswerHitView[] {
    return this.#shelf.search(query, top, this.#today())
  }

  /** All scripts with the call's values filled in, those that fit the request type best first. */
  scripts(values: Readonly<Record<string, string>>, requestType: TicketFields['requestType']): ScriptView[] {
    const rank = (script: Script): number => scriptRank(script, requestType)
    const ordered = this.pack.scripts.toSorted((left, right) => rank(left) - rank(right))
    return ordered.map(({ id, phase, title, text, key }) => ({
      id,
      phase,
      title,
      text: fillScript(text, { hotline: this.pack.meta.hotlineName, ...values }),
      ...(key === undefined ? {} : { key }),
    }))
  }
}

/** One with a key of its own, one meant for this type, one for any, one meant for another type. */
function scriptRank(script: Script, requestType: TicketFields['requestType']): number {
  if (script.key !== undefined) return 0
  if (script.for === undefined) return 2
  return requestType !== undefined && script.for.includes(requestType) ? 1 : 3
}
