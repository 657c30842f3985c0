import { sampleRate } from '#shared/contract/audio-frame.ts'

const headerBytes = 44

/** A WAV of one or two channels of the same length, 16 bit at {@link sampleRate}. */
export function encodeWav(channels: readonly Int16Array[]): Buffer {
  const frames = channels[0]?.length ?? 0
  const frameBytes = channels.length * 2
  const wav = Buffer.alloc(headerBytes + frames * frameBytes)
  wav.write('RIFF', 0, 'latin1')
  wav.writeUInt32LE(wav.length - 8, 4)
  wav.write('WAVEfmt ', 8, 'latin1')
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(channels.length, 22)
  wav.writeUInt32LE(sampleRate, 24)
  wav.writeUInt32LE(sampleRate * frameBytes, 28)
  wav.writeUInt16LE(frameBytes, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36, 'latin1')
  wav.writeUInt32LE(frames * frameBytes, 40)
  channels.forEach((samples, channel) => {
    for (let frame = 0; frame < frames; frame += 1) {
      wav.writeInt16LE(samples[frame] ?? 0, headerBytes + frame * frameBytes + channel * 2)
    }
  })
  return wav
}
