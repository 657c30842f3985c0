/**
 * When a finished utterance is decoded again (二次识别): one at a time, oldest first, and not at all while the machine is too
 * busy. Pure; times are milliseconds of a clock that never goes back.
 */
export interface QueueSettings {
  /** An utterance that waits longer shows that the second pass cannot keep up. */
  readonly longestWait: number
  /** Lag of the streaming recogniser beyond which the second pass gets out of its way. */
  readonly longestLag: number
  /** How long nothing of that may have been seen before it is tried again; doubles at each relapse, up to `longestCalm`. */
  readonly calm: number
  readonly longestCalm: number
}

export const queueSettings: QueueSettings = {
  longestWait: 5_000,
  longestLag: 300,
  calm: 5_000,
  longestCalm: 300_000,
}

export interface QueueState<Item> {
  readonly waiting: readonly { readonly item: Item; readonly since: number }[]
  readonly running: boolean
  readonly skipping: boolean
  /** When the machine was last seen too busy. */
  readonly busyAt: number
  readonly calm: number
}

export type QueueEvent<Item> =
  | { readonly type: 'offer'; readonly item: Item }
  /** The decoder is free: it has finished one, or has just been loaded. */
  | { readonly type: 'free' }
  /** Time went by; `lag` of the streaming recogniser where it is known. */
  | { readonly type: 'look'; readonly lag?: number }

export interface QueueStep<Item> {
  readonly state: QueueState<Item>
  readonly start?: Item
  readonly dropped: readonly Item[]
}

/** The decoder is being loaded: utterances wait for it. */
export function emptyQueue<Item>(settings: QueueSettings): QueueState<Item> {
  return { waiting: [], running: true, skipping: false, busyAt: -Infinity, calm: settings.calm }
}

export function stepQueue<Item>(
  before: QueueState<Item>,
  event: QueueEvent<Item>,
  now: number,
  settings: QueueSettings,
): QueueStep<Item> {
  const state = take(before, event, now)
  if (isBusy(state, event, now, settings)) return skip(state, event, now, settings)
  if (state.skipping) return whileSkipping(state, event, now)
  const [next, ...rest] = state.waiting
  if (state.running || next === undefined) return { state, dropped: [] }
  return { state: { ...state, waiting: rest, running: true }, start: next.item, dropped: [] }
}

function take<Item>(state: QueueState<Item>, event: QueueEvent<Item>, now: number): QueueState<Item> {
  if (event.type === 'free') return { ...state, running: false }
  if (event.type === 'look' || state.skipping) return state
  return { ...state, waiting: [...state.waiting, { item: event.item, since: now }] }
}

function isBusy<Item>(
  { waiting }: QueueState<Item>,
  event: QueueEvent<Item>,
  now: number,
  settings: QueueSettings,
): boolean {
  const [oldest] = waiting
  if (oldest !== undefined && now - oldest.since > settings.longestWait) return true
  return event.type === 'look' && event.lag !== undefined && event.lag > settings.longestLag
}

function skip<Item>(
  state: QueueState<Item>,
  event: QueueEvent<Item>,
  now: number,
  settings: QueueSettings,
): QueueStep<Item> {
  // A relapse soon after the last time: the machine is not up to it, and going to and fro would only be noise.
  const relapse = !state.skipping && now - state.busyAt < settings.longestCalm
  const longer = Math.min(state.calm * 2, settings.longestCalm)
  const calm = state.skipping ? state.calm : relapse ? longer : settings.calm
  const dropped = [...state.waiting.map(({ item }) => item), ...refused(state, event)]
  return { state: { ...state, waiting: [], skipping: true, busyAt: now, calm }, dropped }
}

function whileSkipping<Item>(state: QueueState<Item>, event: QueueEvent<Item>, now: number): QueueStep<Item> {
  const over = !state.running && now - state.busyAt >= state.calm
  return { state: over ? { ...state, skipping: false } : state, dropped: refused(state, event) }
}

/** What is offered while nothing is taken. */
function refused<Item>(state: QueueState<Item>, event: QueueEvent<Item>): readonly Item[] {
  return state.skipping && event.type === 'offer' ? [event.item] : []
}
