import type { ReactNode } from 'react'
import { formatTimeOfDay } from '../../../format/time.ts'
import { useDesk, useUi } from '../../../state/desk-context.ts'
import { whisperText } from '../../../text/board.ts'
import { Button } from '../../../ui/button.tsx'

/** 耳语: what the lead writes to this seat stays until it is read; the oldest first, one at a time. */
export function Whispers(): ReactNode {
  const { ui } = useDesk().stores
  const whisper = useUi((state) => state.whispers[0])
  return (
    <div role="status">
      {whisper !== undefined && (
        <div className="line" data-kind="plain">
          <b>{whisperText.from(whisper.fromName, formatTimeOfDay(whisper.at))}</b>
          {whisper.text}
          <span className="line-end">
            <Button
              kind="quiet"
              onClick={() =>
                ui.setState(({ whispers }) => ({ whispers: whispers.filter(({ id }) => id !== whisper.id) }))
              }
            >
              {whisperText.read}
            </Button>
          </span>
        </div>
      )}
    </div>
  )
}
