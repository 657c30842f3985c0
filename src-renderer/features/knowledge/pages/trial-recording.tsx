import { useEffect, useState, type ReactNode } from 'react'
import { useDesk, useSession } from '../../../state/desk-context.ts'
import { knowledgeText } from '../../../text/knowledge.ts'
import { Button } from '../../../ui/button.tsx'

const { recording: words } = knowledgeText.trial

interface TrialRecordingProps {
  /** A recording begins: what was typed makes room for it. */
  readonly onBegin: () => void
  readonly onTurn: (text: string) => void
}

/** Plays a recording into the test bench: its citizen's words come as the recogniser hears them. */
export function TrialRecording({ onBegin, onTurn }: TrialRecordingProps): ReactNode {
  const desk = useDesk()
  const recordings = useSession((state) => state.recordings) ?? []
  const [chosen, setChosen] = useState('')
  const [playing, setPlaying] = useState<string | null>(null)
  useEffect(
    () =>
      desk.connection.on('recording.heard', ({ recordingId, text, done }) => {
        if (recordingId !== playing) return
        if (done) setPlaying(null)
        else onTurn(text)
      }),
    [desk, playing, onTurn],
  )
  const recordingId = chosen === '' ? (recordings[0]?.recordingId ?? '') : chosen

  function play(): void {
    onBegin()
    setPlaying(recordingId)
    desk.connection.call('recordings.listen', { recordingId }).catch((error: unknown) => {
      setPlaying(null)
      desk.fail(error)
    })
  }

  if (recordings.length === 0) return <p className="empty">{words.none}</p>
  return (
    <div className="trial-recording">
      <label>
        <span>{words.label}</span>
        <select
          className="text-input"
          value={recordingId}
          disabled={playing !== null}
          onChange={(event) => setChosen(event.target.value)}
        >
          {recordings.map(({ recordingId: id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <Button disabled={playing !== null} onClick={play}>
        {words.play}
      </Button>
      <span className="soft" role="status">
        {playing === null ? '' : words.playing}
      </span>
    </div>
  )
}
