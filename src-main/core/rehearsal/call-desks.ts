import { FailureError } from '#shared/base/result.ts'
import { rehearsalText } from '#shared/catalogue/rehearsal.ts'
import type { Caller } from '#shared/contract/dispatcher.ts'
import type { CallDesk } from '../calls/call-desk.ts'
import type { CallSupport } from '../calls/call-support.ts'
import { TurnChoices } from '../calls/turn-choices.ts'
import type { Clock } from '../clock.ts'
import type { Publish } from '../connections.ts'
import type { Store } from '../store/open-store.ts'
import type { TicketDesk } from '../tickets/ticket-desk.ts'

/** A store of calls with the desks that work on it: the seat's own, or the rehearsal room's. */
export interface CallDesks {
  readonly store: Store
  readonly calls: CallDesk
  readonly tickets: TicketDesk
  readonly choices: TurnChoices
}

export function callDesks(parts: {
  readonly store: Store
  readonly calls: CallDesk
  readonly tickets: TicketDesk
  readonly support: CallSupport
  readonly clock: Clock
  readonly publish: Publish
}): CallDesks {
  const { store, calls, tickets } = parts
  return { store, calls, tickets, choices: new TurnChoices({ ...parts, live: (id) => calls.following(id) }) }
}

/** Whoever works on real calls; a trainer has rehearsals alone. */
function isSeat({ roles }: Caller): boolean {
  return roles.includes('operator') || roles.includes('lead')
}

/** Leads each procedure to the desks that have its call or ticket. */
export class DeskFinder {
  readonly own: CallDesks
  readonly #rehearsals: () => CallDesks | undefined

  /** `rehearsals`: the room's desks; undefined where nobody ever rehearsed here. */
  constructor(own: CallDesks, rehearsals: () => CallDesks | undefined) {
    this.own = own
    this.#rehearsals = rehearsals
  }

  /** The desks that have a call, to look at it; the seat's own where nobody has it. */
  holding(callId: string): CallDesks {
    return this.#holder((store) => store.calls.get(callId) !== undefined)
  }

  /** The desks that have a call, to work on it; `forbidden` to a trainer where it is a real one. */
  ofCall(callId: string, caller: Caller): CallDesks {
    return this.#admit(this.holding(callId), caller)
  }

  /** The desks that have a ticket, to work on it; `forbidden` to a trainer where it is a real one. */
  ofTicket(ticketId: string, caller: Caller): CallDesks {
    return this.#admit(
      this.#holder((store) => store.tickets.get(ticketId) !== undefined),
      caller,
    )
  }

  /** The desks that a real call begins on. */
  forReal(caller: Caller): CallDesks {
    return this.#admit(this.own, caller)
  }

  #holder(has: (store: Store) => boolean): CallDesks {
    if (has(this.own.store)) return this.own
    const room = this.#rehearsals()
    return room !== undefined && has(room.store) ? room : this.own
  }

  #admit(desks: CallDesks, caller: Caller): CallDesks {
    if (desks === this.own && !isSeat(caller))
      throw new FailureError('forbidden', rehearsalText.onlyRealSeats)
    return desks
  }
}
