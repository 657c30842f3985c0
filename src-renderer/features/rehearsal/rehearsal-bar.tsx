import { useState, type ReactNode } from 'react'
import type { RehearsalState } from '#shared/contract/rehearsal-views.ts'
import { rehearsedOf, type Rehearsed } from '../../state/call-store.ts'
import { useCall, useDesk } from '../../state/desk-context.ts'
import { commandText } from '../../text/commands.ts'
import { rehearsalDeskText } from '../../text/rehearsal.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { isComposing } from '../../ui/composing.ts'
import { startRehearsal } from './start-rehearsal.ts'
import { useCitizenSound } from './use-citizen-sound.ts'
import { useRehearsal } from './use-rehearsal.ts'
import './rehearsal.css'

const { bar: words } = rehearsalDeskText
/** How often the core is told that somebody types; the citizen waits for longer than that. */
const tellEveryMs = 1_500

/** What marks the desk as rehearsing (演练), and what can be done with the rehearsal. */
export function RehearsalBar(): ReactNode {
  const rehearsed = useCall(rehearsedOf)
  const rehearsal = useRehearsal()
  useCitizenSound(rehearsal)
  if (rehearsed === null) return null
  const call = 'callId' in rehearsed ? rehearsed : null
  const running = call?.callId === rehearsal?.callId ? rehearsal : null
  return (
    <section className="rehearsal-bar" data-column="rehearsal" aria-label={rehearsalDeskText.label}>
      <div className="rehearsal-line">
        <b className="rehearsal-mark">{words.mark}</b>
        <span className="rehearsal-title">{rehearsed.source.title}</span>
        <span className="soft">{words.note}</span>
        {call === null && <span className="soft">{words.ringing}</span>}
        {running !== null && <Running rehearsal={running} />}
        {call !== null && call.phase !== 'live' && <Over callId={call.callId} rehearsed={call} />}
      </div>
      {running !== null && !running.spoken && running.citizen !== 'gone' && <Typed rehearsal={running} />}
    </section>
  )
}

function stateOf({ state, citizen }: RehearsalState): { icon: 'wait' | 'dot' | 'check'; text: string } {
  if (state === 'paused' && citizen !== 'speaking') return { icon: 'wait', text: words.paused }
  if (citizen === 'gone') return { icon: 'check', text: words.gone }
  return { icon: citizen === 'waiting' ? 'wait' : 'dot', text: words[citizen] }
}

function Running({ rehearsal }: { readonly rehearsal: RehearsalState }): ReactNode {
  const desk = useDesk()
  const { callId, state, citizen } = rehearsal
  const { icon, text } = stateOf(rehearsal)
  const control = (action: 'pause' | 'resume' | 'hurry'): void => {
    desk.connection.call('rehearsals.control', { callId, action }).catch(desk.fail)
  }
  const paused = state === 'paused'
  return (
    <>
      <span className="rehearsal-state" data-citizen={citizen} role="status">
        <Icon name={icon} />
        {text}
      </span>
      <span className="line-end">
        <Button disabled={paused || citizen !== 'waiting'} onClick={() => control('hurry')}>
          {words.hurry}
        </Button>
        <Button onClick={() => control(paused ? 'resume' : 'pause')}>
          {paused ? words.resume : words.pause}
        </Button>
        <Button keys={commandText.endCall.key} onClick={() => void desk.calls.end()}>
          {words.stop}
        </Button>
      </span>
    </>
  )
}

interface OverProps {
  readonly callId: string
  readonly rehearsed: Rehearsed
}

function Over({ callId, rehearsed: { source, callerNumber } }: OverProps): ReactNode {
  const desk = useDesk()
  return (
    <>
      <span className="rehearsal-state" role="status">
        <Icon name="check" />
        {words.over}
      </span>
      <span className="line-end">
        <Button
          kind="primary"
          onClick={() => desk.stores.ui.setState({ desk: 'rehearsal', rehearsalReport: callId })}
        >
          {words.report}
        </Button>
        <Button
          onClick={() => {
            void startRehearsal(desk, { ...source, callerNumber })
          }}
        >
          {words.again}
        </Button>
        <Button keys={commandText.endCall.key} onClick={() => void desk.calls.next()}>
          {words.leave}
        </Button>
      </span>
    </>
  )
}

/** The sentence that the seat writes instead of speaking. */
function Typed({ rehearsal: { callId, state } }: { readonly rehearsal: RehearsalState }): ReactNode {
  const desk = useDesk()
  const [text, setText] = useState('')
  const [toldAt, setToldAt] = useState(0)

  function type(value: string): void {
    setText(value)
    if (Date.now() - toldAt < tellEveryMs) return
    setToldAt(Date.now())
    desk.connection.call('rehearsals.control', { callId, action: 'typing' }).catch(desk.fail)
  }

  function say(): void {
    if (text.trim() === '') return
    setText('')
    setToldAt(0)
    desk.connection.call('rehearsals.say', { callId, text }).catch((error: unknown) => {
      setText(text)
      desk.fail(error)
    })
  }

  return (
    <div className="rehearsal-line">
      <label className="rehearsal-say">
        <span>{words.say}</span>
        <input
          autoFocus
          data-column-entry=""
          className="text-input"
          placeholder={words.sayHint}
          maxLength={500}
          value={text}
          disabled={state === 'paused'}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && !isComposing(event.nativeEvent)) say()
          }}
        />
      </label>
      <Button keys="Enter" disabled={state === 'paused'} onClick={say}>
        {words.send}
      </Button>
    </div>
  )
}
