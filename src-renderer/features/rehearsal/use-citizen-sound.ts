import { useEffect, useState } from 'react'
import type { RehearsalState } from '#shared/contract/rehearsal-views.ts'
import { createSpanPlayer } from '../../audio/web-span-player.ts'
import { useDesk } from '../../state/desk-context.ts'
import { bytesOf } from '../../state/playback.ts'

/** Lets the citizen of a recorded call be heard: each line as it is said. */
export function useCitizenSound(rehearsal: RehearsalState | null): void {
  const desk = useDesk()
  const [player] = useState(createSpanPlayer)
  const callId = rehearsal?.callId
  const line = rehearsal?.sound
  useEffect(() => {
    if (callId === undefined || line === undefined) return
    const controller = new AbortController()
    desk.connection
      .call('rehearsals.sound', { callId, line }, controller.signal)
      .then(({ wavBase64 }) =>
        controller.signal.aborted ? undefined : player.play(bytesOf(wavBase64), silently),
      )
      .catch((error: unknown) => {
        if (!controller.signal.aborted) desk.fail(error)
      })
    // The line may sound a moment longer than it is said: only the next one cuts it off.
    return () => controller.abort()
  }, [desk, player, callId, line])
  useEffect(() => () => player.stop(), [player])
}

const silently = { onPosition: () => undefined, onEnded: () => undefined }
