import { captureChoiceSchema } from '#shared/contract/capture-choice.ts'
import type { Handlers } from '#shared/contract/dispatcher.ts'
import type { Store } from '../store/open-store.ts'
import type { SystemSound } from './system-sound.ts'

const key = 'devices'

interface DeviceServices {
  readonly store: Pick<Store, 'settings'>
  readonly systemSound: SystemSound
}

/** The devices that calls are heard through. The page opens them; here is kept which. */
export function deviceHandlers(
  services: DeviceServices,
): Pick<Handlers, 'devices.get' | 'devices.set' | 'devices.openSystemSound'> {
  return {
    'devices.get': () => ({ choice: services.store.settings.get(key, captureChoiceSchema) ?? null }),
    'devices.set': ({ choice }) => {
      services.store.settings.set(key, choice)
      return {}
    },
    'devices.openSystemSound': async () => ({ label: await services.systemSound.open() }),
  }
}
