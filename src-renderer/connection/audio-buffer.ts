import { encodeAudioFrame, sampleRate, type AudioFrame } from '#shared/contract/audio-frame.ts'

const longestSeconds = 30

/** Keeps the newest 30 seconds of audio of each channel while nothing can be sent. */
export class AudioBuffer {
  #frames: AudioFrame[] = []

  push(frame: AudioFrame): void {
    const oldest = frame.startSample - longestSeconds * sampleRate
    this.#frames = this.#frames.filter((kept) => kept.stream === frame.stream && kept.startSample >= oldest)
    this.#frames.push(frame)
  }

  /** Everything kept, in the order it was spoken, in wire form; the buffer is empty afterwards. */
  drain(): readonly Uint8Array[] {
    const frames = this.#frames
    this.#frames = []
    return frames.map(encodeAudioFrame)
  }
}
