import type { ReactNode } from 'react'
import { turnText } from '../../../text/turns.ts'

interface PlayTurnProps {
  readonly isPlaying: boolean
  readonly onPlay: () => void
}

/** Under the time of a turn while the pointer or the focus is on it: plays its stretch of the recording. */
export function PlayTurn({ isPlaying, onPlay }: PlayTurnProps): ReactNode {
  const title = isPlaying ? turnText.stop : turnText.play
  return (
    <button
      type="button"
      className="turn-play"
      tabIndex={-1}
      aria-label={title}
      title={`${title}（Space）`}
      onClick={onPlay}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={isPlaying ? 'M4.5 4.5h7v7h-7Z' : 'M5 3.5v9l7.5-4.5Z'} fill="currentColor" />
      </svg>
    </button>
  )
}
