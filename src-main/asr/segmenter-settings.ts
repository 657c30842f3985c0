import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { SegmenterSettings } from './segmenter.ts'
import { voiceWindow } from './sherpa-config.ts'

const seconds = (length: number): number => Math.round(length * sampleRate)

/**
 * Silero as configured says "speech" in the third window above its threshold and stops in the second one below. 0.5 s of
 * silence ends an utterance: of 112 sentences that people read aloud this tears 14, 0.6 s tears 12, 0.4 s 25; longer delays
 * answers. Beyond 15 s a breath is enough to cut, so that nobody waits for the end of a long complaint, and a decoder is never
 * kept for more than 20 s.
 */
export const segmenterSettings: SegmenterSettings = {
  onsetLag: 2 * voiceWindow,
  hangover: voiceWindow,
  preRoll: seconds(0.44),
  endSilence: seconds(0.5),
  numberSilence: seconds(0.7),
  tail: seconds(0.1),
  softLimit: seconds(15),
  pause: seconds(0.2),
  hardLimit: seconds(20),
}

/** A partial at most this often in the time of the call, so that it does not depend on how fast audio comes. */
export const partialInterval = seconds(0.1)

/**
 * Zeros fed after the last word: streaming models look a chunk ahead before they say it. Where speech is cut in the middle no
 * silence comes before them; from 0.86 s on a paraformer loses nothing there.
 */
export const tailPadding = seconds(0.86)

/** A gap in the audio is heard as silence up to here, which ends any utterance; the rest of it is skipped. */
export const longestFilledGap = seconds(1)
