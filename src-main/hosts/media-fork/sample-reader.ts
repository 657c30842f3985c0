import { aLawTable, muLawTable } from '#shared/audio/g711.ts'
import type { Encoding } from './fork-message.ts'

const readSample: Readonly<Record<Encoding, (view: DataView, offset: number) => number>> = {
  l16: (view, offset) => view.getInt16(offset, true),
  mulaw: (view, offset) => muLawTable[view.getUint8(offset)] ?? 0,
  alaw: (view, offset) => aLawTable[view.getUint8(offset)] ?? 0,
}

/**
 * Takes bytes as they come and gives the samples of each channel, in units of 16-bit PCM. A message may end in the middle
 * of a sample; its rest waits for the next.
 */
export function createSampleReader(
  encoding: Encoding,
  channels: number,
): (bytes: Uint8Array) => readonly Float32Array[] {
  const width = encoding === 'l16' ? 2 : 1
  const group = width * channels
  const read = readSample[encoding]
  let rest = new Uint8Array(0)
  return (bytes) => {
    const all = new Uint8Array(rest.length + bytes.length)
    all.set(rest)
    all.set(bytes, rest.length)
    const groups = Math.floor(all.length / group)
    rest = all.slice(groups * group)
    const view = new DataView(all.buffer)
    return Array.from({ length: channels }, (_, channel) =>
      Float32Array.from({ length: groups }, (__, index) => read(view, index * group + channel * width)),
    )
  }
}
