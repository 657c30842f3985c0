/**
 * Cuts a channel into utterances from one judgement a window: speech or not. Pure; every time is a sample of the call.
 * The detector lags: it says "speech" `onsetLag` after speech began and goes on saying it for `hangover` after it ended.
 */
export interface SegmenterSettings {
  readonly onsetLag: number
  readonly hangover: number
  /** Audio before the onset that a fresh decoder is fed, without which it loses the first character. */
  readonly preRoll: number
  /** Silence that ends an utterance. */
  readonly endSilence: number
  /** The same while a number is being said: people stop between the groups of a telephone number. */
  readonly numberSilence: number
  /** Sound kept with an utterance after its last speech; the next one may be fed from there. */
  readonly tail: number
  /** From this length on, `pause` is enough to cut; at `hardLimit` it is cut wherever it is. */
  readonly softLimit: number
  readonly pause: number
  readonly hardLimit: number
}

export type SegmenterState =
  /** Nothing before `freeFrom` may be decoded again. */
  | { readonly kind: 'silent'; readonly freeFrom: number }
  | {
      readonly kind: 'speaking'
      readonly feedFrom: number
      readonly onset: number
      readonly speechEnd: number
    }

export type SegmentEvent =
  /** An utterance began at `onset`; feed audio from `feedFrom`, this window included. */
  | { readonly type: 'begin'; readonly feedFrom: number; readonly onset: number }
  /** The utterance ended; this window is its last. */
  | { readonly type: 'end'; readonly onset: number; readonly speechEnd: number }

export interface VoiceWindow {
  readonly start: number
  readonly end: number
  readonly speech: boolean
  /** The words so far end in a numeral. */
  readonly inNumber?: boolean
}

interface SegmentStep {
  readonly state: SegmenterState
  readonly event?: SegmentEvent
}

export function stepSegmenter(
  state: SegmenterState,
  window: VoiceWindow,
  settings: SegmenterSettings,
): SegmentStep {
  if (state.kind === 'silent') return window.speech ? begin(state.freeFrom, window, settings) : { state }
  const speechEnd = window.speech
    ? Math.max(state.speechEnd, window.end - settings.hangover)
    : state.speechEnd
  const silence = window.end - speechEnd
  const length = window.end - state.onset
  const patience = window.inNumber === true ? settings.numberSilence : settings.endSilence
  const ended = !window.speech && silence >= patience
  const paused = !window.speech && length >= settings.softLimit && silence >= settings.pause
  if (ended || paused) {
    const freeFrom = Math.min(window.end, speechEnd + settings.tail)
    return { state: { kind: 'silent', freeFrom }, event: { type: 'end', onset: state.onset, speechEnd } }
  }
  if (length >= settings.hardLimit) {
    const event = { type: 'end', onset: state.onset, speechEnd: window.end } as const
    return { state: { kind: 'silent', freeFrom: window.end }, event }
  }
  return { state: { ...state, speechEnd } }
}

/**
 * The first sample still needed, `position` being the first one not yet judged: a new recogniser that is fed from here
 * finds every word that has not been reported as final. It never goes back.
 */
export function settledSample(state: SegmenterState, position: number, settings: SegmenterSettings): number {
  if (state.kind === 'speaking') return state.feedFrom
  return Math.max(state.freeFrom, position - lookBack(settings))
}

/** Audio that must be kept from before the present. */
export function lookBack(settings: SegmenterSettings): number {
  return settings.preRoll + settings.onsetLag
}

function begin(freeFrom: number, window: VoiceWindow, settings: SegmenterSettings): SegmentStep {
  const onset = Math.max(freeFrom, window.start - settings.onsetLag)
  const feedFrom = Math.max(freeFrom, window.start - lookBack(settings))
  const state = { kind: 'speaking', feedFrom, onset, speechEnd: window.end } as const
  return { state, event: { type: 'begin', feedFrom, onset } }
}
