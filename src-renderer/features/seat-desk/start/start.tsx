import { useEffect, useState, type ReactNode } from 'react'
import type { CallSummary, Recording } from '#shared/contract/views.ts'
import { formatPhone } from '../../../format/phone.ts'
import { formatDateTime } from '../../../format/time.ts'
import { useDesk, useSession } from '../../../state/desk-context.ts'
import { playbackText } from '../../../text/playback.ts'
import { startText } from '../../../text/start.ts'
import { text } from '../../../text/zh-CN.ts'
import { Button } from '../../../ui/button.tsx'
import { AddRecording } from './add-recording.tsx'
import { DeviceCall } from './device-call.tsx'
import { RecordingList } from './recording-list.tsx'
import './start.css'

/** The desk between calls, and the first time ever: what can be answered, practised or taken up again. */
export function Start(): ReactNode {
  const session = useSession((state) => state.session)
  const recordings = useSession((state) => state.recordings)
  return (
    <main className="start" tabIndex={-1} data-column="start">
      <h1 className="start-heading">{session === null ? startText.notReady : session.pack.hotlineName}</h1>
      <InterruptedCall />
      <div className="start-columns">
        <section aria-label={startText.rehearsals}>
          <h2>{startText.rehearsals}</h2>
          <p className="start-note">{startText.rehearsalsNote}</p>
          {recordings === null ? (
            <p className="start-note">{text.connection.connecting}</p>
          ) : (
            <Recordings recordings={recordings.filter((recording) => recording.rehearsal)} />
          )}
        </section>
        <section aria-label={startText.ownRecordings}>
          <h2>{startText.ownRecordings}</h2>
          <p className="start-note">{startText.ownNote}</p>
          <AddRecording />
          {recordings !== null && (
            <RecordingList recordings={recordings.filter((recording) => !recording.rehearsal)} removable />
          )}
          <h2 className="start-second">{startText.microphone}</h2>
          <p className="start-note">{startText.microphoneNote}</p>
          {session?.pack.recording === false && <p className="start-note">{playbackText.notRecorded}</p>}
          <DeviceCall />
        </section>
      </div>
    </main>
  )
}

function Recordings({ recordings }: { readonly recordings: readonly Recording[] }): ReactNode {
  return recordings.length === 0 ? (
    <p className="start-note">{startText.noRehearsals}</p>
  ) : (
    <RecordingList recordings={recordings} />
  )
}

/** A call that did not end as it should: its words and its ticket are kept and can be gone on with. */
function InterruptedCall(): ReactNode {
  const desk = useDesk()
  const callId = useSession((state) => state.session?.openCallId)
  const [summary, setSummary] = useState<CallSummary | null>(null)
  useEffect(() => {
    if (callId === undefined) return
    desk.connection
      .call('calls.list', { limit: 20 })
      .then((calls) => setSummary(calls.find((call) => call.callId === callId) ?? null), desk.fail)
  }, [desk, callId])
  // One that was ended since, or whose ticket has gone out, needs no going on with.
  if (summary?.callId !== callId || summary?.phase !== 'interrupted' || summary.state !== 'draft') return null
  return (
    <div className="line start-interrupted">
      <b>{startText.interrupted}</b>
      <span>
        {formatDateTime(summary.startedAt)}
        {summary.callerNumber !== undefined && ` · ${formatPhone(summary.callerNumber)}`}
      </span>
      <span className="start-note">{text.call.interruptedNote}</span>
      <span className="line-end">
        <Button kind="primary" onClick={() => void desk.calls.show(summary.callId)}>
          {startText.resume}
        </Button>
      </span>
    </div>
  )
}
