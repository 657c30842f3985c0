import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type PointerEvent,
  type ReactNode,
} from 'react'
import { useStore } from 'zustand'
import type { Peaks, ReviewCall, ReviewFlag } from '#shared/contract/review-views.ts'
import { formatClock } from '../../format/time.ts'
import { useDesk } from '../../state/desk-context.ts'
import { qualityText } from '../../text/quality.ts'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { drawWaveform } from './draw-waveform.ts'
import type { ReviewPlayer } from './review-player.ts'
import { percentOf, ticksOf, timeAt, timeWindow, type TimeWindow } from './time-window.ts'

/** A stretch of the call that was chosen, ms. */
export interface Span {
  readonly fromMs: number
  readonly toMs: number
}

interface WaveformProps {
  readonly call: ReviewCall
  readonly player: ReviewPlayer
  readonly zoomed: boolean
  readonly flagId: string | null
  readonly span: Span | null
  readonly onSpan: (span: Span | null) => void
  readonly onFlag: (flag: ReviewFlag) => void
}

const { wave: words } = qualityText

/** Dragged less than this is a click, px. */
const clickWithin = 4

/** Both channels over time with turns, flags, the chosen stretch and the playhead. */
export function Waveform(props: WaveformProps): ReactNode {
  const { call, player, zoomed, flagId, span, onFlag } = props
  const peaks = usePeaks(call)
  // Drawn anew only when the page of it changes, not with every move of the playhead.
  const from = useStore(player.store, ({ atMs }) => timeWindow(call.durationMs, atMs, zoomed).fromMs)
  const window = timeWindow(call.durationMs, from, zoomed)
  const pointer = usePointer(props, window)
  return (
    <div className="wave">
      <div className="wave-lanes" {...pointer}>
        <WaveCanvas call={call} peaks={peaks} window={window} />
        {call.marks.map((flag) => (
          <FlagPin
            key={flag.flagId}
            flag={flag}
            window={window}
            isChosen={flag.flagId === flagId}
            onChoose={() => onFlag(flag)}
          />
        ))}
        {span !== null && <div className="wave-span" style={placed(span, window)} />}
        <Playhead player={player} window={window} durationMs={call.durationMs} />
      </div>
      <div className="wave-ticks" aria-hidden="true">
        {ticksOf(window).map((ms) => (
          <span key={ms} style={{ left: `${String(percentOf(ms, window))}%` }}>
            {formatClock(ms)}
          </span>
        ))}
      </div>
      {!call.playable && <p className="quality-soft">{words.noSound}</p>}
    </div>
  )
}

function usePeaks({ callId, playable }: ReviewCall): Peaks | null {
  const { connection, fail } = useDesk()
  const [peaks, setPeaks] = useState<Peaks | null>(null)
  useEffect(() => {
    if (!playable) return
    const controller = new AbortController()
    connection.call('review.peaks', { callId }, controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setPeaks(value)
      },
      (error: unknown) => {
        if (!controller.signal.aborted) fail(error)
      },
    )
    return () => controller.abort()
  }, [connection, fail, callId, playable])
  return peaks
}

function placed(
  { fromMs, toMs }: Span,
  window: TimeWindow,
): { readonly left: string; readonly width: string } {
  const left = Math.max(0, percentOf(fromMs, window))
  const right = Math.min(100, percentOf(toMs, window))
  return { left: `${String(left)}%`, width: `${String(Math.max(0, right - left))}%` }
}

interface CanvasProps {
  readonly call: ReviewCall
  readonly peaks: Peaks | null
  readonly window: TimeWindow
}

function WaveCanvas({ call, peaks, window: shown }: CanvasProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { fromMs, toMs } = shown
  const draw = useCallback(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (element === null || !context) return
    const { width, height } = element.getBoundingClientRect()
    const scale = window.devicePixelRatio
    element.width = Math.round(width * scale)
    element.height = Math.round(height * scale)
    context.scale(scale, scale)
    const style = getComputedStyle(element)
    const colour = (name: string): string => style.getPropertyValue(name)
    drawWaveform(
      context,
      { width, height },
      {
        peaks,
        turns: call.turns,
        window: { fromMs, toMs },
        colours: {
          seat: colour('--accent'),
          citizen: colour('--ink-soft'),
          wash: colour('--wash'),
          line: colour('--line'),
        },
      },
    )
  }, [peaks, call.turns, fromMs, toMs])
  useLayoutEffect(() => {
    draw()
    const element = canvas.current
    if (element === null) return
    const size = new ResizeObserver(draw)
    size.observe(element)
    // Another palette has other colours, and the system may change it by itself.
    const palette = new MutationObserver(draw)
    palette.observe(document.documentElement, { attributeFilter: ['data-palette'] })
    return () => {
      size.disconnect()
      palette.disconnect()
    }
  }, [draw])
  return <canvas ref={canvas} className="wave-canvas" aria-hidden="true" />
}

interface FlagPinProps {
  readonly flag: ReviewFlag
  readonly window: TimeWindow
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function FlagPin({ flag, window, isChosen, onChoose }: FlagPinProps): ReactNode {
  if (flag.endMs < window.fromMs || flag.startMs > window.toMs) return null
  return (
    <button
      type="button"
      className="wave-flag"
      style={placed({ fromMs: flag.startMs, toMs: flag.endMs }, window)}
      data-severity={flag.severity}
      data-judged={flag.standing !== 'open'}
      aria-pressed={isChosen}
      aria-label={words.flag(flag.title, formatClock(flag.startMs))}
      title={words.flag(flag.title, formatClock(flag.startMs))}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={onChoose}
    >
      <SeverityMark severity={flag.severity} hollow={flag.standing !== 'open'} />
    </button>
  )
}

interface PlayheadProps {
  readonly player: ReviewPlayer
  readonly window: TimeWindow
  readonly durationMs: number
}

function Playhead({ player, window, durationMs }: PlayheadProps): ReactNode {
  const atMs = useStore(player.store, (state) => state.atMs)
  return (
    <div
      className="wave-head"
      role="slider"
      tabIndex={0}
      data-column-entry=""
      aria-label={words.label}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationMs)}
      aria-valuenow={Math.round(atMs)}
      aria-valuetext={words.at(formatClock(atMs), formatClock(durationMs))}
      style={{ left: `${String(percentOf(atMs, window))}%` }}
    />
  )
}

/** A click goes there; a drag takes a stretch. */
function usePointer({ player, onSpan }: WaveformProps, window: TimeWindow) {
  const start = useRef<{ readonly x: number; readonly ms: number } | null>(null)
  const timeOf = (event: PointerEvent<HTMLElement>): number => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    return timeAt((event.clientX - left) / width, window)
  }
  const spanTo = (event: PointerEvent<HTMLElement>): Span | null => {
    if (start.current === null || Math.abs(event.clientX - start.current.x) < clickWithin) return null
    const end = timeOf(event)
    return { fromMs: Math.min(start.current.ms, end), toMs: Math.max(start.current.ms, end) }
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      start.current = { x: event.clientX, ms: timeOf(event) }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const span = spanTo(event)
      if (span !== null) onSpan(span)
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const span = spanTo(event)
      onSpan(span)
      player.seek(span?.fromMs ?? timeOf(event))
      start.current = null
    },
  }
}
