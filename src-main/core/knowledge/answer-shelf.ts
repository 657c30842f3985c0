import type { AnswerHitView } from '#shared/contract/views.ts'
import type { Turn } from '#shared/domain/call.ts'
import { toAnswer, type EntryContent } from '#shared/domain/knowledge/entry.ts'
import type { AnswerHit, AnswerIndex } from '#shared/domain/retrieval/answer-index.ts'
import { currentAnswers } from '#shared/domain/retrieval/current-answers.ts'
import type { Answer, SitePack } from '#shared/domain/site-pack.ts'
import { mostChanges, openAnswerIndex } from './answer-index-file.ts'

/** An answer in use, with what a ticket cites after the @. */
export interface ShelvedAnswer {
  readonly answer: Answer
  readonly version: string
}

/** What a publication makes of an entry at the seats: words to use, or nothing to be said any more. */
export interface Publication {
  readonly entryId: string
  readonly version: number
  readonly content: EntryContent | undefined
}

/** The answers that seats can be offered: those of the site pack, with what was published over them. */
export class AnswerShelf {
  readonly #pack: SitePack
  readonly #answers: Map<string, ShelvedAnswer>
  readonly #changed = new Set<string>()
  readonly #indexFile: string | undefined
  #index: AnswerIndex
  #reindexing: Promise<void> = Promise.resolve()

  /** `index` is that of the pack's answers; with many publications over them it is kept in `indexFile`, where one is given. */
  constructor(pack: SitePack, index: AnswerIndex, indexFile?: string) {
    this.#pack = pack
    this.#answers = new Map(pack.answers.map((answer) => [answer.id, { answer, version: pack.meta.version }]))
    this.#index = index
    this.#indexFile = indexFile
  }

  get size(): number {
    return this.#answers.size
  }

  get(id: string): ShelvedAnswer | undefined {
    return this.#answers.get(id)
  }

  /** Takes publications into use; the next search knows of them, or for hundreds at once one a moment later. */
  publish(publications: readonly Publication[]): Promise<void> {
    for (const { entryId, version, content } of publications) {
      if (content === undefined) this.#answers.delete(entryId)
      else this.#answers.set(entryId, { answer: toAnswer(entryId, content), version: String(version) })
    }
    return this.#reindex(publications.map(({ entryId }) => entryId))
  }

  /** Goes back to the pack's words for these entries. */
  restore(entryIds: readonly string[]): Promise<void> {
    const inPack = new Map(this.#pack.answers.map((answer) => [answer.id, answer]))
    for (const id of entryIds) {
      const answer = inPack.get(id)
      if (answer === undefined) this.#answers.delete(id)
      else this.#answers.set(id, { answer, version: this.#pack.meta.version })
    }
    return this.#reindex(entryIds)
  }

  /** One after another: each starts from the index that the one before left. */
  #reindex(ids: readonly string[]): Promise<void> {
    const mine = this.#reindexing.then(() => this.#takeIn(ids))
    this.#reindexing = mine.catch(() => undefined)
    return mine
  }

  async #takeIn(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#changed.add(id)
    if (this.#changed.size > mostChanges) {
      this.#changed.clear()
      const answers = Array.from(this.#answers.values(), ({ answer }) => answer)
      this.#index = await openAnswerIndex(answers, this.#pack.lexicon, this.#indexFile)
      return
    }
    const put = ids.flatMap((id) => this.#answers.get(id)?.answer ?? [])
    this.#index = this.#index.changed({ put, removed: ids.filter((id) => !this.#answers.has(id)) })
  }

  /** At most `top` that are in force on `today` (`YYYY-MM-DD`), best first. */
  search(
    query: { readonly text: string; readonly turns?: readonly Turn[] },
    top: number,
    today: string,
  ): AnswerHitView[] {
    // Twice as many as wanted, so that those not in force leave enough.
    return this.#index
      .search(query, top * 2)
      .flatMap((hit) => this.renewed(hit, today) ?? [])
      .slice(0, top)
  }

  /** What the hit says now; undefined where the answer is gone or not in force. */
  renewed({ id, score, matched }: AnswerHit, today: string): AnswerHitView | undefined {
    const shelved = this.#answers.get(id)
    if (shelved === undefined || currentAnswers([shelved.answer], today).length === 0) return undefined
    const { title, answer, category, expires, source } = shelved.answer
    return {
      id,
      version: shelved.version,
      title,
      answer,
      category,
      score,
      matched: [...matched],
      ...(expires === undefined ? {} : { expires }),
      ...(source === undefined ? {} : { source }),
    }
  }
}
