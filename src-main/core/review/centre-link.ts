import { isDeepStrictEqual } from 'node:util'
import { FailureError, unwrap } from '#shared/base/result.ts'
import { reviewText } from '#shared/catalogue/review.ts'
import type { CentreAddress } from '#shared/contract/process-messages.ts'
import type { ReviewCase } from '#shared/domain/review/review-case.ts'
import type { RuleCounts } from '#shared/domain/review/rule-counts.ts'
import type { BoardDesk } from '../board/board-desk.ts'
import { decodePackets, type Packet } from '../recordings/packet.ts'
import { playablePackets, type Playable } from '../recordings/playable.ts'
import { exchangeReviews, type ExchangeOptions } from './exchange.ts'
import { KeptResults } from './kept-results.ts'
import { ReviewClient } from './review-client.ts'
import type { Rulebook } from './rulebook/rulebook.ts'
import { centreAway } from '../sync/ask-centre.ts'

export interface CentreLinkOptions extends ExchangeOptions {
  readonly board: BoardDesk
  readonly rulebook: Rulebook
  /** Uniform in [0, 1). */
  readonly random: () => number
  /** Something could not be saved. */
  readonly onFailure: (error: unknown) => void
}

/** How often a seat says how it is; a thousand of them ask the centre 200 times a second. */
const beatMs = 5_000
/** Reviews are exchanged with every so many beats, and soon after something was done. */
const beatsPerExchange = 6
const soonMs = 300
/** Recordings of other seats kept in memory. */
const keptRecordings = 3

/** What this client shares with the others by the centre: reviews, the lead's board, whispers (耳语). */
export class CentreLink {
  readonly #options: CentreLinkOptions
  readonly #recordings = new KeptResults<Playable>(keptRecordings)
  #client: ReviewClient | undefined
  #counts: readonly RuleCounts[] = []
  #beats = 0
  #beatTimer: NodeJS.Timeout | undefined
  #soonTimer: NodeJS.Timeout | undefined
  #exchanging = false
  /** Something was done while an exchange was on its way. */
  #again = false
  #stopped = false

  constructor(options: CentreLinkOptions) {
    this.#options = options
  }

  /** Verdicts on rules, of every seat. */
  get counts(): readonly RuleCounts[] {
    return this.#counts
  }

  /** Undefined while no centre is known. */
  get client(): ReviewClient | undefined {
    return this.#client
  }

  start(): void {
    const next = (): void => {
      const pause = beatMs * (0.9 + 0.2 * this.#options.random())
      this.#beatTimer = setTimeout(
        () => void this.#beat().finally(() => !this.#stopped && next()),
        pause,
      ).unref()
    }
    next()
  }

  useCentre(address: CentreAddress): void {
    this.#client = new ReviewClient(address)
    this.wake()
  }

  /** Something waits to be sent. */
  wake(): void {
    if (this.#stopped || this.#soonTimer !== undefined) return
    this.#soonTimer = setTimeout(() => {
      this.#soonTimer = undefined
      void this.#exchange()
    }, soonMs).unref()
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#beatTimer)
    clearTimeout(this.#soonTimer)
  }

  /** False where the centre is away; throws a FailureError where it refuses. */
  async whisper(staffNumber: string, text: string): Promise<boolean> {
    const sent = await this.#client?.whisper(staffNumber, text)
    if (sent === undefined || (!sent.ok && sent.error.code === centreAway)) return false
    unwrap(sent)
    return true
  }

  /** A call of another seat, unmasked. */
  async reveal(callId: string, reason: string): Promise<ReviewCase> {
    if (this.#client === undefined) throw new FailureError(centreAway, reviewText.centreAway)
    return unwrap(await this.#client.reveal(callId, reason))
  }

  /** The sound of a call of another seat. */
  audio(callId: string): Promise<Playable> {
    return this.#recordings.get(callId, () => this.#fetch(callId).then(playablePackets))
  }

  async #fetch(callId: string): Promise<readonly Packet[]> {
    if (this.#client === undefined) throw new FailureError(centreAway, reviewText.centreAway)
    const packets: Packet[] = []
    for (let piece = 0; ; piece += 1) {
      const answer = await this.#client.audio(callId, piece)
      if (!answer.ok && answer.error.code === 'not-found') {
        throw new FailureError('no-recording', reviewText.noAudioHere)
      }
      const { base64, last } = unwrap(answer)
      packets.push(...decodePackets(Buffer.from(base64, 'base64')))
      if (last) return packets
    }
  }

  async #beat(): Promise<void> {
    const { board, roles, publish, clock, onFailure } = this.#options
    const isLead = roles().includes('lead')
    try {
      if (this.#client !== undefined) {
        const whispers = await this.#client.report(board.report())
        for (const whisper of whispers ?? []) publish('board.whispered', whisper)
        if (isLead) {
          const reports = await this.#client.reports()
          board.receive(reports?.map(({ report, ageMs }) => ({ report, at: clock.now() - ageMs })))
        }
      }
      if (this.#stopped) return
      if (isLead) board.publishChanges()
    } catch (error) {
      if (!this.#stopped) onFailure(error)
    }
    this.#beats += 1
    if (this.#beats % beatsPerExchange === 0) await this.#exchange()
  }

  async #exchange(): Promise<void> {
    const client = this.#client
    if (client === undefined || this.#stopped) return
    this.#again = this.#exchanging
    if (this.#exchanging) return
    this.#exchanging = true
    try {
      await this.#options.rulebook.pull(client)
      await exchangeReviews(client, this.#options)
      await this.#readCounts(client)
    } catch (error) {
      // The store is closed under an exchange that was on its way.
      if (!this.#isStopped()) this.#options.onFailure(error)
    } finally {
      this.#exchanging = false
      if (this.#again) this.wake()
    }
  }

  /** Verdicts that other reviewers gave may end a trial here. */
  async #readCounts(client: ReviewClient): Promise<void> {
    const counts = await client.ruleCounts()
    if (counts === undefined || isDeepStrictEqual(counts, this.#counts)) return
    this.#counts = counts
    this.#options.desk.rulesChanged()
  }

  #isStopped(): boolean {
    return this.#stopped
  }
}
