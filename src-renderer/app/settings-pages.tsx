import type { SettingsPage } from '../features/settings/settings.tsx'
import { DevicePage } from '../features/devices/device-page.tsx'
import { MediaForkPanel } from '../features/media-fork/media-fork-panel.tsx'
import { ModelPage } from '../features/models/model-page.tsx'
import { Preferences } from '../features/preferences/preferences.tsx'

/** The pages of the settings, in their order: features meet only here. */
export const settingsPages: readonly SettingsPage[] = [
  { tab: 'models', content: <ModelPage /> },
  {
    tab: 'devices',
    content: (
      <>
        <DevicePage />
        <MediaForkPanel />
      </>
    ),
  },
  { tab: 'preferences', content: <Preferences /> },
]
