import { nextNudge, waitingNudges, type NudgeMoment } from '#shared/domain/review/next-nudge.ts'
import { isSpeaking, type CallFlag, type OpenCall } from './call-store.ts'
import type { UiState } from './ui-store.ts'

type Restraint = Pick<UiState, 'dial' | 'nudgesSeen' | 'nudgesAsked'>

/** The one flag to speak up about now, or null. */
export function nudgeOf(call: OpenCall | null, restraint: Restraint): CallFlag | null {
  return call === null ? null : nextNudge(momentOf(call, restraint))
}

/** What waits to be asked for. */
export function waitingNudgesOf(call: OpenCall | null, restraint: Restraint): readonly CallFlag[] {
  return call?.phase === 'live' && restraint.dial === 'on-demand'
    ? waitingNudges(momentOf(call, restraint))
    : []
}

function momentOf(call: OpenCall, { dial, nudgesSeen, nudgesAsked }: Restraint): NudgeMoment<CallFlag> {
  return {
    live: call.phase === 'live',
    citizenSpeaking: isSpeaking(call, 'citizen'),
    dial,
    asked: nudgesAsked,
    flags: call.flags,
    seen: nudgesSeen,
    nowMs: call.durationMs,
    turns: call.turns,
  }
}
