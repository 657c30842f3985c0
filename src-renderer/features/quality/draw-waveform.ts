import type { Peaks } from '#shared/contract/review-views.ts'
import { speakers, type Speaker } from '#shared/domain/call.ts'
import { percentOf, timeAt, type TimeWindow } from './time-window.ts'

export interface WaveColours {
  readonly seat: string
  readonly citizen: string
  readonly wash: string
  readonly line: string
}

export interface WavePicture {
  readonly peaks: Peaks | null
  readonly turns: readonly { readonly speaker: Speaker; readonly startMs: number; readonly endMs: number }[]
  readonly window: TimeWindow
  readonly colours: WaveColours
}

/** One bar and the gap after it, CSS px. */
const barPitch = 3

/** Draws two lanes, the seat's above: behind each its turns as boxes, the loudness as bars around its middle line. */
export function drawWaveform(
  context: Pick<CanvasRenderingContext2D, 'clearRect' | 'fillRect' | 'fillStyle'>,
  size: { readonly width: number; readonly height: number },
  picture: WavePicture,
): void {
  const { width, height } = size
  context.clearRect(0, 0, width, height)
  const lane = height / speakers.length
  for (const [index, speaker] of speakers.entries()) {
    const top = index * lane
    context.fillStyle = picture.colours.wash
    for (const turn of picture.turns.filter((each) => each.speaker === speaker)) {
      const left = (percentOf(turn.startMs, picture.window) / 100) * width
      const right = (percentOf(turn.endMs, picture.window) / 100) * width
      if (right > 0 && left < width) context.fillRect(left, top + 2, right - left, lane - 4)
    }
    context.fillStyle = picture.colours.line
    context.fillRect(0, top + lane / 2, width, 1)
    context.fillStyle = picture.colours[speaker]
    drawBars(context, { width, middle: top + lane / 2, reach: lane / 2 - 4 }, speaker, picture)
  }
}

function drawBars(
  context: Pick<CanvasRenderingContext2D, 'fillRect'>,
  place: { readonly width: number; readonly middle: number; readonly reach: number },
  speaker: Speaker,
  { peaks, window }: WavePicture,
): void {
  if (peaks === null) return
  for (let x = 0; x < place.width; x += barPitch) {
    const from = timeAt(x / place.width, window)
    const to = timeAt((x + barPitch) / place.width, window)
    const loudness = loudest(peaks[speaker], from / peaks.bucketMs, to / peaks.bucketMs)
    const half = (loudness / 100) * place.reach
    if (half >= 0.5) context.fillRect(x, place.middle - half, barPitch - 1, half * 2)
  }
}

/** The loudest bucket that begins in a stretch, or the one that it lies in. */
function loudest(buckets: readonly number[], from: number, to: number): number {
  return Math.max(0, ...buckets.slice(Math.floor(from), Math.max(Math.floor(from) + 1, Math.floor(to))))
}
