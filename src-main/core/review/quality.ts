import { FailureError } from '#shared/base/result.ts'
import { boardText } from '#shared/catalogue/board.ts'
import type { Identity } from '#shared/contract/central-api.ts'
import type { CentreAddress } from '#shared/contract/process-messages.ts'
import type { SitePack } from '#shared/domain/site-pack.ts'
import { BoardDesk } from '../board/board-desk.ts'
import type { Clock } from '../clock.ts'
import type { Publish } from '../connections.ts'
import type { SiteKnowledge } from '../knowledge/site-knowledge.ts'
import type { Playable } from '../recordings/playable.ts'
import type { CallAudio } from '../recordings/call-audio.ts'
import type { CallRecord, RuleAtWork } from '../store/call-store.ts'
import type { Store } from '../store/open-store.ts'
import type { CallStaff } from '../store/review-store.ts'
import { CentreLink } from './centre-link.ts'
import { ReviewAudio } from './review-audio.ts'
import { ReviewDesk } from './review-desk.ts'
import type { QualityServices } from './review-handlers.ts'
import { ReviewReports } from './review-reports.ts'
import { RuleTrials } from './rule-trials.ts'
import { Rulebook } from './rulebook/rulebook.ts'
import { RulebookDesk } from './rulebook/rulebook-desk.ts'
import { centreAway } from '../sync/ask-centre.ts'

export interface QualityOptions {
  readonly store: Store
  readonly clock: Clock
  readonly newId: () => string
  readonly random: () => number
  readonly knowledge: () => SiteKnowledge
  readonly identity: () => Identity
  readonly live: () => CallRecord | undefined
  readonly callAudio: CallAudio
  readonly publish: Publish
  /** Something could not be saved. */
  readonly onFailure: (error: unknown) => void
}

/** Quality (质检) and the lead's board (班长看板) as one part of the core. */
export class Quality {
  readonly services: QualityServices
  readonly #options: QualityOptions
  readonly #trials: RuleTrials
  readonly #rulebook: Rulebook
  readonly #desk: ReviewDesk
  readonly #link: CentreLink

  constructor(options: QualityOptions) {
    const { store, clock, knowledge, publish } = options
    const pack = (): SitePack => knowledge().pack
    this.#options = options
    this.#trials = new RuleTrials(store, clock)
    const seat = (): CallStaff => {
      const { staffNumber, staffName, team = '' } = options.identity()
      return { staffNumber, staffName, team }
    }
    this.#rulebook = new Rulebook({
      ...options,
      trials: this.#trials,
      onChange: () => {
        publish('rulebook.changed', {})
        this.#desk.rulesChanged()
      },
    })
    this.#desk = new ReviewDesk({
      ...options,
      pack,
      seat,
      itemsAt: (startedAt) => this.#rulebook.itemsAt(startedAt),
      titles: () => this.#titles(),
      trials: this.#trials,
      playable: (callId) => this.#playable(callId),
      centralCounts: () => this.#link.counts,
      revealAtCentre: (callId, reason) => this.#link.reveal(callId, reason),
      onChange: () => this.#link.wake(),
    })
    const board = new BoardDesk({ ...options, pack, seat })
    const reviewAudio = new ReviewAudio((callId) => this.#open(callId))
    this.#link = new CentreLink({
      ...options,
      pack,
      desk: this.#desk,
      board,
      rulebook: this.#rulebook,
      roles: () => options.identity().roles,
    })
    const reports = new ReviewReports(this.#desk.entries, (caller) => this.#desk.lens(caller))
    this.services = {
      reviews: this.#desk,
      reports,
      reviewAudio,
      board,
      rulebook: new RulebookDesk({
        ...options,
        rulebook: this.#rulebook,
        entries: this.#desk.entries,
        standings: (norms) => this.#desk.standings(norms),
        client: () => this.#link.client,
      }),
      refresh: () => this.#link.wake(),
      whisper: async ({ staffNumber, text }) => {
        if (await this.#link.whisper(staffNumber, text)) return
        throw new FailureError(centreAway, boardText.notWhispered)
      },
    }
  }

  /** The version of a wording rule in use, and whether it is on trial. */
  ruleAtWork(rule: string): RuleAtWork {
    this.#trials.use(this.#options.knowledge().pack)
    return this.#trials.of(rule)
  }

  /** Puts what trainers changed over a pack that comes into use. */
  useKnowledge(knowledge: SiteKnowledge): void {
    try {
      this.#rulebook.use(knowledge)
    } catch (error) {
      this.#options.onFailure(error)
    }
  }

  callEnded(callId: string): void {
    this.#desk.callEnded(callId)
  }

  /** Begins to report, which works without a centre too. */
  start(): void {
    this.#link.start()
  }

  useCentre(address: CentreAddress): void {
    this.#link.useCentre(address)
  }

  stop(): void {
    this.#link.stop()
  }

  #titles(): ReadonlyMap<string, string> {
    const { norms } = this.#options.knowledge().shipped
    const packTitles = norms.toReversed().map(({ rule, title }) => [rule, title] as const)
    return new Map([...packTitles, ...this.#rulebook.givenTitles])
  }

  #playable(callId: string): boolean {
    const { store, callAudio } = this.#options
    const call = store.calls.get(callId)
    return call === undefined ? store.reviews.case(callId)?.audio === true : callAudio.playable(call)
  }

  #open(callId: string): Promise<Playable> {
    const { store, callAudio } = this.#options
    return store.calls.get(callId) === undefined ? this.#link.audio(callId) : callAudio.open(callId)
  }
}
