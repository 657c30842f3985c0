import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { browserTurn, neverTurn } from '../audio/capture-turn.ts'
import { captureWith } from '../audio/capture.ts'
import { listDevices } from '../audio/open-source.ts'
import { createSpanPlayer } from '../audio/web-span-player.ts'
import type { SeatConnection } from '../connection/seat-connection.ts'
import { Nudge } from '../features/seat-desk/nudge/nudge.tsx'
import { focusField } from '../features/seat-desk/ticket/focus-field.ts'
import { Transcript } from '../features/seat-desk/transcript/transcript.tsx'
import { createDesk } from '../state/desk.ts'
import type { Desk } from '../state/desk-model.ts'
import { DeskContext } from '../state/desk-context.ts'
import { preferences } from '../state/ui-store.ts'
import { text } from '../text/zh-CN.ts'
import { isComposing } from '../ui/composing.ts'
import { App } from './app.tsx'
import { Appearance } from './appearance.tsx'
import { createCommands } from './commands.ts'
import { focusNextColumn, focusSearch } from './key-place.ts'
import { systemSoundOf } from './system-sound.ts'
import { linkDesk, linkTranscript } from './window-link.ts'
import './app.css'

const transcriptRoute = '#/transcript'
const channelName = 'seat-desk'

/** Puts the desk, or by its address only the transcript, onto the page. */
export function mount(root: HTMLElement, connection: SeatConnection): Desk {
  const isTranscript = window.location.hash === transcriptRoute
  const desk = createDesk({
    connection,
    openCapture: captureWith(systemSoundOf(connection)),
    listDevices,
    // The transcript's window only looks on.
    captureTurn: isTranscript ? neverTurn : browserTurn,
    player: createSpanPlayer(),
    storage: window.localStorage,
    now: Date.now,
    monotonicNow: () => performance.now(),
  })
  // The other window of this desk chose a theme or a dial: it is for both.
  window.addEventListener('storage', () => desk.stores.ui.setState(preferences(window.localStorage)))
  document.title = isTranscript ? text.transcriptTitle : text.title
  createRoot(root).render(
    <StrictMode>
      <DeskContext value={desk}>
        <Appearance>{isTranscript ? transcriptPage(desk) : deskPage(desk)}</Appearance>
      </DeskContext>
    </StrictMode>,
  )
  return desk
}

function deskPage(desk: Desk) {
  const closeTranscript = linkDesk(desk, new BroadcastChannel(channelName), focusField)
  const commands = createCommands(desk, {
    focusSearch,
    focusNextColumn,
    toggleTranscriptWindow: () => {
      if (desk.stores.ui.getState().transcriptDetached) closeTranscript()
      else window.open(transcriptRoute, 'seat-transcript', 'width=720,height=900')
    },
  })
  return <App commands={commands} />
}

function transcriptPage(desk: Desk) {
  const openField = linkTranscript(desk, new BroadcastChannel(channelName), window)
  window.addEventListener('keydown', (event) => {
    if (isComposing(event)) return
    if (event.key === 'Escape') desk.closeNudge()
    if (event.key === 'End') desk.stores.ui.setState((state) => ({ newestAsked: state.newestAsked + 1 }))
  })
  return (
    <div className="transcript-window">
      <Transcript onOpenField={openField} nudge={<Nudge />} />
    </div>
  )
}
