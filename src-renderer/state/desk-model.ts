import type { SeatConnection } from '../connection/seat-connection.ts'
import type { AnswersActions } from './answers-actions.ts'
import type { AnswersStore } from './answers-store.ts'
import type { CallActions } from './call-actions.ts'
import type { CallStore } from './call-store.ts'
import type { DeviceActions } from './device-actions.ts'
import type { DeviceStore } from './device-store.ts'
import type { Playback, PlaybackStore } from './playback.ts'
import type { SessionStore } from './session-store.ts'
import type { SettingActions } from './setting-actions.ts'
import type { TicketActions } from './ticket-actions.ts'
import type { TicketStore } from './ticket-store.ts'
import type { TurnActions } from './turn-actions.ts'
import type { UiStore } from './ui-store.ts'

export interface DeskStores {
  readonly session: SessionStore
  readonly call: CallStore
  readonly ticket: TicketStore
  readonly answers: AnswersStore
  readonly devices: DeviceStore
  readonly ui: UiStore
  readonly playback: PlaybackStore
}

/** Everything behind the screen: the stores, and what can be done to them. */
export interface Desk {
  readonly connection: SeatConnection
  readonly stores: DeskStores
  readonly calls: CallActions
  readonly ticket: TicketActions
  readonly answers: AnswersActions
  readonly turns: TurnActions
  readonly settings: SettingActions
  /** Chooses and tries the devices that calls are heard through. */
  readonly devices: DeviceActions
  /** Plays stretches of a call's recording. */
  readonly playback: Playback
  readonly notify: (message: string) => void
  readonly dismissNotice: () => void
  readonly fail: (error: unknown) => void
  readonly loadRecordings: () => Promise<void>
  /** Marks the nudge on screen, and the older ones behind it, as seen. */
  readonly closeNudge: () => void
}
