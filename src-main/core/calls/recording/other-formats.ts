import { recordingText } from '#shared/catalogue/recordings.ts'

const formats = recordingText.otherFormats

/** What people add by mistake, known by the first bytes (as latin-1 text). */
const signatures: readonly (readonly [RegExp, string])[] = [
  [/^ID3|^\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff]/u, formats.mp3],
  [/^.{4}ftyp/su, formats.mp4],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml)/iu, formats.html],
  [/^OggS/u, formats.ogg],
  [/^fLaC/u, formats.flac],
  [/^#!AMR/u, formats.amr],
  [/^\x1a\x45\xdf\xa3/u, formats.webm],
  [/^RIFF.{4}AVI /su, formats.avi],
  [/^FLV/u, formats.flv],
  [/^RF64/u, formats.rf64],
  [/^\x30\x26\xb2\x75/u, formats.wma],
]

/** The Chinese name of the format that a file's first bytes show, if it is one of the known ones. */
export function nameOtherFormat(head: Buffer): string | undefined {
  const text = head.toString('latin1')
  return signatures.find(([signature]) => signature.test(text))?.[1]
}
