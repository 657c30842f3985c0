import { noticeMessages } from '#shared/catalogue/errors.ts'
import type { AsrEvent } from '#shared/contract/process-messages.ts'
import type { RecogniserView } from '#shared/contract/views.ts'
import type { Publish } from '../connections.ts'

/** How the recogniser is doing, as the clients see it; a change for the worse is told in one calm line. */
export class RecogniserState {
  readonly #publish: Publish
  readonly #restartAsr: () => void
  #isRestartWanted = false
  #view: RecogniserView = { state: 'loading', model: '', note: '', punctuation: false }

  constructor(publish: Publish, restartAsr: () => void) {
    this.#publish = publish
    this.#restartAsr = restartAsr
  }

  get view(): RecogniserView {
    return this.#view
  }

  ready({ model, note, secondPass, punctuation, troubles = [] }: Extract<AsrEvent, { type: 'ready' }>): void {
    if (this.#view.state === 'restarting') this.#notice('asr-back', noticeMessages.asrBack)
    this.#set({
      state: 'ready',
      model,
      note,
      punctuation,
      ...(secondPass === undefined ? {} : { secondPass: { model: secondPass, skipping: false } }),
    })
    for (const trouble of troubles) this.#notice('model-unusable', trouble)
  }

  failed(message: string): void {
    this.#set({ state: 'failed', model: this.#view.model, note: message, punctuation: false })
  }

  /** Another model, or other hot words: asr starts anew, and nobody need be told. */
  restart(): void {
    this.#isRestartWanted = true
    this.#restartAsr()
  }

  /** The process has ended; the host starts another. */
  down(): void {
    const isWanted = this.#isRestartWanted
    this.#isRestartWanted = false
    this.#set({ ...this.#view, state: isWanted ? 'loading' : 'restarting' })
    if (!isWanted) this.#notice('asr-restarting', noticeMessages.asrRestarting)
  }

  /** The second pass is left out for a while, or goes on. */
  secondPass(skipping: boolean): void {
    const { secondPass } = this.#view
    if (secondPass === undefined || secondPass.skipping === skipping) return
    this.#set({ ...this.#view, secondPass: { ...secondPass, skipping } })
    if (skipping) this.#notice('second-pass-skipped', noticeMessages.secondPassSkipped)
  }

  #set(view: RecogniserView): void {
    this.#view = view
    this.#publish('recogniser.changed', view)
  }

  #notice(code: string, message: string): void {
    this.#publish('notice', { code, message })
  }
}
