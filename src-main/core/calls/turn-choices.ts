import { FailureError } from '#shared/base/result.ts'
import { errorMessages } from '#shared/catalogue/errors.ts'
import { isEditableState, type TurnView } from '#shared/contract/views.ts'
import type { Clock } from '../clock.ts'
import type { Publish } from '../connections.ts'
import type { Store } from '../store/open-store.ts'
import type { CallSupport } from './call-support.ts'
import type { LiveCall } from './live-call.ts'
import { choose, viewOf, type TurnChoice, type TurnLayers } from './turn-layers.ts'

export interface TurnChoicesOptions {
  readonly store: Store
  readonly clock: Clock
  readonly support: CallSupport
  readonly publish: Publish
  /** The call that runs, if it is the one named. */
  readonly live: (callId: string) => LiveCall | undefined
}

/** What a person decides about the words of a turn: the second pass or the first, a name or the words as heard. */
export class TurnChoices {
  readonly #options: TurnChoicesOptions

  constructor(options: TurnChoicesOptions) {
    this.#options = options
  }

  /** Of a call that is over, the fields follow as long as its ticket can be edited. */
  choose(callId: string, index: number, choice: TurnChoice, by: string): TurnView {
    const { store, support, live } = this.#options
    const running = live(callId)
    const layers = running === undefined ? store.calls.turnLayers(callId) : undefined
    const turn = running?.turn(index) ?? layers?.[index]
    if (turn === undefined) throw new FailureError('not-found', errorMessages.turnNotFound)
    const said = layers?.map(viewOf) ?? running?.views ?? []
    const decided = choose(turn, choice, (words) => support.correct(words, said))
    if (decided === undefined) throw new FailureError('not-found', errorMessages.noSuchChoice)
    const audit = (): void => this.#audit(callId, turn, decided, by)
    return running?.put(decided, audit) ?? this.#keep(callId, decided, audit)
  }

  #keep(callId: string, turn: TurnLayers, audit: () => void): TurnView {
    const { store, publish, support } = this.#options
    const call = store.calls.get(callId)
    if (call === undefined) throw new FailureError('not-found', errorMessages.callNotFound)
    store.transaction(() => {
      store.calls.putTurn(callId, turn)
      audit()
    })
    const view = viewOf(turn)
    publish('call.turn', { callId, turn: view })
    const ticket = store.tickets.ofCall(callId)
    if (ticket !== undefined && isEditableState(ticket.state)) {
      support.heard(call, store.calls.turns(callId), view)
    }
    return view
  }

  #audit(callId: string, before: TurnLayers, after: TurnLayers, by: string): void {
    const { store, clock } = this.#options
    const ticket = store.tickets.ofCall(callId)
    if (ticket === undefined) return
    const words = (turn: TurnLayers) => ({ turn: turn.index, text: viewOf(turn).text })
    store.audit.add({
      at: clock.iso(),
      actor: by,
      action: 'turn-chosen',
      ticketId: ticket.ticketId,
      before: words(before),
      after: words(after),
    })
  }
}
