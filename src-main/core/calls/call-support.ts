import type { AnswerHitView, Settings, TurnView } from '#shared/contract/views.ts'
import type { Correction } from '#shared/domain/correction/correction.ts'
import { chooseSure } from '#shared/domain/correction/choose-sure.ts'
import { isTrivialTurn, settleAnswers } from '#shared/domain/retrieval/settle-answers.ts'
import type { WordingFlag } from '#shared/domain/wording-flag.ts'
import type { Publish } from '../connections.ts'
import type { SiteKnowledge } from '../knowledge/site-knowledge.ts'
import type { CallRecord, RuleAtWork } from '../store/call-store.ts'
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
  readonly #ruleAtWork: (rule: string) => RuleAtWork
  readonly #wentWithout: (turns: readonly TurnView[]) => void
  readonly #offered = new Map<string, readonly AnswerHitView[]>()

  constructor(services: {
    readonly store: Store
    readonly knowledge: () => SiteKnowledge
    readonly tickets: TicketDesk
    readonly publish: Publish
    readonly correctionMode: () => Settings['correction']
    /** The version of a rule that is in use, and whether it is on trial. */
    readonly ruleAtWork: (rule: string) => RuleAtWork
    /** A call ended in which no answer was ever offered. */
    readonly wentWithout: (turns: readonly TurnView[]) => void
  }) {
    this.#store = services.store
    this.#knowledge = services.knowledge
    this.#tickets = services.tickets
    this.#publish = services.publish
    this.#correctionMode = services.correctionMode
    this.#ruleAtWork = services.ruleAtWork
    this.#wentWithout = services.wentWithout
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
    this.#flag(call.callId, knowledge.wording.check(turns, false, dayOf(call)))
    if (changed?.speaker === 'citizen' && !isTrivialTurn(changed)) this.#offer(call.callId, turns)
  }

  ended(call: CallRecord, turns: readonly TurnView[]): void {
    this.#flag(call.callId, this.#knowledge().wording.check(turns, true, dayOf(call)))
    if (!this.#offered.has(call.callId)) this.#wentWithout(turns)
  }

  /** Answers were published or retired: what is on offer says the new words, and nothing that no longer holds. */
  answersChanged(): void {
    const knowledge = this.#knowledge()
    for (const [callId, shown] of this.#offered) {
      const answers = shown.flatMap((hit) => knowledge.renewed(hit) ?? [])
      if (sameAnswers(answers, shown)) continue
      this.#offered.set(callId, answers)
      this.#publish('call.answers', { callId, answers })
    }
  }

  /** The answers on offer; worked out again for a call that another process began. */
  answers(callId: string, turns: readonly TurnView[]): AnswerHitView[] {
    return [...(this.#offered.get(callId) ?? this.#knowledge().search({ text: '', turns }, offered))]
  }

  #flag(callId: string, flags: readonly WordingFlag[]): void {
    const added = this.#store.transaction(() =>
      flags
        .map((flag) => ({ flag, rule: this.#ruleAtWork(flag.rule) }))
        .filter(({ flag, rule }) => this.#store.calls.addFlag(callId, flag, rule)),
    )
    for (const { flag, rule } of added) {
      if (!rule.silent) this.#publish('call.flag', { callId, flag })
    }
  }

  #offer(callId: string, turns: readonly TurnView[]): void {
    const shown = this.#offered.get(callId) ?? []
    // A newcomer has to be clearly better: an answer that is being read must not jump away.
    const found = this.#knowledge().search({ text: '', turns }, offered)
    const answers = [...settleAnswers(shown, found, offered)]
    // Words that fit nothing (a phone number, 好的) leave the last answers in sight.
    if (found.length === 0 || answers.length === 0) return
    this.#offered.set(callId, answers)
    if (!sameAnswers(answers, shown)) this.#publish('call.answers', { callId, answers })
  }
}

/** `YYYY-MM-DD`: rules that come into force later do not judge the call. */
function dayOf({ startedAt }: CallRecord): string {
  return startedAt.slice(0, 10)
}

function sameAnswers(left: readonly AnswerHitView[], right: readonly AnswerHitView[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ id, version }, index) => id === right[index]?.id && version === right[index].version)
  )
}
