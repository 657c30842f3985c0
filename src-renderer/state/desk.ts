import type { Result } from '#shared/base/result.ts'
import type { CaptureTurn } from '../audio/capture-turn.ts'
import type { OpenCapture } from '../audio/capture.ts'
import type { AudioDevice } from '../audio/open-source.ts'
import type { SpanPlayer } from '../audio/span-player.ts'
import type { SeatConnection } from '../connection/seat-connection.ts'
import { createAnswersActions } from './answers-actions.ts'
import { createAnswersStore } from './answers-store.ts'
import { createCallActions } from './call-actions.ts'
import { createCallStore, openCall } from './call-store.ts'
import { createDeviceActions } from './device-actions.ts'
import { createDeviceStore } from './device-store.ts'
import type { Desk, DeskStores } from './desk-model.ts'
import { flagKey } from '#shared/domain/review/next-nudge.ts'
import { createPlayback, createPlaybackStore } from './playback.ts'
import { applyNotice, createSessionStore } from './session-store.ts'
import { createSettingActions } from './setting-actions.ts'
import { createTicketActions } from './ticket-actions.ts'
import { createTicketStore } from './ticket-store.ts'
import { createTurnActions } from './turn-actions.ts'
import { createUiStore, type PreferenceStorage } from './ui-store.ts'
import { explain } from './explain.ts'
import { listen } from './listen.ts'
import { text } from '../text/zh-CN.ts'

export interface DeskDependencies {
  readonly connection: SeatConnection
  readonly openCapture: OpenCapture
  readonly listDevices: () => Promise<Result<readonly AudioDevice[]>>
  readonly captureTurn: CaptureTurn
  readonly player: SpanPlayer
  readonly storage: PreferenceStorage
  /** Wall clock, ms. */
  readonly now: () => number
  /** A clock that never jumps, ms. */
  readonly monotonicNow: () => number
}

/** Builds the desk and lets it follow the connection for as long as the page lives. */
export function createDesk(dependencies: DeskDependencies): Desk {
  const { connection } = dependencies
  const stores: DeskStores = {
    session: createSessionStore(),
    call: createCallStore(),
    ticket: createTicketStore(),
    answers: createAnswersStore(),
    devices: createDeviceStore(),
    ui: createUiStore(dependencies.storage),
    playback: createPlaybackStore(),
  }
  const notify = (message: string): void => stores.session.setState((state) => applyNotice(state, message))
  const fail = (error: unknown): void => notify(explain(error))
  const answers = createAnswersActions(connection, stores.answers, fail, {
    notify,
    showWhole: () => stores.ui.setState({ overlay: 'answer' }),
  })
  const { player } = dependencies
  const playback = createPlayback({ connection, store: stores.playback, player, fail })
  const dismissNotice = (): void => stores.session.setState({ notice: null })
  const ticket = createTicketActions(connection, stores.ticket, fail, dismissNotice)
  const calls = createCallActions({
    ...dependencies,
    stores,
    notify,
    fail,
    settle: async () => {
      await ticket.flush()
      const settled = Object.keys(stores.ticket.getState().edits).length === 0
      if (!settled) notify(text.ticket.unsaved)
      return settled
    },
    onShown: (callId) => {
      stores.ui.setState({ nudgesSeen: [], nudgesAsked: false, litField: null })
      if (stores.playback.getState().span?.callId !== callId) playback.stop()
      void answers.loadScripts(callId)
    },
  })

  const devices = createDeviceActions({ ...dependencies, store: stores.devices, fail })

  const desk: Desk = {
    connection,
    stores,
    calls,
    ticket,
    answers,
    turns: createTurnActions(connection, stores.call, fail),
    settings: createSettingActions(connection, stores.session, fail),
    devices,
    playback,
    notify,
    fail,
    dismissNotice,
    loadRecordings: async () => {
      try {
        stores.session.setState({ recordings: await connection.call('recordings.list', {}) })
      } catch (error) {
        fail(error)
      }
    },
    closeNudge: () => {
      const flags = openCall(stores.call.getState())?.flags ?? []
      stores.ui.setState({ nudgesSeen: flags.map(flagKey), nudgesAsked: false })
    },
  }
  listen(desk)
  return desk
}
