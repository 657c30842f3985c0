import { localIso } from '#shared/base/local-time.ts'
import type { BoardReport } from '#shared/contract/board-report.ts'
import type { Board } from '#shared/contract/board-views.ts'
import type { SitePack } from '#shared/domain/site-pack.ts'
import type { Clock } from '../clock.ts'
import type { Publish } from '../connections.ts'
import type { CallRecord } from '../store/call-store.ts'
import type { Store } from '../store/open-store.ts'
import type { CallStaff } from '../store/review-store.ts'
import { makeBoard, type ReceivedReport } from './make-board.ts'
import { reportSeat, reportTickets } from './make-report.ts'

export interface BoardDeskOptions {
  readonly store: Store
  readonly clock: Clock
  readonly pack: () => SitePack
  readonly seat: () => CallStaff
  /** The call that runs. */
  readonly live: () => CallRecord | undefined
  readonly publish: Publish
}

/** Calls whose ticket may still have a clock that runs: 15 working days, the longest of the norm, and a holiday. */
const daysBack = 31
/** What the tickets tell is read anew when it is older than this; clocks are in hours. */
const freshMs = 30_000

/** The lead's board (班长看板): this seat's own report, and the board made from all of them. */
export class BoardDesk {
  readonly #options: BoardDeskOptions
  #tickets: { readonly at: number; readonly report: Omit<BoardReport, 'seat'> } | undefined
  #others: readonly ReceivedReport[] = []
  #centre: Board['centre'] = 'offline'
  #shown = ''

  constructor(options: BoardDeskOptions) {
    this.#options = options
  }

  /** What this seat tells the others. */
  report(): BoardReport {
    const { store, seat, live } = this.#options
    const call = live()
    const draft = call === undefined ? undefined : store.tickets.ofCall(call.callId)?.draft
    return { seat: reportSeat(seat(), call, draft), ...this.#ofTickets() }
  }

  view(): Board {
    const now = this.#options.clock.now()
    return makeBoard({ report: this.report(), at: now }, this.#others, this.#centre, now)
  }

  /** Reads this seat's tickets now, and gives the board. */
  refreshed(): Board {
    this.#tickets = undefined
    return this.view()
  }

  /** What the centre says of all seats; undefined where it could not be asked. */
  receive(reports: readonly ReceivedReport[] | undefined): void {
    this.#centre = reports === undefined ? 'offline' : 'online'
    this.#others = reports ?? this.#others
  }

  /** Tells the pages of this client, where something is different from what they were told. */
  publishChanges(): void {
    const board = this.view()
    const shown = JSON.stringify({
      ...board,
      at: '',
      seats: board.seats.map((seat) => ({ ...seat, seenAt: '' })),
    })
    if (shown === this.#shown) return
    this.#shown = shown
    this.#options.publish('board.changed', board)
  }

  #ofTickets(): Omit<BoardReport, 'seat'> {
    const { store, clock, pack, seat } = this.#options
    const now = clock.now()
    if (this.#tickets === undefined || now - this.#tickets.at > freshMs) {
      const tickets = store.board.ticketsSince(localIso(now - daysBack * 86_400_000))
      this.#tickets = { at: now, report: reportTickets(seat(), tickets, pack(), now) }
    }
    return this.#tickets.report
  }
}
