import type { CaptureChoice, ChannelChoice } from '#shared/contract/capture-choice.ts'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { Result } from '#shared/base/result.ts'
import type { Speaker } from '#shared/domain/call.ts'
import type { Capture, CapturedAudio, OpenCapture } from '../audio/capture.ts'
import type { AudioDevice } from '../audio/open-source.ts'
import { SoundMonitor, testing } from '../audio/sound-monitor.ts'
import type { SpanPlayer } from '../audio/span-player.ts'
import { stereoWav } from '../audio/stereo-wav.ts'
import type { SeatConnection } from '../connection/seat-connection.ts'
import { captureNotices } from '../text/devices.ts'
import { applyLoss, nothingHeard, type DeviceStore } from './device-store.ts'

const sampleMs = 5_000

export interface DeviceActions {
  /** Reads the choice that is kept for this seat. */
  readonly load: () => Promise<void>
  /** Looks which devices there are. */
  readonly find: () => Promise<void>
  readonly choose: (speaker: Speaker, channel: ChannelChoice | null) => Promise<void>
  /** Each speaker is heard through what the other was. */
  readonly swap: () => Promise<void>
  readonly startTest: () => Promise<void>
  readonly stopTest: () => void
  /** Keeps the next five seconds of both channels. */
  readonly recordSample: () => void
  readonly playSample: () => Promise<void>
}

export interface DeviceActionDependencies {
  readonly connection: Pick<SeatConnection, 'call'>
  readonly store: DeviceStore
  readonly openCapture: OpenCapture
  readonly listDevices: () => Promise<Result<readonly AudioDevice[]>>
  readonly player: SpanPlayer
  readonly fail: (error: unknown) => void
}

export function createDeviceActions(dependencies: DeviceActionDependencies): DeviceActions {
  const { connection, store, player, fail } = dependencies
  let capture: Capture | null = null
  /** Counts the tests: what an older one still says is not of this one. */
  let test = 0
  let sample: Record<Speaker, Int16Array[]> = { seat: [], citizen: [] }

  function stopTest(): void {
    test += 1
    capture?.stop()
    capture = null
    player.stop()
    const { listener } = store.getState()
    if (listener === 'call') return
    store.setState({ listener: 'none', heard: nothingHeard, lost: [], sample: { kind: 'none' } })
  }

  async function startTest(): Promise<void> {
    if (store.getState().listener !== 'none') return
    const mine = ++test
    const monitor = new SoundMonitor(testing)
    store.setState({ listener: 'opening', problem: null, sample: { kind: 'none' } })
    const opened = await dependencies.openCapture(store.getState().choice, {
      onAudio: (audio) => {
        if (mine !== test) return
        store.setState({ heard: monitor.hear(audio) })
        keepSample(audio)
      },
      onChange: (change) => {
        if (change.state === 'back') monitor.startAnew(change.speakers)
        store.setState((state) => applyLoss(state, change))
      },
      onAsleep: () => store.setState({ problem: captureNotices.asleep }),
    })
    if (mine !== test) {
      if (opened.ok) opened.value.stop()
      return
    }
    if (opened.ok) capture = opened.value
    store.setState(opened.ok ? { listener: 'test' } : { listener: 'none', problem: opened.error.message })
  }

  function keepSample({ channels }: CapturedAudio): void {
    const state = store.getState().sample
    if (state.kind !== 'recording') return
    const length = channels.seat?.length ?? channels.citizen?.length ?? 0
    sample.seat.push(channels.seat ?? new Int16Array(length))
    sample.citizen.push(channels.citizen ?? new Int16Array(length))
    const leftMs = state.leftMs - (length * 1000) / sampleRate
    store.setState({ sample: leftMs > 0 ? { kind: 'recording', leftMs } : { kind: 'ready', playing: false } })
  }

  async function keepChoice(choice: CaptureChoice): Promise<void> {
    const wasTesting = store.getState().listener === 'test'
    stopTest()
    store.setState({ choice, problem: null })
    try {
      await connection.call('devices.set', { choice })
    } catch (error) {
      fail(error)
    }
    if (wasTesting) await startTest()
  }

  return {
    async load() {
      try {
        const { choice } = await connection.call('devices.get', {})
        if (choice !== null) store.setState({ choice })
      } catch (error) {
        fail(error)
      }
    },
    async find() {
      const found = await dependencies.listDevices()
      store.setState(found.ok ? { devices: found.value, problem: null } : { problem: found.error.message })
    },
    choose: (speaker, channel) => keepChoice({ ...store.getState().choice, [speaker]: channel }),
    swap: () => {
      const { seat, citizen } = store.getState().choice
      return keepChoice({ seat: citizen, citizen: seat })
    },
    startTest,
    stopTest,
    recordSample() {
      player.stop()
      sample = { seat: [], citizen: [] }
      store.setState({ sample: { kind: 'recording', leftMs: sampleMs } })
    },
    async playSample() {
      const ended = (): void => store.setState({ sample: { kind: 'ready', playing: false } })
      store.setState({ sample: { kind: 'ready', playing: true } })
      try {
        const wav = stereoWav(sample.seat, sample.citizen)
        await player.play(wav, { onPosition: () => undefined, onEnded: ended })
      } catch (error) {
        ended()
        fail(error)
      }
    },
  }
}
