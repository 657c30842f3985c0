import type { ReactNode } from 'react'
import { formatPhone } from '../../../format/phone.ts'
import { formatClock } from '../../../format/time.ts'
import { openCall, type CallState } from '../../../state/call-store.ts'
import { useCall, useDesk, useNow, useSession, useUi } from '../../../state/desk-context.ts'
import { waitingNudgesOf } from '../../../state/nudge.ts'
import { commandText } from '../../../text/commands.ts'
import { ownReviewText } from '../../../text/quality.ts'
import { text } from '../../../text/zh-CN.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import './top-bar.css'

/** 15 秒内接听 (GB/T 33358-2016). */
const answerWithinMs = 15_000

/** The bar on top: the call and its clocks at the left, the state of the machine at the right. */
export function TopBar({ desks }: { readonly desks: ReactNode }): ReactNode {
  const state = useCall((all) => all)
  const dial = useUi((all) => all.dial)
  const session = useSession((all) => all.session)
  return (
    <header className="top-bar">
      {desks}
      <CallState state={state} />
      <AnswerClock state={state} />
      <CallButtons state={state} />
      <div className="top-bar-right">
        <RecogniserState />
        <SyncState />
        <span className="soft">
          {text.dial.label} <b>{text.dial[dial]}</b>
          {dial === 'on-demand' && <WaitingNudges />}
        </span>
        {session !== null && <span title={session.staffName}>{text.staff(session.staffNumber)}</span>}
      </div>
    </header>
  )
}

/** How many nudges wait to be asked for. */
function WaitingNudges(): ReactNode {
  const call = useCall(openCall)
  const count = useUi((state) => waitingNudgesOf(call, state).length)
  return count === 0 ? null : (
    <>
      {' '}
      {ownReviewText.asked(count)} <Kbd keys={commandText.askNudge.key} />
    </>
  )
}

function stateWords({ stage }: CallState): string {
  return stage.kind === 'open' ? text.call[stage.call.phase] : text.call[stage.kind]
}

function CallState({ state }: { readonly state: CallState }): ReactNode {
  const { stage } = state
  const call = openCall(state)
  const number =
    stage.kind === 'open'
      ? stage.call.callerNumber
      : stage.kind === 'idle'
        ? undefined
        : stage.plan.callerNumber
  return (
    <>
      <div className="call-state" data-live={call?.phase === 'live'} role="status">
        <Icon name={stage.kind === 'ringing' ? 'phone' : 'dot'} />
        {stateWords(state)}
      </div>
      {call !== null && (
        <time className="call-clock" aria-label={text.call.clock}>
          {formatClock(call.durationMs)}
        </time>
      )}
      {stage.kind !== 'idle' && (
        <span className="caller">{number === undefined ? text.call.noNumber : formatPhone(number)}</span>
      )}
    </>
  )
}

/** 振铃时长: from ringing to answering, against the 15 seconds of the norm. */
function AnswerClock({ state }: { readonly state: CallState }): ReactNode {
  const now = useNow(200)
  const { stage, answeredAfterMs } = state
  const ringing = stage.kind === 'ringing' ? Math.max(0, now - stage.since) : null
  const ms = ringing ?? answeredAfterMs
  if (ms === null) return null
  const late = ms > answerWithinMs
  const seconds = Math.floor(ms / 1000)
  return (
    <span className="answer-clock" data-late={late}>
      {ringing === null ? text.call.answeredIn(seconds) : text.call.ringFor(seconds)}
      <span className="answer-clock-limit">
        <Icon name={late ? 'caution' : 'check'} />
        {late ? text.call.overLimit : text.call.withinLimit}
      </span>
    </span>
  )
}

function CallButtons({ state }: { readonly state: CallState }): ReactNode {
  const desk = useDesk()
  const call = openCall(state)
  // A rehearsal's own bar has them.
  if (call === null || call.source.kind === 'rehearsal') return null
  return call.phase === 'live' ? (
    <Button keys={commandText.endCall.key} onClick={() => void desk.calls.end()}>
      {text.call.end}
    </Button>
  ) : (
    <Button keys={commandText.endCall.key} onClick={() => void desk.calls.next()}>
      {text.call.next}
    </Button>
  )
}

function RecogniserState(): ReactNode {
  const { ui } = useDesk().stores
  const recogniser = useSession((all) => all.session?.recogniser)
  if (recogniser === undefined) return null
  const good = recogniser.state === 'ready'
  return (
    <button
      type="button"
      className="machine-state"
      data-good={good}
      title={`${recogniser.model} ${recogniser.note}`}
      onClick={() => ui.setState({ overlay: 'settings', settingsTab: 'models' })}
    >
      <Icon name={good ? 'microphone' : recogniser.state === 'failed' ? 'caution' : 'wait'} />
      {text.recogniserShort[recogniser.state]}
      {recogniser.note !== '' && <span className="machine-note">{recogniser.note}</span>}
    </button>
  )
}

function SyncState(): ReactNode {
  const sync = useSession((all) => all.session?.sync)
  if (sync === undefined) return null
  const icons = { online: 'check', offline: 'cloudOff', starting: 'wait' } as const
  return (
    <span className="machine-state" data-good={sync.centre !== 'offline'} title={sync.trouble}>
      <Icon name={icons[sync.centre]} />
      {text.syncShort[sync.centre]} · {text.sync.waiting(sync.waiting)}
      {sync.parked > 0 && <span className="machine-parked">· {text.sync.parked(sync.parked)}</span>}
    </span>
  )
}
