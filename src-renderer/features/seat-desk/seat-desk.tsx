import { useEffect, type ReactNode } from 'react'
import { openCall } from '../../state/call-store.ts'
import { useCall, useUi } from '../../state/desk-context.ts'
import { keepFocus } from '../../ui/keep-focus.ts'
import { Answers } from './answers/answers.tsx'
import { KeyHints } from './key-hints/key-hints.tsx'
import { AfterCall } from './nudge/after-call.tsx'
import { Nudge } from './nudge/nudge.tsx'
import { Whispers } from './nudge/whispers.tsx'
import { Ringing } from './start/ringing.tsx'
import { Start } from './start/start.tsx'
import { StatusLines } from './status-lines/status-lines.tsx'
import { focusField } from './ticket/focus-field.ts'
import { Ticket } from './ticket/ticket.tsx'
import { TopBar } from './top-bar/top-bar.tsx'
import { Transcript } from './transcript/transcript.tsx'

interface SeatDeskProps {
  readonly desks: ReactNode
  /** What marks the whole desk, under the bar on top. */
  readonly banner?: ReactNode
}

/** The whole desk: one bar, three columns, one line of keys; between calls the start page in place of the columns. */
export function SeatDesk({ desks, banner }: SeatDeskProps): ReactNode {
  return (
    <div className="desk">
      <TopBar desks={desks} />
      {banner}
      <StatusLines />
      <Whispers />
      <AfterCall />
      <Body />
      <KeyHints />
    </div>
  )
}

function Body(): ReactNode {
  const stage = useCall((state) => state.stage.kind)
  const detached = useUi((state) => state.transcriptDetached)
  const callId = useCall((state) => openCall(state)?.callId)
  useEffect(() => keepFocus(), [stage, callId])
  if (stage === 'idle') return <Start />
  if (stage !== 'open') return <Ringing />
  return (
    <main className="desk-columns" tabIndex={-1} data-detached={detached}>
      {!detached && <Transcript onOpenField={focusField} nudge={<Nudge />} />}
      {/* Another call may take the place of this one while somebody types: the keys must not go into its ticket. */}
      <Ticket key={callId} />
      <Answers />
    </main>
  )
}
