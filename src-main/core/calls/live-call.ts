import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { AsrEvent } from '#shared/contract/process-messages.ts'
import type { TurnView } from '#shared/contract/views.ts'
import type { Speaker } from '#shared/domain/call.ts'
import type { Publish } from '../connections.ts'
import type { CallRecord, StoredPartial } from '../store/call-store.ts'
import type { Store } from '../store/open-store.ts'
import type { CallSupport } from './call-support.ts'

type Words = Extract<AsrEvent, { type: 'partial' | 'final' }>

/** How often the heard length is saved and shown. */
const progressEveryMs = 250

/** Two spans of one speaker are the same words when they share more than half of the shorter one. */
function sameSpan(left: StoredPartial, right: { startMs: number; endMs: number }): boolean {
  const shared = Math.min(left.endMs, right.endMs) - Math.max(left.startMs, right.startMs)
  const shorter = Math.min(left.endMs - left.startMs, right.endMs - right.startMs)
  return shared > shorter / 2
}

/** A call that is running: what asr says becomes turns, saved as they come, and goes to the support and the clients. */
export class LiveCall {
  readonly record: CallRecord
  readonly #store: Store
  readonly #support: CallSupport
  readonly #publish: Publish
  readonly #turns: TurnView[]
  readonly #partials: Map<Speaker, StoredPartial>
  /** Turns that the disk had no room for; saved with the next one, or at the end. */
  readonly #unsaved = new Map<number, TurnView>()
  readonly #open: Set<Speaker>
  readonly #decodedMs = new Map<Speaker, number>()
  #savedMs: number

  constructor(
    record: CallRecord,
    speakers: readonly Speaker[],
    services: { readonly store: Store; readonly support: CallSupport; readonly publish: Publish },
  ) {
    this.record = record
    this.#store = services.store
    this.#support = services.support
    this.#publish = services.publish
    this.#turns = [...services.store.calls.turns(record.callId)]
    this.#partials = new Map(
      services.store.calls.partials(record.callId).map((partial) => [partial.speaker, partial]),
    )
    this.#open = new Set(speakers)
    this.#savedMs = record.durationMs
  }

  /** Channels that have not finished yet. */
  get openSpeakers(): readonly Speaker[] {
    return [...this.#open]
  }

  partial(words: Words): void {
    const { callId } = this.record
    const { speaker, startMs, endMs, text } = words
    const before = this.#partials.get(speaker)
    // The final of the utterance before never came (a process died in between): its words are kept as a turn.
    if (before !== undefined && startMs >= before.endMs) this.#recover(before)
    const partial = { speaker, startMs, endMs, text }
    this.#partials.set(speaker, partial)
    this.#publish('call.partial', { callId, ...partial })
    this.#store.calls.putPartial(callId, partial)
  }

  final(words: Words & { readonly confidence?: number }): void {
    const { speaker, startMs, endMs, text, confidence } = words
    this.#partials.delete(speaker)
    const known = this.#turns.findLast(
      (turn) => turn.speaker === speaker && sameSpan(turn, { startMs, endMs }),
    )
    if (text === '' || known?.recovered === false) {
      this.#store.calls.dropPartial(this.record.callId, speaker)
      return
    }
    this.#put({
      index: known?.index ?? this.#turns.length,
      speaker,
      startMs,
      endMs,
      text,
      recovered: false,
      ...(confidence === undefined ? {} : { confidence }),
    })
  }

  progress(speaker: Speaker, decodedSample: number): void {
    this.#decodedMs.set(speaker, (decodedSample * 1000) / sampleRate)
    const heardMs = Math.max(...this.#decodedMs.values())
    if (heardMs < this.#savedMs + progressEveryMs) return
    this.#savedMs = heardMs
    this.#publish('call.progress', { callId: this.record.callId, durationMs: heardMs })
    this.#store.calls.setDuration(this.record.callId, heardMs)
  }

  /** True when this was the last open channel. */
  closed(speaker: Speaker): boolean {
    return this.#open.delete(speaker) && this.#open.size === 0
  }

  /** Keeps words that never became final, and ends the call in the phase given. */
  finish(phase: 'ended' | 'interrupted'): void {
    for (const partial of this.#partials.values()) this.#recover(partial)
    this.#partials.clear()
    if (this.#unsaved.size > 0) this.#save()
    const { callId } = this.record
    this.#store.calls.setPhase(callId, phase)
    this.#support.ended(this.record, this.#turns)
    this.#publish('call.phase', { callId, phase })
  }

  #recover(partial: StoredPartial): void {
    if (partial.text === '') return
    this.#put({ index: this.#turns.length, ...partial, recovered: true })
  }

  /** Shows the turn before it is saved: on a full disk the person still has it in sight. */
  #put(turn: TurnView): void {
    this.#publish('call.turn', { callId: this.record.callId, turn })
    this.#turns[turn.index] = turn
    this.#unsaved.set(turn.index, turn)
    this.#save()
  }

  #save(): void {
    const { callId } = this.record
    this.#store.transaction(() => {
      for (const turn of this.#unsaved.values()) {
        this.#store.calls.putTurn(callId, turn)
        this.#store.calls.dropPartial(callId, turn.speaker)
      }
    })
    this.#unsaved.clear()
    this.#support.heard(this.record, this.#turns)
  }
}
