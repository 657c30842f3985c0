import * as z from 'zod'
import type { BoardReport } from '#shared/contract/board-report.ts'
import type { Whisper } from '#shared/contract/board-views.ts'
import {
  audioPieceSchema,
  boardReportsSchema,
  casePageSchema,
  eventPageSchema,
  eventResultSchema,
  reviewPaths,
  ruleCountsSchema,
  whispersSchema,
  type AudioPiece,
  type BoardReports,
  type CasePage,
  type EventPage,
  type EventResult,
} from '#shared/contract/central-review.ts'
import { revisionPageSchema, rulebookPaths, type RevisionOrder } from '#shared/contract/central-rulebook.ts'
import type { CentreAddress } from '#shared/contract/process-messages.ts'
import type { Result } from '#shared/base/result.ts'
import { reviewCaseSchema, type ReviewCase } from '#shared/domain/review/review-case.ts'
import type { ReviewEvent } from '#shared/domain/review/review-event.ts'
import type { RuleCounts } from '#shared/domain/review/rule-counts.ts'
import { rulebookRevisionSchema, type RulebookRevision } from '#shared/domain/review/rulebook.ts'
import { askCentre } from '../sync/ask-centre.ts'

const nothing = z.object({})

/** The review part of the central API. Failures are values: `centre-away` where the same may succeed later. */
export class ReviewClient {
  readonly #address: CentreAddress

  constructor(address: CentreAddress) {
    this.#address = address
  }

  sendCase(review: ReviewCase): Promise<Result<object>> {
    return this.#ask(nothing, reviewPaths.cases, review)
  }

  sendEvents(events: readonly ReviewEvent[]): Promise<Result<EventResult>> {
    return this.#ask(eventResultSchema, reviewPaths.events, { events })
  }

  sendAudio(callId: string, piece: AudioPiece): Promise<Result<object>> {
    return this.#ask(nothing, `${pathOf(callId)}/audio`, piece)
  }

  cases(after: number): Promise<Result<CasePage>> {
    return this.#ask(casePageSchema, `${reviewPaths.cases}?after=${after}`)
  }

  events(after: number): Promise<Result<EventPage>> {
    return this.#ask(eventPageSchema, `${reviewPaths.events}?after=${after}`)
  }

  audio(callId: string, piece: number): Promise<Result<AudioPiece>> {
    return this.#ask(audioPieceSchema, `${pathOf(callId)}/audio/${piece}`)
  }

  /** The call unmasked; the centre puts it on record. */
  reveal(callId: string, reason: string): Promise<Result<ReviewCase>> {
    return this.#ask(reviewCaseSchema, `${pathOf(callId)}/reveal`, { reason })
  }

  async ruleCounts(): Promise<readonly RuleCounts[] | undefined> {
    const answer = await this.#ask(ruleCountsSchema, reviewPaths.rules)
    return answer.ok ? answer.value.counts : undefined
  }

  /** Says how this seat is; gives what was whispered to it since. */
  async report(report: BoardReport): Promise<readonly Whisper[] | undefined> {
    const answer = await this.#ask(whispersSchema, reviewPaths.reports, report)
    return answer.ok ? answer.value.whispers : undefined
  }

  async reports(): Promise<BoardReports['reports'] | undefined> {
    const answer = await this.#ask(boardReportsSchema, reviewPaths.reports)
    return answer.ok ? answer.value.reports : undefined
  }

  whisper(staffNumber: string, text: string): Promise<Result<object>> {
    return this.#ask(nothing, reviewPaths.whispers, { staffNumber, text })
  }

  /** Versions of rules and scorecard (规则、评分表) after a position. */
  revisions(after: number): Promise<Result<z.infer<typeof revisionPageSchema>>> {
    return this.#ask(revisionPageSchema, `${rulebookPaths.revisions}?after=${after}`)
  }

  saveRevision(order: RevisionOrder): Promise<Result<RulebookRevision>> {
    return this.#ask(rulebookRevisionSchema, rulebookPaths.revisions, order)
  }

  #ask<Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    body?: object,
  ): Promise<Result<z.output<Schema>>> {
    return askCentre(this.#address, schema, path, { body })
  }
}

function pathOf(callId: string): string {
  return `${reviewPaths.cases}/${encodeURIComponent(callId)}`
}
