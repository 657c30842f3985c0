import type { ReactNode } from 'react'
import type { FieldEntry } from '#shared/domain/ticket-fields.ts'
import { openCall } from '../../../state/call-store.ts'
import { useCall, useDesk, usePlayback } from '../../../state/desk-context.ts'
import { evidenceSpan } from '../../../state/evidence-span.ts'
import { isPlaying } from '../../../state/playback.ts'
import { playbackText } from '../../../text/playback.ts'
import { Icon } from '../../../ui/icon.tsx'

interface EvidencePlayerProps {
  readonly entry: FieldEntry
  /** Where the value came from; what is pressed. */
  readonly words: string
}

/** Where a value came from, with ▶ where it can be heard: plays the words it came from, or stops them. */
export function EvidencePlayer({ entry, words }: EvidencePlayerProps): ReactNode {
  const desk = useDesk()
  const call = useCall(openCall)
  const span = evidenceSpan(call, entry)
  const phase = usePlayback((state) => (isPlaying(state, span) ? state.phase : 'idle'))
  if (span === null) return words
  const plays = phase !== 'idle'
  return (
    <button
      type="button"
      className="chip-play"
      // Tab goes from field to field; F3 plays the one it is in.
      tabIndex={-1}
      aria-pressed={plays}
      aria-label={`${plays ? playbackText.stop : playbackText.play} ${words}`}
      title={plays ? playbackText.stop : playbackText.playKey}
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => desk.playback.toggle(span)}
    >
      {plays ? playbackText[phase] : words}
      <Icon name={plays ? 'stop' : 'play'} />
    </button>
  )
}
