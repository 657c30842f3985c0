import type { ReactNode } from 'react'
import type { Speaker } from '#shared/domain/call.ts'
import { toDecibels, type Levels } from '../../audio/levels.ts'
import { deviceText } from '../../text/devices.ts'

/** What the scale shows, dBFS: below is silence. */
const bottom = -60

function placeOf(level: number): number {
  return Math.max(0, Math.min(100, ((toDecibels(level) - bottom) / -bottom) * 100))
}

const words = (level: number): string => toDecibels(level).toFixed(0).replace('-', '−')

interface MeterProps {
  readonly speaker: Speaker
  /** Null while nobody listens. */
  readonly levels: Levels | null
}

/** The loudness of one channel: a bar for the average, a tick for the peak, and both in figures. */
export function Meter({ speaker, levels }: MeterProps): ReactNode {
  const peak = levels === null ? 0 : placeOf(levels.peak)
  const rms = levels === null ? 0 : placeOf(levels.rms)
  return (
    <div className="meter">
      <div
        className="meter-scale"
        role="meter"
        aria-label={deviceText.meter(speaker)}
        aria-valuemin={bottom}
        aria-valuemax={0}
        aria-valuenow={levels === null ? bottom : Math.max(bottom, Math.round(toDecibels(levels.rms)))}
      >
        <span className="meter-bar" style={{ transform: `scaleX(${rms / 100})` }} />
        <span
          className="meter-peak"
          style={{ left: `${peak}%` }}
          data-full={levels !== null && levels.clipped > 0}
        />
      </div>
      <span className="meter-figures">
        {levels === null ? deviceText.notHearing : deviceText.level(words(levels.peak), words(levels.rms))}
      </span>
    </div>
  )
}
