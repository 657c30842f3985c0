/** Builds WAV files for tests; each header field can be set to make a bad one. */

export interface WavOptions {
  readonly tag: number
  readonly channels: number
  readonly rate: number
  readonly bits: number
  readonly data: Buffer
  /** What the header promises; the real size where absent. */
  readonly dataSize?: number
  readonly extensible?: boolean
}

export function wavFile(options: WavOptions): Buffer {
  const { tag, channels, rate, bits, data, extensible = false } = options
  const format = Buffer.alloc(extensible ? 40 : 16)
  const frameBytes = (channels * bits) / 8
  format.writeUInt16LE(extensible ? 0xfffe : tag, 0)
  format.writeUInt16LE(channels, 2)
  format.writeUInt32LE(rate, 4)
  format.writeUInt32LE(rate * frameBytes, 8)
  format.writeUInt16LE(frameBytes, 12)
  format.writeUInt16LE(bits, 14)
  if (extensible) {
    format.writeUInt16LE(22, 16)
    format.writeUInt16LE(bits, 18)
    format.writeUInt16LE(tag, 24)
  }
  const body = Buffer.concat([chunk('fmt ', format), chunk('LIST', Buffer.from('odd')), chunk('data', data)])
  if (options.dataSize !== undefined) body.writeUInt32LE(options.dataSize, body.length - data.length - 4)
  return Buffer.concat([Buffer.from('RIFF'), size(body.length + 4), Buffer.from('WAVE'), body])
}

/** 16-bit PCM of one or two channels of the same length. */
export function pcm16(channels: readonly (readonly number[])[]): Buffer {
  const frames = channels[0]?.length ?? 0
  const bytes = Buffer.alloc(frames * channels.length * 2)
  for (let frame = 0; frame < frames; frame += 1) {
    channels.forEach((samples, channel) => {
      bytes.writeInt16LE(samples[frame] ?? 0, (frame * channels.length + channel) * 2)
    })
  }
  return bytes
}

function chunk(id: string, content: Buffer): Buffer {
  const padding = content.length % 2 === 1 && id !== 'data' ? Buffer.alloc(1) : Buffer.alloc(0)
  return Buffer.concat([Buffer.from(id), size(content.length), content, padding])
}

function size(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
