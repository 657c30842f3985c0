import { settingsSchema, type Settings } from '#shared/contract/views.ts'
import type { SettingStore } from '../store/setting-store.ts'

const settingKey = 'settings'

/** Names are proposed and never put in by themselves until the person wants them to be. */
const defaults: Settings = { correction: 'preview' }

/** What the person at this seat has set; kept in the store, told to every window. */
export class SeatSettings {
  readonly #store: SettingStore
  readonly #onChange: (settings: Settings) => void
  #current: Settings

  constructor(store: SettingStore, onChange: (settings: Settings) => void) {
    this.#store = store
    this.#onChange = onChange
    this.#current = store.get(settingKey, settingsSchema) ?? defaults
  }

  get current(): Settings {
    return this.#current
  }

  change({ correction = this.#current.correction }: Partial<Settings>): Settings {
    const settings: Settings = { correction }
    this.#store.set(settingKey, settings)
    this.#current = settings
    this.#onChange(settings)
    return settings
  }
}
