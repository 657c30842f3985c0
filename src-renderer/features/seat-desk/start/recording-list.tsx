import { useState, type ReactNode } from 'react'
import type { Recording } from '#shared/contract/views.ts'
import { formatPhone } from '../../../format/phone.ts'
import { formatClock } from '../../../format/time.ts'
import { useDesk } from '../../../state/desk-context.ts'
import { startText } from '../../../text/start.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'

interface RecordingListProps {
  readonly recordings: readonly Recording[]
  readonly removable?: boolean
}

export function RecordingList({ recordings, removable = false }: RecordingListProps): ReactNode {
  const desk = useDesk()
  const [leaving, setLeaving] = useState<Recording | null>(null)
  return (
    <>
      <ul className="recordings">
        {recordings.map((recording) => (
          <li key={recording.recordingId} className="recording">
            <Words recording={recording} />
            {removable && (
              <Button kind="quiet" onClick={() => setLeaving(recording)}>
                {startText.remove}
              </Button>
            )}
            <Button onClick={() => desk.calls.ring(callOf(recording))}>{startText.ring}</Button>
          </li>
        ))}
      </ul>
      {leaving !== null && <RemoveDialog recording={leaving} onClose={() => setLeaving(null)} />}
    </>
  )
}

function Words({ recording }: { readonly recording: Recording }): ReactNode {
  const { title, description, durationMs, callerNumber } = recording
  return (
    <span className="recording-words">
      <b>{title}</b>
      {description !== '' && <span className="recording-about">{description}</span>}
      <span className="recording-facts">
        {startText.duration(formatClock(durationMs))}
        {callerNumber !== undefined && ` · ${formatPhone(callerNumber)}`}
      </span>
    </span>
  )
}

function callOf({ recordingId, callerNumber }: Recording) {
  return {
    source: { kind: 'recording', recordingId, pace: 'realtime' },
    ...(callerNumber === undefined ? {} : { callerNumber }),
  } as const
}

interface RemoveDialogProps {
  readonly recording: Recording
  readonly onClose: () => void
}

function RemoveDialog({ recording, onClose }: RemoveDialogProps): ReactNode {
  const { connection, fail, loadRecordings } = useDesk()
  async function remove(): Promise<void> {
    onClose()
    try {
      await connection.call('recordings.remove', { recordingId: recording.recordingId })
    } catch (error) {
      fail(error)
    }
    await loadRecordings()
  }
  return (
    <Dialog title={startText.removeTitle(recording.title)} onClose={onClose}>
      <p className="start-note">{startText.removeNote}</p>
      <Button kind="primary" onClick={() => void remove()}>
        {startText.remove}
      </Button>
    </Dialog>
  )
}
