import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { ProcedureArguments, ProcedureOutput } from '#shared/contract/contract.ts'
import type { Peaks } from '#shared/contract/review-views.ts'
import type { Speaker } from '#shared/domain/call.ts'
import { KeptResults } from './kept-results.ts'
import { refuseTooLong, wavSpan, type Playable } from '../recordings/playable.ts'

/** A line of the waveform: fine enough to see a syllable. */
const bucketMs = 50
const bucket = (sampleRate * bucketMs) / 1000
/** Decoded at once while the waveform is made. */
const pieceSamples = bucket * 600
/** Waveforms kept: a reviewer goes back and forth between a few calls. */
const keptPeaks = 8

/** The sound of calls under review. */
export class ReviewAudio {
  readonly #open: (callId: string) => Promise<Playable>
  readonly #peaks = new KeptResults<Peaks>(keptPeaks)

  /** `open` throws a FailureError where there is nothing to hear. */
  constructor(open: (callId: string) => Promise<Playable>) {
    this.#open = open
  }

  async span(span: ProcedureArguments<'review.audio'>): Promise<ProcedureOutput<'review.audio'>> {
    refuseTooLong(span.fromMs, span.toMs)
    return wavSpan(await this.#open(span.callId), span)
  }

  /** The waveform of a call that is over. */
  peaks(callId: string): Promise<Peaks> {
    return this.#peaks.get(callId, () => this.#open(callId).then(peaksOf))
  }
}

async function peaksOf(playable: Playable): Promise<Peaks> {
  return {
    bucketMs,
    seat: await channelPeaks(playable, 'seat'),
    citizen: await channelPeaks(playable, 'citizen'),
  }
}

async function channelPeaks({ length, channel }: Playable, speaker: Speaker): Promise<number[]> {
  const peaks: number[] = []
  for (let from = 0; from < length; from += pieceSamples) {
    const samples = await channel(speaker, from, Math.min(from + pieceSamples, length))
    for (let at = 0; at < samples.length; at += bucket)
      peaks.push(heightOf(samples.subarray(at, at + bucket)))
  }
  return peaks
}

/** The loudest sample on a square-root scale, which shows quiet speech too. */
function heightOf(samples: Int16Array): number {
  const loudest = samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)
  return Math.round(100 * Math.sqrt(Math.min(1, loudest / 32_767)))
}
