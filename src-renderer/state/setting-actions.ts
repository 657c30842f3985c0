import type { Settings } from '#shared/contract/views.ts'
import type { SeatConnection } from '../connection/seat-connection.ts'
import type { SessionStore } from './session-store.ts'

export interface SettingActions {
  readonly load: () => Promise<void>
  readonly change: (change: Partial<Settings>) => Promise<void>
}

/** The settings that the core keeps for this seat; what another window changes comes as an event. */
export function createSettingActions(
  connection: SeatConnection,
  store: SessionStore,
  fail: (error: unknown) => void,
): SettingActions {
  const apply = (settings: Settings): void => store.setState({ settings })
  connection.on('settings.changed', apply)
  return {
    load: () => connection.call('settings.get', {}).then(apply, fail),
    change: (change) => connection.call('settings.set', change).then(apply, fail),
  }
}
