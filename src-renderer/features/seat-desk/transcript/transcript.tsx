import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import type { FieldName } from '#shared/domain/ticket-fields.ts'
import { formatClock } from '../../../format/time.ts'
import { openCall, type CallFlag, type OpenCall } from '../../../state/call-store.ts'
import { useCall, useDesk, usePlayback, useSession, useTicket, useUi } from '../../../state/desk-context.ts'
import { turnText } from '../../../text/turns.ts'
import { text } from '../../../text/zh-CN.ts'
import { Button } from '../../../ui/button.tsx'
import { Column } from '../../../ui/column.tsx'
import { keepFocus } from '../../../ui/keep-focus.ts'
import { evidenceByTurn, type EvidenceSpan } from './mark-turn.ts'
import type { MarkActions } from './mark-actions.ts'
import { TurnRow } from './turn-row.tsx'
import './transcript.css'

/** This near to the end (px) counts as following. */
const followWithin = 24
const noSpans: readonly EvidenceSpan[] = []
const noFlags: readonly CallFlag[] = []

interface TranscriptProps {
  /** Goes to a field's editor, in this window or in the other. */
  readonly onOpenField: (field: FieldName) => void
  readonly nudge?: ReactNode
}

/** 通话文字: the words of both sides as they are spoken. */
export function Transcript({ onOpenField, nudge }: TranscriptProps): ReactNode {
  const call = useCall(openCall)
  const recogniser = useSession((state) => state.session?.recogniser)
  return (
    <Column
      name="transcript"
      title={text.columns.transcript}
      note={
        recogniser === undefined ? null : (
          <span title={recogniser.note}>
            {recogniser.model}
            {recogniser.secondPass?.skipping === true && turnText.secondPassPaused}
          </span>
        )
      }
    >
      {nudge}
      {call === null ? (
        <p className="empty">{text.transcript.notAttached}</p>
      ) : (
        <Turns key={call.callId} call={call} onOpenField={onOpenField} />
      )}
    </Column>
  )
}

interface TurnsProps {
  readonly call: OpenCall
  readonly onOpenField: (field: FieldName) => void
}

function Turns({ call, onOpenField }: TurnsProps): ReactNode {
  const desk = useDesk()
  const draft = useTicket((state) => state.ticket?.draft)
  const litField = useUi((state) => state.litField)
  const deaf = useSession((state) => state.session?.recogniser.state === 'failed')
  const evidence = useMemo(() => evidenceByTurn(draft ?? {}), [draft])
  const flags = useMemo(() => Map.groupBy(call.flags, (flag) => flag.turn), [call.flags])
  const { scroller, following, onScroll, follow } = useFollow(call, litField, evidence)
  const played = usePlayback((state) => (state.span?.callId === call.callId ? state.span : null))
  const actions = useMemo<MarkActions>(
    () => ({
      light: (field) => desk.stores.ui.setState((state) => ({ litField: field ?? state.focusedField })),
      open: onOpenField,
      // Its mark had the focus and is gone.
      dismiss: (flag) => void desk.calls.dismiss(flag).then(() => keepFocus(scroller.current)),
      choose: (turn, choice) => void desk.turns.choose(turn, choice),
      ...(call.playable && {
        play: ({ startMs, endMs }) =>
          desk.playback.toggle({ callId: call.callId, fromMs: startMs, toMs: endMs }),
      }),
    }),
    [desk, onOpenField, scroller, call.callId, call.playable],
  )
  const partials = call.partials.toSorted((left, right) => left.startMs - right.startMs)
  const silent = call.turns.length === 0 && partials.length === 0
  return (
    <div className="turns-frame">
      <div
        ref={scroller}
        className="turns"
        role="log"
        aria-label={text.columns.transcript}
        tabIndex={0}
        data-column-entry=""
        onScroll={onScroll}
        onKeyDown={moveBetweenMarks}
      >
        <ol className="turns-list">
          {silent && (
            <li className="empty">
              {deaf
                ? text.transcript.deaf
                : call.phase === 'live'
                  ? text.transcript.waiting
                  : text.transcript.empty}
            </li>
          )}
          {call.turns.map((turn) => {
            const spans = evidence.get(turn.index) ?? noSpans
            return (
              <TurnRow
                key={turn.index}
                turn={turn}
                evidence={spans}
                flags={flags.get(turn.index) ?? noFlags}
                litField={spans.some((span) => span.field === litField) ? litField : null}
                isPlaying={played?.fromMs === turn.startMs && played.toMs === turn.endMs}
                actions={actions}
              />
            )
          })}
          {partials.map((partial) => (
            <li key={partial.speaker} className="turn" data-speaker={partial.speaker} aria-hidden="true">
              <time className="turn-time">{formatClock(partial.startMs)}</time>
              <p className="turn-words turn-partial">
                <span className="turn-who">{text.speakers[partial.speaker]}</span>
                {partial.text}…
              </p>
            </li>
          ))}
        </ol>
      </div>
      {!following && (
        <div className="turns-newest">
          <Button keys="End" onClick={follow}>
            {text.transcript.toNewest}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Keeps the newest words in sight until the person scrolls away, and brings a lit field's words into sight. */
function useFollow(
  call: OpenCall,
  litField: FieldName | null,
  evidence: ReadonlyMap<number, readonly EvidenceSpan[]>,
) {
  const desk = useDesk()
  const scroller = useRef<HTMLDivElement>(null)
  const [following, setFollowing] = useState(true)
  const asked = useUi((state) => state.newestAsked)
  const [seen, setSeen] = useState(asked)
  if (asked !== seen) {
    setSeen(asked)
    setFollowing(true)
  }
  useLayoutEffect(() => {
    const element = scroller.current
    if (following && element !== null) element.scrollTop = element.scrollHeight
  }, [following, call.turns, call.partials, asked])
  const litTurn = litField === null ? undefined : turnOf(litField, evidence)
  useEffect(() => {
    const element = scroller.current
    if (element === null || litTurn === undefined || element.contains(document.activeElement)) return
    if (element.matches(':hover')) return
    element.querySelector(`[data-turn="${litTurn}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [litTurn])
  return {
    scroller,
    following,
    onScroll: () => {
      const element = scroller.current
      if (element === null) return
      setFollowing(element.scrollHeight - element.scrollTop - element.clientHeight <= followWithin)
    },
    follow: () => desk.stores.ui.setState((state) => ({ newestAsked: state.newestAsked + 1 })),
  }
}

/** The last turn with words of this field. */
function turnOf(
  field: FieldName,
  evidence: ReadonlyMap<number, readonly EvidenceSpan[]>,
): number | undefined {
  return [...evidence]
    .filter(([, spans]) => spans.some((span) => span.field === field))
    .map(([turn]) => turn)
    .sort((a, b) => b - a)[0]
}

/** ↑ and ↓ go from turn to turn and mark to mark once one has the focus; from the list itself, to the newest. */
function moveBetweenMarks(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-stop]')]
  if (stops.length === 0) return
  const now = stops.findIndex((stop) => stop === document.activeElement)
  const step = event.key === 'ArrowDown' ? 1 : -1
  const target = now < 0 ? stops.length - 1 : Math.min(stops.length - 1, Math.max(0, now + step))
  event.preventDefault()
  stops[target]?.focus()
}
