import { isSpeaking, type CallFlag, type OpenCall } from './call-store.ts'
import type { Dial } from './ui-store.ts'

/** Names a flag among those seen. */
export function flagKey(flag: Pick<CallFlag, 'turn' | 'rule'>): string {
  return `${flag.turn}/${flag.rule}`
}

const spoken: Record<Dial, readonly CallFlag['severity'][]> = {
  silent: [],
  normal: ['caution', 'serious'],
  novice: ['info', 'caution', 'serious'],
}

/** The one flag to speak up about: the newest not yet seen. None while the citizen speaks, and none after the call. */
export function nudgeOf(call: OpenCall | null, dial: Dial, seen: readonly string[]): CallFlag | null {
  if (call?.phase !== 'live' || isSpeaking(call, 'citizen')) return null
  const candidates = call.flags.filter(
    (flag) => !flag.dismissed && spoken[dial].includes(flag.severity) && !seen.includes(flagKey(flag)),
  )
  return candidates.toSorted((left, right) => right.turn - left.turn)[0] ?? null
}
