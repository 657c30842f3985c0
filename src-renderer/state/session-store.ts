import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RecogniserView, Recording, SessionView, Settings, SyncView } from '#shared/contract/views.ts'
import type { ConnectionState } from '../connection/transport.ts'

export interface Notice {
  readonly id: number
  readonly message: string
}

export interface SessionState {
  readonly connection: ConnectionState
  readonly session: SessionView | null
  readonly recordings: readonly Recording[] | null
  /** Null until they were asked for. */
  readonly settings: Settings | null
  /** One calm line at a time; the newest replaces the older. */
  readonly notice: Notice | null
}

export type SessionStore = StoreApi<SessionState>

export function createSessionStore(): SessionStore {
  return createStore<SessionState>(() => ({
    connection: 'connecting',
    session: null,
    recordings: null,
    settings: null,
    notice: null,
  }))
}

export function applyRecogniser(state: SessionState, recogniser: RecogniserView): Partial<SessionState> {
  return state.session === null ? {} : { session: { ...state.session, recogniser } }
}

export function applySync(state: SessionState, sync: SyncView): Partial<SessionState> {
  return state.session === null ? {} : { session: { ...state.session, sync } }
}

export function applyNotice(state: SessionState, message: string): Partial<SessionState> {
  return { notice: { id: (state.notice?.id ?? 0) + 1, message } }
}
