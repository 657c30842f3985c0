import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { ReviewCall } from '#shared/contract/review-views.ts'
import { formatClock } from '../../format/time.ts'
import { qualityText } from '../../text/quality.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { ReviewPlayer } from './review-player.ts'

const { transport: words } = qualityText

interface TransportProps {
  readonly call: ReviewCall
  readonly player: ReviewPlayer
  readonly hasSpan: boolean
  readonly zoomed: boolean
  readonly onToggle: () => void
  readonly onZoom: () => void
  readonly onStep: (by: 1 | -1) => void
  readonly onAdd: () => void
}

/** What a tape recorder has: play, where it is, how fast, from flag to flag. */
export function Transport(props: TransportProps): ReactNode {
  const { call, player, hasSpan, zoomed, onToggle, onZoom, onStep, onAdd } = props
  const phase = useStore(player.store, (state) => state.phase)
  const rate = useStore(player.store, (state) => state.rate)
  const atMs = useStore(player.store, (state) => Math.floor(state.atMs / 100) * 100)
  const playWords = hasSpan ? words.playSpan : words.play
  return (
    <div className="transport">
      <Button kind="primary" disabled={!call.playable} onClick={onToggle}>
        <Icon name={phase === 'idle' ? 'play' : 'stop'} />
        {{ idle: playWords, loading: words.loading, playing: words.pause }[phase]}
      </Button>
      <span className="transport-clock">
        {formatClock(atMs)} / {formatClock(call.durationMs)}
      </span>
      <span className="transport-rate" role="group" aria-label={words.rate}>
        <button
          type="button"
          className="button"
          aria-label={words.slower}
          onClick={() => player.changeRate(-1)}
        >
          −
        </button>
        <output>{rate}×</output>
        <button
          type="button"
          className="button"
          aria-label={words.faster}
          onClick={() => player.changeRate(1)}
        >
          +
        </button>
      </span>
      <Button kind="quiet" keys="Z" onClick={onZoom}>
        {zoomed ? words.whole : words.zoom}
      </Button>
      <Button kind="quiet" keys="↑" disabled={call.marks.length === 0} onClick={() => onStep(-1)}>
        {words.previous}
      </Button>
      <Button kind="quiet" keys="↓" disabled={call.marks.length === 0} onClick={() => onStep(1)}>
        {words.next}
      </Button>
      {call.may.add && (
        <span className="transport-end" title={qualityText.call.markHint}>
          <Button kind="quiet" keys="M" onClick={onAdd}>
            {words.add}
          </Button>
        </span>
      )}
    </div>
  )
}
