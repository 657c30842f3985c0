import * as z from 'zod'
import { FailureError } from '#shared/base/result.ts'
import { knowledgeText } from '#shared/catalogue/knowledge.ts'
import {
  adoptionSchema,
  entryRevisionSchema,
  incrementPageSchema,
  knowledgePaths,
  saveResultSchema,
  signingKeySchema,
  stampedEntriesSchema,
  stepResultSchema,
  unansweredSchema,
  type Adoption,
  type EntryRevision,
  type EntrySave,
  type EntryStep,
  type IncrementPage,
  type SaveResult,
  type Signal,
  type StepResult,
  type Unanswered,
} from '#shared/contract/central-knowledge.ts'
import type { CentreAddress } from '#shared/contract/process-messages.ts'
import { askCentre, centreAway } from '../../sync/ask-centre.ts'

/**
 * The knowledge part of the central API. Everything throws a {@link FailureError} where it cannot be had: `centre-away` where the
 * same may succeed later, else the centre's own code in its own words.
 */
export class KnowledgeClient {
  readonly #address: CentreAddress

  constructor(address: CentreAddress) {
    this.#address = address
  }

  async publicKey(): Promise<string> {
    return (await this.#ask(signingKeySchema, knowledgePaths.key)).publicKey
  }

  changes(after: number): Promise<IncrementPage> {
    return this.#ask(incrementPageSchema, `${knowledgePaths.changes}?after=${after}`)
  }

  async entries(after: number): Promise<z.infer<typeof stampedEntriesSchema>['entries']> {
    return (await this.#ask(stampedEntriesSchema, `${knowledgePaths.entries}?after=${after}`)).entries
  }

  async adoption(after: number): Promise<readonly Adoption[]> {
    const page = z.object({ adoption: z.array(adoptionSchema) })
    return (await this.#ask(page, `${knowledgePaths.adoption}?after=${after}`)).adoption
  }

  async revisions(entryId: string): Promise<EntryRevision[]> {
    const path = `${knowledgePaths.entries}/${encodeURIComponent(entryId)}/revisions`
    return (await this.#ask(z.object({ revisions: z.array(entryRevisionSchema) }), path)).revisions
  }

  async save(saves: readonly EntrySave[]): Promise<readonly SaveResult[]> {
    const answer = z.object({ results: z.array(saveResultSchema).length(saves.length) })
    return (await this.#ask(answer, knowledgePaths.saves, { saves })).results
  }

  async step(steps: readonly EntryStep[]): Promise<readonly StepResult[]> {
    const answer = z.object({ results: z.array(stepResultSchema).length(steps.length) })
    return (await this.#ask(answer, knowledgePaths.steps, { steps })).results
  }

  async signal(signals: readonly Signal[]): Promise<void> {
    await this.#ask(z.object({ taken: z.number() }), knowledgePaths.signals, { signals })
  }

  async unanswered(days: number): Promise<readonly Unanswered[]> {
    const page = z.object({ questions: z.array(unansweredSchema) })
    return (await this.#ask(page, `${knowledgePaths.unanswered}?days=${days}`)).questions
  }

  async dismiss(texts: readonly string[]): Promise<void> {
    await this.#ask(z.object({ dismissed: z.number() }), knowledgePaths.dismissals, { texts })
  }

  async #ask<Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    body?: object,
  ): Promise<z.output<Schema>> {
    const answer = await askCentre(this.#address, schema, path, { body })
    if (answer.ok) return answer.value
    const { code, message } = answer.error
    throw code === centreAway ? knowledgeAway() : new FailureError(code, knowledgeText.centreRefused(message))
  }
}

/** What is thrown where the centre cannot be had. */
export function knowledgeAway(): FailureError {
  return new FailureError(centreAway, knowledgeText.centreAway)
}
