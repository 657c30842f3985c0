import type { SeatConnection } from '../connection/seat-connection.ts'
import type { AnswersActions } from './answers-actions.ts'
import type { AnswersStore } from './answers-store.ts'
import type { CallActions } from './call-actions.ts'
import type { CallStore } from './call-store.ts'
import type { SessionStore } from './session-store.ts'
import type { TicketActions } from './ticket-actions.ts'
import type { TicketStore } from './ticket-store.ts'
import type { UiStore } from './ui-store.ts'

export interface DeskStores {
  readonly session: SessionStore
  readonly call: CallStore
  readonly ticket: TicketStore
  readonly answers: AnswersStore
  readonly ui: UiStore
}

/** Everything behind the screen: the stores, and what can be done to them. */
export interface Desk {
  readonly connection: SeatConnection
  readonly stores: DeskStores
  readonly calls: CallActions
  readonly ticket: TicketActions
  readonly answers: AnswersActions
  readonly notify: (message: string) => void
  readonly dismissNotice: () => void
  readonly fail: (error: unknown) => void
  readonly loadRecordings: () => Promise<void>
  /** Marks the nudge on screen, and the older ones behind it, as seen. */
  readonly closeNudge: () => void
}
