import { useEffect, type ReactNode } from 'react'
import { CallList } from '../features/call-list/call-list.tsx'
import { CommandPalette, type PaletteEntry } from '../features/command-palette/command-palette.tsx'
import { KeyHelp } from '../features/key-help/key-help.tsx'
import { SeatDesk } from '../features/seat-desk/seat-desk.tsx'
import { Settings } from '../features/settings/settings.tsx'
import { useDesk, useUi } from '../state/desk-context.ts'
import { commandText, type CommandName } from '../text/commands.ts'
import type { Commands } from './commands.ts'
import { keyPlace } from './key-place.ts'
import { createKeyListener } from './keys.ts'
import { settingsPages } from './settings-pages.tsx'

/** The desk with everything that lies over it, and its keys. */
export function App({ commands }: { readonly commands: Commands }): ReactNode {
  useKeys(commands)
  return (
    <>
      <SeatDesk />
      <Overlays commands={commands} />
    </>
  )
}

function useKeys(commands: Commands): void {
  const desk = useDesk()
  useEffect(() => {
    const { ui, ticket } = desk.stores
    const listener = createKeyListener({
      commands,
      placeOf: keyPlace,
      isBlocked: () => ui.getState().overlay !== null || ticket.getState().blocked,
      dismiss: () => {
        desk.closeNudge()
        desk.dismissNotice()
      },
    })
    window.addEventListener('keydown', listener)
    // What was typed last must not wait for its pause when the window goes.
    const flush = (): void => void desk.ticket.flush()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('keydown', listener)
      window.removeEventListener('pagehide', flush)
    }
  }, [commands, desk])
}

function Overlays({ commands }: { readonly commands: Commands }): ReactNode {
  const desk = useDesk()
  const overlay = useUi((state) => state.overlay)
  const close = (): void => desk.stores.ui.setState({ overlay: null })
  if (overlay === 'palette') {
    return <CommandPalette title={commandText.palette.title} entries={entriesOf(commands)} onClose={close} />
  }
  if (overlay === 'keys') return <KeyHelp onClose={close} />
  if (overlay === 'settings') return <Settings pages={settingsPages} onClose={close} />
  if (overlay !== 'calls') return null
  return (
    <CallList
      onClose={close}
      onOpen={(callId) => {
        close()
        void desk.calls.show(callId)
      }}
    />
  )
}

function entriesOf(commands: Commands): readonly PaletteEntry[] {
  return (Object.keys(commands) as CommandName[])
    .filter((name) => name !== 'palette' && commands[name].enabled())
    .map((name) => ({ name, ...commandText[name], run: commands[name].run }))
}
