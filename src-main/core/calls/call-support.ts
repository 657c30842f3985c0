import type { AnswerHitView, Settings, TurnView } from '#shared/contract/views.ts'
import type { Correction } from '#shared/domain/correction/correction.ts'
import { chooseSure } from '#shared/domain/correction/choose-sure.ts'
import type { WordingFlag } from '#shared/domain/wording-flag.ts'
import type { Publish } from '../connections.ts'
import type { SiteKnowledge } from '../knowledge/site-knowledge.ts'
import type { CallRecord } from '../store/call-store.ts'
import type { Store } from '../store/open-store.ts'
import type { TicketDesk } from '../tickets/ticket-desk.ts'

/** At most so many answers are offered at once (docs: three fit without scrolling). */
const offered = 3
/** Districts and roads that were said in so many turns before tell which of two names is meant. */
const rememberedTurns = 40

/** What helps while a call runs: fields from the words, answers for the citizen's matter, cautions on the seat's wording. */
export class CallSupport {
  readonly #store: Store
  readonly #knowledge: () => SiteKnowledge
  readonly #tickets: TicketDesk
  readonly #publish: Publish
  readonly #correctionMode: () => Settings['correction']
  readonly #offered = new Map<string, readonly AnswerHitView[]>()

  constructor(services: {
    readonly store: Store
    readonly knowledge: () => SiteKnowledge
    readonly tickets: TicketDesk
    readonly publish: Publish
    readonly correctionMode: () => Settings['correction']
  }) {
    this.#store = services.store
    this.#knowledge = services.knowledge
    this.#tickets = services.tickets
    this.#publish = services.publish
    this.#correctionMode = services.correctionMode
  }

  /** Names that words of this call may have meant, with those put in at once that are sure, where that is wanted. */
  correct(words: string, turns: readonly TurnView[]): readonly Correction[] {
    const mode = this.#correctionMode()
    if (mode === 'off') return []
    const said = turns.slice(-rememberedTurns).map((turn) => turn.text)
    const found = this.#knowledge().corrector.find(words, said)
    return mode === 'automatic' ? chooseSure(found) : found
  }

  /** After every turn that is new or has changed, with all turns so far. */
  heard(call: CallRecord, turns: readonly TurnView[], changed = turns.at(-1)): void {
    const knowledge = this.#knowledge()
    this.#tickets.heard(call.callId, knowledge.understanding.understand(turns, call))
    this.#flag(call.callId, knowledge.wording.check(turns))
    if (changed?.speaker === 'citizen') this.#offer(call.callId, turns)
  }

  ended(call: CallRecord, turns: readonly TurnView[]): void {
    this.#flag(call.callId, this.#knowledge().wording.check(turns, true))
  }

  /** The answers on offer; worked out again for a call that another process began. */
  answers(callId: string, turns: readonly TurnView[]): AnswerHitView[] {
    return [...(this.#offered.get(callId) ?? this.#knowledge().search({ text: '', turns }, offered))]
  }

  #flag(callId: string, flags: readonly WordingFlag[]): void {
    const added = this.#store.transaction(() =>
      flags.filter((flag) => this.#store.calls.addFlag(callId, flag)),
    )
    for (const flag of added) this.#publish('call.flag', { callId, flag })
  }

  #offer(callId: string, turns: readonly TurnView[]): void {
    const answers = this.#knowledge().search({ text: '', turns }, offered)
    // Words that fit nothing (a phone number, 好的) leave the last answers in sight.
    if (answers.length === 0 || sameAnswers(answers, this.#offered.get(callId) ?? [])) return
    this.#offered.set(callId, answers)
    this.#publish('call.answers', { callId, answers })
  }
}

function sameAnswers(left: readonly AnswerHitView[], right: readonly AnswerHitView[]): boolean {
  return left.length === right.length && left.every((answer, index) => answer.id === right[index]?.id)
}
