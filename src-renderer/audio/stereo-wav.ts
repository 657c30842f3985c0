import { sampleRate } from '#shared/contract/audio-frame.ts'

const headerBytes = 44

/** A stereo WAV of 16-bit samples at 16 kHz; the shorter channel ends in silence. */
export function stereoWav(left: readonly Int16Array[], right: readonly Int16Array[]): ArrayBuffer {
  const lengthOf = (pieces: readonly Int16Array[]): number =>
    pieces.reduce((sum, piece) => sum + piece.length, 0)
  const samples = Math.max(lengthOf(left), lengthOf(right))
  const view = new DataView(new ArrayBuffer(headerBytes + samples * 4))
  const text = (at: number, words: string): void => {
    for (let index = 0; index < words.length; index++) view.setUint8(at + index, words.charCodeAt(index))
  }
  text(0, 'RIFF')
  view.setUint32(4, headerBytes - 8 + samples * 4, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 2, true)
  view.setUint32(24, sampleRate, true)
  view.setUint32(28, sampleRate * 4, true)
  view.setUint16(32, 4, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, samples * 4, true)
  for (const [channel, pieces] of [left, right].entries()) {
    let at = headerBytes + channel * 2
    for (const piece of pieces) {
      for (const sample of piece) {
        view.setInt16(at, sample, true)
        at += 4
      }
    }
  }
  return view.buffer
}
