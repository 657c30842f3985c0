import type { Failure } from '#shared/base/result.ts'
import { speechModelText } from '#shared/catalogue/speech-models.ts'
import type { AsrCommand, AsrEvent } from '#shared/contract/process-messages.ts'
import type { ModelLibrary } from '../../models/library.ts'
import type { Model } from '../../models/manifest.ts'

/** Hashing and loading a large model from a slow disk; more than this is a recogniser that cannot be had. */
const patienceMs = 90_000

/** How the trial of a model went. */
export type Probed = Extract<AsrEvent, { type: 'probed' }>

const unanswered: Failure = {
  code: 'model-probe-unanswered',
  message: speechModelText.probeUnanswered,
}

/** Lets asr try models: core itself must not come near the speech library. */
export class AsrTrials {
  readonly #send: (command: AsrCommand) => void
  readonly #newId: () => string
  readonly #waiting = new Map<string, (problem: Failure | undefined) => void>()

  constructor(send: (command: AsrCommand) => void, newId: () => string) {
    this.#send = send
    this.#newId = newId
  }

  /** What keeps the model from being used, if anything does; it is looked for where the library looks for it. */
  tryOut({ folders }: ModelLibrary, model: Model): Promise<Failure | undefined> {
    const request = this.#newId()
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle(request, unanswered), patienceMs)
      timer.unref()
      this.#waiting.set(request, (problem) => {
        clearTimeout(timer)
        resolve(problem)
      })
      const { installed } = folders
      this.#send({
        type: 'probe',
        request,
        modelId: model.id,
        ...(installed === undefined ? {} : { installed }),
      })
    })
  }

  answered({ request, problem }: Probed): void {
    this.#settle(request, problem)
  }

  /** Whatever asr was trying, the next one knows nothing of it. */
  down(): void {
    for (const request of this.#waiting.keys()) this.#settle(request, unanswered)
  }

  #settle(request: string, problem: Failure | undefined): void {
    this.#waiting.get(request)?.(problem)
    this.#waiting.delete(request)
  }
}
