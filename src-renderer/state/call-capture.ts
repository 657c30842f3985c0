import { success, type Result } from '#shared/base/result.ts'
import type { AudioFrame } from '#shared/contract/audio-frame.ts'
import type { CaptureChoice } from '#shared/contract/capture-choice.ts'
import { speakers, type Speaker } from '#shared/domain/call.ts'
import { CallClock } from '../audio/call-clock.ts'
import type { Capture, CapturedAudio, CaptureChange, OpenCapture } from '../audio/capture.ts'
import { toDecibels } from '../audio/levels.ts'
import { calling, SoundMonitor, type Heard } from '../audio/sound-monitor.ts'
import { captureNotices } from '../text/devices.ts'
import { applyLoss, nothingHeard, type DeviceStore } from './device-store.ts'

/** A frame in which no channel is louder is a pause between words. */
const pauseBelow = -50

export interface CallCaptureDependencies {
  readonly openCapture: OpenCapture
  readonly store: DeviceStore
  readonly sendAudio: (frame: AudioFrame) => void
  readonly notify: (message: string) => void
  /** A clock that never jumps, ms. */
  readonly monotonicNow: () => number
}

/** The devices of one call. They are opened before the call begins; what they hear is sent from `begin` on. */
export interface CallCapture {
  /** @param sinceMs how long ago the call began */
  begin(stream: number, sinceMs: number): void
  stop(): void
}

/** Opens the devices for a call, sends what they hear on the call's clock, and tells each trouble of theirs once. */
export async function openCallCapture(
  choice: CaptureChoice,
  dependencies: CallCaptureDependencies,
): Promise<Result<CallCapture>> {
  const { store, notify } = dependencies
  const call = new CapturedCall(dependencies)
  store.setState({ listener: 'opening', problem: null })
  const opened = await dependencies.openCapture(choice, {
    onAudio: (audio) => call.hear(audio),
    onChange: (change) => call.changed(change),
    onAsleep: () => notify(captureNotices.asleep),
  })
  if (!opened.ok) {
    store.setState({ listener: 'none' })
    return opened
  }
  call.capture = opened.value
  store.setState({ listener: 'call', heard: nothingHeard, lost: [] })
  return success(call)
}

class CapturedCall implements CallCapture {
  readonly #dependencies: CallCaptureDependencies
  readonly #monitor = new SoundMonitor(calling)
  readonly #told = new Set<string>()
  capture: Capture | undefined
  #stream: number | undefined
  #clock = new CallClock(0)

  constructor(dependencies: CallCaptureDependencies) {
    this.#dependencies = dependencies
  }

  begin(stream: number, sinceMs: number): void {
    this.#clock = new CallClock(this.#dependencies.monotonicNow() - sinceMs)
    this.#stream = stream
  }

  stop(): void {
    this.#stream = undefined
    this.capture?.stop()
    this.#dependencies.store.setState({ listener: 'none', heard: nothingHeard, lost: [] })
  }

  hear(audio: CapturedAudio): void {
    if (this.#stream === undefined) return
    const heard = this.#monitor.hear(audio)
    this.#dependencies.store.setState({ heard })
    this.#send(this.#stream, audio, heard)
    this.#tell(heard)
  }

  changed(change: CaptureChange): void {
    const { store, notify } = this.#dependencies
    if (change.state === 'back') this.#monitor.startAnew(change.speakers)
    store.setState((state) => applyLoss(state, change))
    notify(captureNotices[change.state](change.speakers))
  }

  #send(stream: number, { startSample, channels }: CapturedAudio, heard: Heard): void {
    const length = Math.max(...Object.values(channels).map((samples) => samples.length))
    const place = this.#clock.place(startSample, length, this.#dependencies.monotonicNow(), isPause(heard))
    if (place === null) return
    for (const speaker of speakers) {
      const samples = channels[speaker]
      if (samples === undefined) continue
      const kept = place.skip === 0 ? samples : samples.slice(place.skip)
      this.#dependencies.sendAudio({ stream, speaker, startSample: place.startSample, samples: kept })
    }
  }

  #tell({ channels, sameVoice }: Heard): void {
    const { lost } = this.#dependencies.store.getState()
    for (const speaker of speakers) {
      const trouble = channels[speaker]?.trouble ?? null
      // Of a device that is gone enough was said.
      if (trouble === null || lost.includes(speaker)) continue
      this.#tellOnce(`${speaker}/${trouble}`, troubleNotice(speaker, trouble))
    }
    if (sameVoice === 'same') this.#tellOnce('same-voice', captureNotices.sameVoice)
  }

  #tellOnce(what: string, message: string): void {
    if (this.#told.has(what)) return
    this.#told.add(what)
    this.#dependencies.notify(message)
  }
}

function troubleNotice(speaker: Speaker, trouble: 'silent' | 'clipping' | 'quiet'): string {
  return trouble === 'silent' ? captureNotices.silent[speaker] : captureNotices[trouble](speaker)
}

function isPause({ channels }: Heard): boolean {
  return Object.values(channels).every(({ levels }) => toDecibels(levels.rms) < pauseBelow)
}
