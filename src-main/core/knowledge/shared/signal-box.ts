import { knowledgeBatch, type Signal } from '#shared/contract/central-knowledge.ts'
import type { Turn } from '#shared/domain/call.ts'
import { unansweredQuestion, withoutPersonalData } from '#shared/domain/knowledge/unanswered.ts'
import type { Clock } from '../../clock.ts'
import type { Store } from '../../store/open-store.ts'
import type { KnowledgeClient } from './knowledge-client.ts'

/** Typing goes on: a search that found nothing counts when no other followed within so long, ms. */
const typingMs = 4_000
/** What was told the centre is kept for the seat's own list of questions, ms. */
const keptMs = 30 * 86_400_000

interface SignalBoxOptions {
  readonly store: Store
  readonly clock: Clock
  readonly newId: () => string
  /** Something waits to be sent. */
  readonly onAdded: () => void
}

/** What this seat has to tell of its answers: stored first, sent when the centre is there. */
export class SignalBox {
  readonly #options: SignalBoxOptions
  #typed: NodeJS.Timeout | undefined

  constructor(options: SignalBoxOptions) {
    this.#options = options
  }

  about(kind: 'read' | 'wrong' | 'expired', entryId: string, version: string, note = ''): void {
    this.#add((head) => ({ ...head, kind, entryId, version, note }))
  }

  /** A typed search: one that found nothing is a question without an answer, once the person has stopped typing. */
  searched(text: string, found: boolean): void {
    clearTimeout(this.#typed)
    if (!found) this.#typed = setTimeout(() => this.#ask(text), typingMs)
  }

  /** A call in which no answer was ever offered. */
  wentWithout(turns: readonly Turn[]): void {
    const question = unansweredQuestion(turns)
    if (question !== undefined) this.#ask(question)
  }

  async send(client: KnowledgeClient): Promise<void> {
    const { store, clock } = this.#options
    for (;;) {
      const signals = store.knowledge.signals.unsent(knowledgeBatch)
      if (signals.length === 0) break
      await client.signal(signals)
      store.transaction(() => store.knowledge.signals.sent(signals))
    }
    store.knowledge.signals.forget(clock.isoOf(clock.now() - keptMs))
  }

  stop(): void {
    clearTimeout(this.#typed)
  }

  #ask(words: string): void {
    const text = withoutPersonalData(words)
    if (text !== undefined) this.#add((head) => ({ ...head, kind: 'unanswered', text }))
  }

  #add(signal: (head: Pick<Signal, 'id' | 'at'>) => Signal): void {
    const { store, clock, newId, onAdded } = this.#options
    store.knowledge.signals.add(signal({ id: newId(), at: clock.iso() }))
    onAdded()
  }
}
