import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { AsrEvent } from '#shared/contract/process-messages.ts'
import type { Speaker } from '#shared/domain/call.ts'
import { endsInNumeral } from '#shared/text/ends-in-numeral.ts'
import type { HeardWords, SpokenUtterance } from './second-pass.ts'
import { joinPieces, WindowHistory } from './window-history.ts'
import {
  lookBack,
  settledSample,
  stepSegmenter,
  type SegmenterSettings,
  type SegmenterState,
} from './segmenter.ts'
import { longestFilledGap, partialInterval } from './segmenter-settings.ts'
import { voiceWindow } from './sherpa-config.ts'

/** Judges one window of {@link voiceWindow} samples after another. */
export interface VoiceActivity {
  isSpeech(window: Float32Array): boolean
  reset(): void
}

/** Decodes utterances, each by a decoder of its own. */
export interface SpeechDecoder {
  begin(): Utterance
}

export interface Utterance {
  /** The text so far. */
  accept(samples: Float32Array): string
  finish(): HeardWords & { readonly confidence?: number }
}

interface ChannelParts {
  readonly stream: number
  readonly speaker: Speaker
  readonly voiceActivity: VoiceActivity
  readonly decoder: SpeechDecoder
  readonly settings: SegmenterSettings
  readonly emit: (event: AsrEvent) => void
  /** Takes each utterance that had words, with its sound, for a second pass; absent = there is none. */
  readonly decodeAgain?: (utterance: Omit<SpokenUtterance, 'stream' | 'speaker'>) => void
}

/**
 * One speaker of one call: owns a detector and, while somebody speaks, a decoder. Frames may begin at any sample: what was
 * heard already is ignored, so that a resend is harmless, and a gap is silence.
 */
export class ChannelRecogniser {
  readonly #parts: ChannelParts
  readonly #history: WindowHistory
  #state: SegmenterState = { kind: 'silent', freeFrom: 0 }
  #utterance: Utterance | undefined
  /** What the utterance was fed, kept for the second pass. */
  #fed: Float32Array[] = []
  #text = ''
  #shownText = ''
  #shownAt = 0
  /** First sample of the window that is being filled. */
  #position: number | undefined
  #window = new Float32Array(voiceWindow)
  #filled = 0

  constructor(parts: ChannelParts) {
    this.#parts = parts
    this.#history = new WindowHistory(lookBack(parts.settings) + voiceWindow)
  }

  /** Hears a frame: 16-bit samples of which the first is `startSample` of the call. */
  accept(startSample: number, samples: Int16Array): void {
    const heard = this.#position === undefined ? startSample : this.#position + this.#filled
    if (this.#position === undefined) this.#jump(startSample)
    const gap = startSample - heard
    if (gap > 0) this.#skip(gap, startSample)
    for (const sample of gap < 0 ? samples.subarray(-gap) : samples) this.#push(sample / 32_768)
    this.#reportProgress()
  }

  /** No more audio comes: finishes the last words. */
  close(): void {
    while (this.#filled > 0) this.#push(0)
    this.#endUtterance()
    this.#reportProgress()
  }

  #skip(gap: number, nextSample: number): void {
    for (let sample = 0; sample < Math.min(gap, longestFilledGap); sample += 1) this.#push(0)
    if (gap <= longestFilledGap) return
    this.#endUtterance()
    this.#jump(nextSample)
  }

  #jump(sample: number): void {
    this.#position = sample
    this.#filled = 0
    this.#state = { kind: 'silent', freeFrom: sample }
    this.#history.clear()
    this.#parts.voiceActivity.reset()
  }

  #push(sample: number): void {
    this.#window[this.#filled] = sample
    this.#filled += 1
    if (this.#filled < voiceWindow) return
    const window = this.#window
    this.#window = new Float32Array(voiceWindow)
    this.#filled = 0
    this.#hear(window)
  }

  #hear(samples: Float32Array): void {
    const start = this.#position ?? 0
    const end = start + samples.length
    const speech = this.#parts.voiceActivity.isSpeech(samples)
    const inNumber = endsInNumeral(this.#text)
    const { state, event } = stepSegmenter(
      this.#state,
      { start, end, speech, inNumber },
      this.#parts.settings,
    )
    this.#position = end
    this.#history.add(start, samples)
    if (event?.type === 'begin') this.#beginUtterance(event.feedFrom, event.onset)
    else this.#feed(samples)
    if (event?.type === 'end') this.#finishUtterance(event.onset, event.speechEnd)
    this.#state = state
    this.#showPartial(end)
  }

  #beginUtterance(feedFrom: number, onset: number): void {
    this.#utterance = this.#parts.decoder.begin()
    const lead = this.#parts.settings.preRoll - (onset - feedFrom)
    if (lead > 0) this.#feed(new Float32Array(lead))
    for (const piece of this.#history.from(feedFrom)) this.#feed(piece)
  }

  #feed(samples: Float32Array): void {
    if (this.#utterance === undefined) return
    this.#text = this.#utterance.accept(samples)
    if (this.#parts.decodeAgain !== undefined) this.#fed.push(samples)
  }

  #showPartial(now: number): void {
    if (this.#state.kind !== 'speaking' || this.#text === this.#shownText) return
    if (now - this.#shownAt < partialInterval) return
    const { stream, speaker, emit } = this.#parts
    const times = { startMs: milliseconds(this.#state.onset), endMs: milliseconds(now) }
    emit({ type: 'partial', stream, speaker, ...times, text: this.#text })
    this.#shownText = this.#text
    this.#shownAt = now
  }

  #endUtterance(): void {
    if (this.#state.kind !== 'speaking') return
    this.#finishUtterance(this.#state.onset, this.#state.speechEnd)
    this.#state = { kind: 'silent', freeFrom: this.#position ?? 0 }
  }

  #finishUtterance(onset: number, speechEnd: number): void {
    const words = this.#utterance?.finish()
    const wasShown = this.#shownText !== ''
    const fed = this.#fed
    this.#fed = []
    this.#utterance = undefined
    this.#text = ''
    this.#shownText = ''
    // A cough has no words; it is worth telling only where a partial must be taken back.
    if (words === undefined || (words.text === '' && !wasShown)) return
    const { stream, speaker, emit, decodeAgain } = this.#parts
    const times = { startMs: milliseconds(onset), endMs: milliseconds(speechEnd) }
    emit({ type: 'final', stream, speaker, ...times, ...words })
    if (words.text !== '') decodeAgain?.({ ...times, ...words, samples: joinPieces(fed) })
  }

  #reportProgress(): void {
    const { stream, speaker, settings, emit } = this.#parts
    const decodedSample = this.#position ?? 0
    const settled = settledSample(this.#state, decodedSample, settings)
    emit({ type: 'progress', stream, speaker, decodedSample, settledSample: settled })
  }
}

function milliseconds(sample: number): number {
  return Math.round((sample * 1000) / sampleRate)
}
