import { aLawTable, muLawTable } from '#shared/audio/g711.ts'

/** Reads one sample at a byte offset, in units of 16-bit PCM. */
export interface SampleCodec {
  readonly bytes: number
  readonly read: (bytes: Buffer, offset: number) => number
}

type Found = { readonly codec: SampleCodec } | { readonly unsupported: string }

const pcm: Readonly<Record<number, SampleCodec['read']>> = {
  1: (bytes, offset) => (bytes.readUInt8(offset) - 128) * 256,
  2: (bytes, offset) => bytes.readInt16LE(offset),
  3: (bytes, offset) => bytes.readIntLE(offset, 3) / 256,
  4: (bytes, offset) => bytes.readInt32LE(offset) / 65_536,
}

function readFloat(bytes: Buffer, offset: number): number {
  const value = bytes.readFloatLE(offset)
  return Number.isFinite(value) ? value * 32_768 : 0
}

/** Names of the codes that people meet in recordings of telephone systems (from the RIFF register of format tags). */
const unsupportedNames: Readonly<Record<number, string>> = {
  0x0002: 'MS ADPCM',
  0x0011: 'IMA ADPCM',
  0x0031: 'GSM 6.10',
  0x0040: 'G.721 ADPCM',
  0x0055: 'MP3',
  0x0064: 'G.726 ADPCM',
  0x0083: 'G.729',
}

/** The codec of a format tag (1 PCM, 3 float, 6 A-law, 7 µ-law) with so many bytes a sample. */
export function findCodec(tag: number, bytes: number): Found {
  if (tag === 1) {
    const read = pcm[bytes]
    return read === undefined ? { unsupported: `PCM ${String(bytes * 8)} bit` } : { codec: { bytes, read } }
  }
  if (tag === 3 && bytes === 4) return { codec: { bytes, read: readFloat } }
  if (tag === 3) return { unsupported: `IEEE float ${String(bytes * 8)} bit` }
  const table = { 6: aLawTable, 7: muLawTable }[tag]
  if (table !== undefined && bytes === 1) {
    return { codec: { bytes, read: (buffer, offset) => table[buffer.readUInt8(offset)] ?? 0 } }
  }
  return { unsupported: unsupportedNames[tag] ?? `0x${tag.toString(16).padStart(4, '0')}` }
}
