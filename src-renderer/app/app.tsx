import { useEffect, type ReactNode } from 'react'
import { BoardDesk } from '../features/board/board-desk.tsx'
import { CallList } from '../features/call-list/call-list.tsx'
import { CommandPalette, type PaletteEntry } from '../features/command-palette/command-palette.tsx'
import { KeyHelp } from '../features/key-help/key-help.tsx'
import { KnowledgeDesk } from '../features/knowledge/knowledge-desk.tsx'
import { OwnReviews } from '../features/own-reviews/own-reviews.tsx'
import { QualityDesk } from '../features/quality/quality-desk.tsx'
import { RulesDesk } from '../features/rules/rules-desk.tsx'
import { WholeAnswer } from '../features/seat-desk/answers/whole-answer.tsx'
import { OwnScore } from '../features/seat-desk/nudge/own-score.tsx'
import { RehearsalBar } from '../features/rehearsal/rehearsal-bar.tsx'
import { RehearsalDesk } from '../features/rehearsal/rehearsal-desk.tsx'
import { SeatDesk } from '../features/seat-desk/seat-desk.tsx'
import { Settings } from '../features/settings/settings.tsx'
import { rehearsedOf } from '../state/call-store.ts'
import { useCall, useDesk, useSession, useUi } from '../state/desk-context.ts'
import { shownDesk } from '../state/desks.ts'
import { commandText, type CommandName } from '../text/commands.ts'
import type { Commands } from './commands.ts'
import { DeskTabs } from './desk-tabs.tsx'
import { keyPlace } from './key-place.ts'
import { createKeyListener } from './keys.ts'
import { settingsPages } from './settings-pages.tsx'

/** The desk with everything that lies over it, and its keys. */
export function App({ commands }: { readonly commands: Commands }): ReactNode {
  useKeys(commands)
  return (
    <>
      <ChosenDesk />
      <Overlays commands={commands} />
    </>
  )
}

/** The desk that was chosen; a call that arrives brings the seat's to the front. */
function ChosenDesk(): ReactNode {
  const { call, ui } = useDesk().stores
  const session = useSession((state) => state.session)
  const chosen = useUi((state) => state.desk)
  useEffect(
    () =>
      call.subscribe((state, before) => {
        const rehearsing = rehearsedOf(state) !== null
        const rings = state.stage.kind === 'ringing' && before.stage.kind !== 'ringing'
        const comes = state.stage.kind !== 'idle' && rehearsing !== (rehearsedOf(before) !== null)
        if (rings || (comes && (rehearsing || ui.getState().desk === 'rehearsal'))) {
          ui.setState({ desk: rehearsing ? 'rehearsal' : 'seat' })
        }
      }),
    [call, ui],
  )
  const rehearsing = useCall((state) => rehearsedOf(state) !== null)
  const report = useUi((state) => state.rehearsalReport)
  const tabs = <DeskTabs />
  const seat = <SeatDesk desks={tabs} banner={rehearsing ? <RehearsalBar /> : null} />
  switch (shownDesk(chosen, session)) {
    case 'seat':
      return seat
    case 'knowledge':
      return <KnowledgeDesk desks={tabs} />
    case 'quality':
      return <QualityDesk desks={tabs} />
    case 'rules':
      return <RulesDesk desks={tabs} />
    case 'board':
      return <BoardDesk desks={tabs} />
    case 'rehearsal':
      return rehearsing && report === null ? seat : <RehearsalDesk desks={tabs} />
  }
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
  if (overlay === 'answer') return <WholeAnswer onClose={close} />
  if (overlay === 'keys') return <KeyHelp onClose={close} />
  if (overlay === 'ownReviews') return <OwnReviews onClose={close} />
  if (overlay === 'ownScore') return <OwnScore onClose={close} />
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
