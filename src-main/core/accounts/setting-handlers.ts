import type { Handlers } from '#shared/contract/dispatcher.ts'
import type { SeatSettings } from './seat-settings.ts'

export function settingHandlers(settings: SeatSettings): Pick<Handlers, 'settings.get' | 'settings.set'> {
  return {
    'settings.get': () => settings.current,
    'settings.set': ({ correction }) => settings.change(correction === undefined ? {} : { correction }),
  }
}
