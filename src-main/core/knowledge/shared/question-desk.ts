import { FailureError } from '#shared/base/result.ts'
import type { EntryCheck, CoverageGroup, TrialHit } from '#shared/contract/knowledge-views.ts'
import type { Turn } from '#shared/domain/call.ts'
import { checkEntry } from '#shared/domain/knowledge/check-entry.ts'
import { groupQuestions, type AskedQuestion } from '#shared/domain/knowledge/coverage.ts'
import { explainHit } from '#shared/domain/knowledge/explain-hit.ts'
import { fromAnswer, type EntryContent } from '#shared/domain/knowledge/entry.ts'
import { overlap, pairsOf, plainText } from '#shared/domain/knowledge/likeness.ts'
import { measure } from '#shared/domain/knowledge/meters.ts'
import type { Clock } from '../../clock.ts'
import type { Store } from '../../store/open-store.ts'
import type { SiteKnowledge } from '../site-knowledge.ts'
import { centreAway } from '../../sync/ask-centre.ts'
import type { SharedKnowledge } from './shared-knowledge.ts'

/** Neighbours that an entry is held against. */
const neighbours = 8
/** Questions whose nearest entry is looked for, and phrasings proposed at once. */
const proposals = 12
/** From this likeness to a phrasing of the entry on, a question may be another one. */
const leastLikeness = 0.3
const recentDays = 90

/** What was really asked, and what the search makes of words (试问, 未命中, 查重). */
export class QuestionDesk {
  readonly #store: Store
  readonly #clock: Clock
  readonly #knowledge: () => SiteKnowledge
  readonly #shared: SharedKnowledge

  constructor(options: {
    readonly store: Store
    readonly clock: Clock
    readonly knowledge: () => SiteKnowledge
    readonly shared: SharedKnowledge
  }) {
    this.#store = options.store
    this.#clock = options.clock
    this.#knowledge = options.knowledge
    this.#shared = options.shared
  }

  check(entryId: string, content: EntryContent): EntryCheck {
    return {
      meters: measure(content.answer),
      findings: [
        ...checkEntry(content, {
          today: this.#clock.today(),
          neighbours: this.#neighbours(entryId, content),
        }),
      ],
    }
  }

  /** As a seat would be offered for these words, or for the turns where there are none. */
  rank(text: string, turns: readonly Turn[], top: number): TrialHit[] {
    const knowledge = this.#knowledge()
    return knowledge.search({ text, turns }, top).flatMap((hit): TrialHit[] => {
      const shelved = knowledge.answer(hit.id)
      if (shelved === undefined) return []
      const { title, answer } = shelved.answer
      return [
        {
          entryId: hit.id,
          title,
          version: shelved.version,
          answer,
          score: hit.score,
          matched: hit.matched,
          why: explainHit(fromAnswer(shelved.answer), hit.matched),
        },
      ]
    })
  }

  async coverage(days: number, limit: number): Promise<CoverageGroup[]> {
    const groups = groupQuestions(await this.#questions(days)).slice(0, limit)
    return groups.map((group) => {
      const nearest = this.#nearest(group.question)
      return { ...group, phrasings: [...group.phrasings], ...(nearest === undefined ? {} : { nearest }) }
    })
  }

  /** Questions without an answer that are like the entry's own phrasings, the most asked first. */
  async proposePhrasings(content: EntryContent): Promise<{ text: string; asked: number }[]> {
    const own = [content.title, ...content.similar]
    const pairs = own.map(pairsOf)
    const known = new Set(own.map(plainText))
    return (await this.#questions(recentDays))
      .filter(({ text }) => {
        const asked = pairsOf(text)
        return !known.has(plainText(text)) && pairs.some((mine) => overlap(mine, asked) >= leastLikeness)
      })
      .slice(0, proposals)
      .map(({ text, asked }) => ({ text, asked }))
  }

  async dismiss(texts: readonly string[]): Promise<void> {
    await this.#shared.atCentre((client) => client.dismiss(texts))
    this.#store.knowledge.signals.dropQuestions(texts)
  }

  /** Of all seats; this seat's own while the centre is away. */
  async #questions(days: number): Promise<readonly AskedQuestion[]> {
    try {
      return await this.#shared.atCentre((client) => client.unanswered(days))
    } catch (error) {
      if (!(error instanceof FailureError) || error.code !== centreAway) throw error
      const since = this.#clock.isoOf(this.#clock.now() - days * 86_400_000)
      return this.#store.knowledge.signals.unanswered(since)
    }
  }

  #nearest(question: string): { entryId: string; title: string } | undefined {
    const [hit] = this.#knowledge().search({ text: question }, 1)
    return hit && { entryId: hit.id, title: hit.title }
  }

  #neighbours(entryId: string, content: EntryContent): { entryId: string; content: EntryContent }[] {
    const knowledge = this.#knowledge()
    const found = [content.title, ...content.similar.slice(0, 2)]
      .filter((text) => text.trim() !== '')
      .flatMap((text) => knowledge.search({ text }, neighbours).map(({ id }) => id))
    const sameTitle = this.#store.knowledge.entries.idOfTitle(content.title)
    const ids = new Set([...(sameTitle === undefined ? [] : [sameTitle]), ...found])
    ids.delete(entryId)
    return [...ids].flatMap((id) => {
      const shelved = knowledge.answer(id)
      const known =
        shelved === undefined ? this.#store.knowledge.entries.get(id)?.content : fromAnswer(shelved.answer)
      return known === undefined ? [] : [{ entryId: id, content: known }]
    })
  }
}
