import type { FieldEntry } from '#shared/domain/ticket-fields.ts'
import type { OpenCall } from './call-store.ts'
import type { PlayedSpan } from './playback.ts'

/** The turn that a field's value was heard in, last of several; null where it was not heard, or there is no recording. */
export function evidenceSpan(call: OpenCall | null, entry: FieldEntry | null): PlayedSpan | null {
  const evidence = entry?.evidence.at(-1)
  if (call?.playable !== true || evidence === undefined) return null
  const turn = call.turns.find(({ index }) => index === evidence.turn)
  return turn === undefined ? null : { callId: call.callId, fromMs: turn.startMs, toMs: turn.endMs }
}
