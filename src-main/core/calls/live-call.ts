import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { AsrEvent } from '#shared/contract/process-messages.ts'
import type { TurnView } from '#shared/contract/views.ts'
import type { Speaker } from '#shared/domain/call.ts'
import { punctuate } from '#shared/text/punctuate.ts'
import type { Publish } from '../connections.ts'
import type { CallRecord, StoredPartial } from '../store/call-store.ts'
import type { Store } from '../store/open-store.ts'
import type { CallSupport } from './call-support.ts'
import { revise, viewOf, type Pass, type TurnLayers } from './turn-layers.ts'

type Words = Extract<AsrEvent, { type: 'partial' }>
type Final = Extract<AsrEvent, { type: 'final' }>
type Revised = Extract<AsrEvent, { type: 'revised' }>

type Span = Pick<StoredPartial, 'speaker' | 'startMs' | 'endMs'>

/** How often the heard length is saved and shown. */
const progressEveryMs = 250

/** Two spans of a speaker are the same words when they share more than half of the shorter one. */
function sameSpan(left: Span, right: Span): boolean {
  if (left.speaker !== right.speaker) return false
  const shared = Math.min(left.endMs, right.endMs) - Math.max(left.startMs, right.startMs)
  const shorter = Math.min(left.endMs - left.startMs, right.endMs - right.startMs)
  return shared > shorter / 2
}

/** A call that is running: what asr says becomes turns, saved as they come, and goes to the support and the clients. */
export class LiveCall {
  record: CallRecord
  readonly #store: Store
  readonly #support: CallSupport
  readonly #publish: Publish
  readonly #layers: TurnLayers[]
  /** The same turns as they are shown: understanding knows a turn that did not change by its identity. */
  readonly #turns: TurnView[]
  readonly #partials: Map<Speaker, StoredPartial>
  /** Turns that the disk had no room for; saved with the next one, or at the end. */
  readonly #unsaved = new Set<number>()
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
    this.#layers = [...services.store.calls.turnLayers(record.callId)]
    this.#turns = this.#layers.map(viewOf)
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

  /** The number became known only now. */
  callerIs(callerNumber: string): void {
    this.record = { ...this.record, callerNumber }
    this.#store.calls.setCallerNumber(this.record.callId, callerNumber)
    if (this.#turns.length > 0) this.#support.heard(this.record, this.#turns)
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

  final(words: Final): void {
    const { speaker, startMs, endMs, text, confidence } = words
    this.#partials.delete(speaker)
    const known = this.#known(words)
    if (text === '' || known?.recovered === false) {
      this.#store.calls.dropPartial(this.record.callId, speaker)
      return
    }
    this.put({
      index: known?.index ?? this.#turns.length,
      speaker,
      startMs,
      endMs,
      streamed: passOf(words),
      corrections: this.#correct(text),
      recovered: false,
      decided: false,
      ...(confidence === undefined ? {} : { confidence }),
    })
  }

  /** The second pass of a turn: a turn that is not known, or still waits for its final, is left as it is. */
  revised(words: Revised): void {
    const known = this.#known(words)
    if (known?.recovered !== false) return
    const turn = revise(known, passOf(words), (text) => this.#correct(text))
    if (turn !== known) this.put(turn)
  }

  /** The turns as they are shown. */
  get views(): readonly TurnView[] {
    return this.#turns
  }

  turn(index: number): TurnLayers | undefined {
    return this.#layers[index]
  }

  /** Shows the turn before it is saved: on a full disk the person still has it in sight. `also` is saved with it. */
  put(turn: TurnLayers, also?: () => void): TurnView {
    const view = viewOf(turn)
    this.#publish('call.turn', { callId: this.record.callId, turn: view })
    this.#layers[turn.index] = turn
    this.#turns[turn.index] = view
    this.#unsaved.add(turn.index)
    this.#save(also)
    this.#support.heard(this.record, this.#turns, view)
    return view
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
    if (this.#unsaved.size > 0) {
      this.#save()
      this.#support.heard(this.record, this.#turns)
    }
    const { callId } = this.record
    this.#store.calls.setPhase(callId, phase)
    this.#support.ended(this.record, this.#turns)
    this.#publish('call.phase', { callId, phase })
  }

  #recover(partial: StoredPartial): void {
    const { text, ...place } = partial
    this.#partials.delete(partial.speaker)
    if (text === '') return
    this.put({
      index: this.#turns.length,
      ...place,
      streamed: { text },
      corrections: this.#correct(text),
      recovered: true,
      decided: false,
    })
  }

  #known(words: Span): TurnLayers | undefined {
    return this.#layers.findLast((turn) => sameSpan(turn, words))
  }

  #correct(words: string): ReturnType<CallSupport['correct']> {
    return this.#support.correct(words, this.#turns)
  }

  #save(also: () => void = () => undefined): void {
    const { callId } = this.record
    this.#store.transaction(() => {
      for (const index of this.#unsaved) {
        const turn = this.#layers[index]
        if (turn === undefined) continue
        this.#store.calls.putTurn(callId, turn)
        // The next words may be in the air already while an earlier turn changes.
        if (!this.#partials.has(turn.speaker)) this.#store.calls.dropPartial(callId, turn.speaker)
      }
      also()
    })
    this.#unsaved.clear()
  }
}

/** Where no model puts marks, the pauses say where they go; both are known only now. */
function passOf({ text, punctuated, pausesAfter }: Final | Revised): Pass {
  if (punctuated !== undefined) return { text, punctuated }
  return pausesAfter === undefined
    ? { text }
    : { text, punctuated: punctuate(text, { pausesAfter, final: true }) }
}
