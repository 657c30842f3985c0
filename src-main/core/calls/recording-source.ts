import { unwrap } from '#shared/base/result.ts'
import type { AsrCommand } from '#shared/contract/process-messages.ts'
import type { CallSource } from '#shared/contract/views.ts'
import { speakers, type Speaker } from '#shared/domain/call.ts'
import type { AudioSource } from './audio-source.ts'
import { RecordingPlayer, type PlayerClock } from './recording/player.ts'
import { readRecording, type DecodedRecording } from './recording/read-recording.ts'

type Pace = Extract<CallSource, { kind: 'recording' }>['pace']

const playerClock: PlayerClock = {
  now: () => performance.now(),
  schedule: (task, delayMs) => {
    const timer = setTimeout(task, delayMs)
    return () => clearTimeout(timer)
  },
}

/** A recording (录音) that is played as a call. */
export class RecordingSource implements AudioSource {
  readonly channels: readonly Speaker[]
  /** A file ended before its header says it does. */
  readonly truncated: boolean
  readonly #recording: DecodedRecording
  readonly #pace: Pace
  readonly #sendAsr: (command: AsrCommand) => void
  #player: RecordingPlayer | undefined

  private constructor(recording: DecodedRecording, pace: Pace, sendAsr: (command: AsrCommand) => void) {
    this.channels = speakers.filter((speaker) => recording.channels[speaker] !== undefined)
    this.truncated = recording.truncated
    this.#recording = recording
    this.#pace = pace
    this.#sendAsr = sendAsr
  }

  /** Decodes the files; throws the failure of {@link readRecording}. */
  static async open(
    files: readonly string[],
    pace: Pace,
    sendAsr: (command: AsrCommand) => void,
  ): Promise<RecordingSource> {
    return new RecordingSource(unwrap(await readRecording(files)), pace, sendAsr)
  }

  load({ stream, fromSample, onEnd }: Parameters<AudioSource['load']>[0]): void {
    this.#player = new RecordingPlayer({
      recording: this.#recording,
      stream,
      pace: this.#pace,
      startSample: fromSample,
      clock: playerClock,
      send: (frame) => this.#sendAsr({ type: 'audio', frame }),
      onEnd,
    })
  }

  play(): void {
    this.#player?.start()
  }

  consumed(speaker: Speaker, sample: number): void {
    this.#player?.consumed(speaker, sample)
  }

  stop(): void {
    this.#player?.stop()
  }
}
