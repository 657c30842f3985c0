import { useEffect, useMemo } from 'react'
import { useDesk } from '../../state/desk-context.ts'
import { bytesOf } from '../../state/playback.ts'
import { createElementSound } from './element-sound.ts'
import { createReviewPlayer, type ReviewPlayer } from './review-player.ts'

/** A player of this call's recording for as long as the call is open. */
export function useReviewPlayer(callId: string, durationMs: number): ReviewPlayer {
  const { connection, fail, playback } = useDesk()
  const player = useMemo(
    () =>
      createReviewPlayer({
        durationMs,
        fetchPiece: async (fromMs, toMs) => {
          const piece = await connection.call('review.audio', { callId, fromMs, toMs })
          return { wav: bytesOf(piece.wavBase64), fromMs: piece.fromMs }
        },
        sound: createElementSound(),
        fail,
      }),
    [connection, fail, callId, durationMs],
  )
  useEffect(() => {
    // One thing sounds at a time.
    playback.stop()
    return () => player.dispose()
  }, [player, playback])
  return player
}
