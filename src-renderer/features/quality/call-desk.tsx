import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { ReviewCall, ReviewFlag } from '#shared/contract/review-views.ts'
import { formatDateTime } from '../../format/time.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useKept } from '../../state/drafts.ts'
import { qualityText } from '../../text/quality.ts'
import { AddFlag } from './add-flag.tsx'
import { CallHead } from './call-head.tsx'
import { flagName, markDrafts, noVerdict, verdictDrafts } from './drafts.ts'
import { FlagPanel } from './flag-panel.tsx'
import { selectedWords, wholeTurn } from './marked-words.ts'
import { createReviewKeys, type ReviewKeyActions } from './review-keys.ts'
import type { ReviewPlayer } from './review-player.ts'
import type { ReviewedCallProps } from './reviewed-call.tsx'
import { ScorePanel } from './score-panel.tsx'
import { Transport } from './transport.tsx'
import { TurnList } from './turn-list.tsx'
import type { Review } from './use-review.ts'
import { useReviewPlayer } from './use-review-player.ts'
import { Waveform, type Span } from './waveform.tsx'

/** Played before and after a flag's words, ms: an ear needs a moment. */
const leadMs = 300

type CallDeskProps = ReviewedCallProps & { readonly call: ReviewCall; readonly review: Review }

/** Everything about one call: how it sounds and reads, its flags, its score. */
export function CallDesk({ place, call, review, onPoint, onNextCall }: CallDeskProps): ReactNode {
  const desk = useDesk()
  const player = useReviewPlayer(call.callId, call.durationMs)
  const [span, setSpan] = useState<Span | null>(null)
  const [zoomed, setZoomed] = useState(false)
  const [verdict = noVerdict, keepVerdict] = useKept(verdictDrafts, flagName(place))
  const [marking, keepMark] = useKept(markDrafts, call.callId)
  const flag = call.marks.find(({ flagId }) => flagId === place.flagId) ?? null
  // A call that is opened at a flag, or come back to, is at its words.
  const opensAt = useRef(flag?.startMs ?? 0)
  useEffect(() => player.seek(opensAt.current), [player])

  const point = (next: ReviewFlag | undefined): void => {
    if (next === undefined) return
    onPoint({ callId: call.callId, flagId: next.flagId })
    player.seek(next.startMs)
  }
  const playFlag = (): void => {
    if (flag !== null) player.playSpan(Math.max(0, flag.startMs - leadMs), flag.endMs + leadMs)
  }
  const mark = (): void => {
    const marked = selectedWords(window.getSelection()) ?? wholeTurn(call.turns, player.store.getState().atMs)
    const turn = call.turns[marked?.turn ?? -1]
    if (marked === null || turn === undefined) desk.notify(qualityText.add.none)
    else if (turn.speaker !== 'seat') desk.notify(qualityText.add.onlySeat)
    else {
      const quote = turn.text.slice(marked.from, marked.to)
      keepMark({ marked, quote, rule: '', severity: 'caution', reason: '' })
    }
  }
  const playSpan = (): void => (span === null ? player.toggle() : togglePart(player, span))
  const step = (by: 1 | -1): void => point(neighbour(call.marks, flag, by))

  useKeys({
    ...soundKeys(player, span, setSpan),
    toggle: playSpan,
    nextFlag: () => step(1),
    previousFlag: () => step(-1),
    playFlag,
    decide: (chosen) => {
      if (flag?.may.judge === true) keepVerdict({ ...verdict, decision: chosen })
    },
    addFlag: () => {
      if (call.may.add) mark()
    },
    zoom: () => setZoomed((now) => !now),
    nextCall: onNextCall,
    clear: () => {
      setSpan(null)
      keepVerdict({ ...verdict, decision: null })
      keepMark(undefined)
      desk.dismissNotice()
    },
  })

  return (
    <>
      <section className="column" data-column="call" aria-label={qualityText.call.words}>
        <CallHead call={call} review={review} />
        <Waveform
          call={call}
          player={player}
          zoomed={zoomed}
          flagId={place.flagId}
          span={span}
          onSpan={setSpan}
          onFlag={point}
        />
        <Transport
          call={call}
          player={player}
          hasSpan={span !== null}
          zoomed={zoomed}
          onToggle={playSpan}
          onZoom={() => setZoomed(!zoomed)}
          onStep={step}
          onAdd={mark}
        />
        <TurnList call={call} player={player} flagId={place.flagId} onFlag={point} />
      </section>
      <section className="column quality-side" data-column="verdict" aria-label={qualityText.flag.title}>
        {marking === undefined ? (
          <FlagPanel
            key={flag?.flagId}
            call={call}
            flag={flag}
            review={review}
            onPlay={playFlag}
            onJudged={() => step(1)}
          />
        ) : (
          <AddFlag call={call} mark={marking} review={review} onChange={keepMark} />
        )}
        <ScorePanel call={call} review={review} />
        <History call={call} />
      </section>
    </>
  )
}

function togglePart(player: ReviewPlayer, span: Span): void {
  if (player.store.getState().phase === 'idle') player.playSpan(span.fromMs, span.toMs)
  else player.pause()
}

/** The flag before or after one in the order of the call; from none, the first or the last. */
function neighbour(
  marks: readonly ReviewFlag[],
  flag: ReviewFlag | null,
  by: 1 | -1,
): ReviewFlag | undefined {
  const ordered = marks.toSorted((left, right) => left.startMs - right.startMs)
  const now = ordered.findIndex(({ flagId }) => flagId === flag?.flagId)
  return now < 0 ? ordered.at(by === 1 ? 0 : -1) : ordered[now + by]
}

type SoundKeys = Pick<
  ReviewKeyActions,
  'pause' | 'forward' | 'step' | 'markStart' | 'markEnd' | 'faster' | 'slower'
>

function soundKeys(player: ReviewPlayer, span: Span | null, setSpan: (span: Span | null) => void): SoundKeys {
  const at = (): number => player.store.getState().atMs
  return {
    pause: player.pause,
    forward: () => (player.store.getState().phase === 'idle' ? player.play() : player.changeRate(1)),
    step: (ms) => player.seek(at() + ms),
    markStart: () => setSpan({ fromMs: at(), toMs: Math.max(at() + 1, span?.toMs ?? at() + 5000) }),
    markEnd: () => setSpan({ fromMs: Math.min(at(), span?.fromMs ?? 0), toMs: Math.max(1, at()) }),
    faster: () => player.changeRate(1),
    slower: () => player.changeRate(-1),
  }
}

/** The desk's keys while a call is open. */
function useKeys(actions: ReviewKeyActions): void {
  const { ui } = useDesk().stores
  const latest = useRef<ReviewKeyActions | null>(null)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    const listener = createReviewKeys(
      () => latest.current,
      () => ui.getState().overlay !== null,
    )
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [ui])
}

function History({ call }: { readonly call: ReviewCall }): ReactNode {
  if (call.history.length === 0) return null
  return (
    <details className="quality-card">
      <summary>{qualityText.call.history}</summary>
      <ul>
        {call.history.map(({ at, actor, text }, index) => (
          <li key={index} className="quality-soft">
            {formatDateTime(at)} {actor} {text}
          </li>
        ))}
      </ul>
    </details>
  )
}
