/** A stereo 8 kHz 16-bit WAV of silence. */
export function silentWav(durationMs: number): Buffer {
  return stereoWav(new Int16Array(durationMs * 8), new Int16Array(durationMs * 8), 8000)
}

/** Two channels as one 16-bit stereo WAV: left seat, right citizen. */
export function stereoWav(left: Int16Array, right: Int16Array, rate: number): Buffer {
  const frames = Math.max(left.length, right.length)
  const data = Buffer.alloc(frames * 4)
  for (let frame = 0; frame < frames; frame += 1) {
    data.writeInt16LE(left[frame] ?? 0, frame * 4)
    data.writeInt16LE(right[frame] ?? 0, frame * 4 + 2)
  }
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + data.length, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(2, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate * 4, 28)
  header.writeUInt16LE(4, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36)
  header.writeUInt32LE(data.length, 40)
  return Buffer.concat([header, data])
}
