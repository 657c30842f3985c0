import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { AsrCommand } from '#shared/contract/process-messages.ts'

/** A line that sounds, and since when, ms since the start. */
export interface SoundingLine {
  readonly samples: Int16Array
  readonly sinceMs: number
}

const samplesAt = (ms: number): number => Math.round((ms * sampleRate) / 1000)

/** The citizen's channel of a recorded call, as a telephone line would bring it: the line that is said, or silence. */
export class CitizenChannel {
  readonly #stream: number
  readonly #sendAsr: (command: AsrCommand) => void
  #sent = 0

  constructor(stream: number, sendAsr: (command: AsrCommand) => void) {
    this.#stream = stream
    this.#sendAsr = sendAsr
  }

  /** Sends what sounded since the last time, up to so many ms since the start. */
  sendUntil(sinceStartMs: number, line: SoundingLine | undefined): void {
    const until = samplesAt(sinceStartMs)
    if (until <= this.#sent) return
    const samples = new Int16Array(until - this.#sent)
    if (line !== undefined) {
      const heard = this.#sent - samplesAt(line.sinceMs)
      const rest = line.samples.subarray(Math.max(0, heard), Math.max(0, heard + samples.length))
      samples.set(rest, Math.max(0, -heard))
    }
    const frame = { stream: this.#stream, speaker: 'citizen', startSample: this.#sent, samples } as const
    this.#sendAsr({ type: 'audio', frame })
    this.#sent = until
  }
}
