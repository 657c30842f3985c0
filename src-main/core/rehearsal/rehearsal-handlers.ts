import type { Handlers } from '#shared/contract/dispatcher.ts'
import type { RehearsalProcedure, Rehearsals } from './rehearsals.ts'

/** One line a procedure. */
export function rehearsalHandlers(rehearsals: () => Rehearsals): Pick<Handlers, RehearsalProcedure> {
  return {
    'rehearsals.list': () => rehearsals().choices(),
    'rehearsals.history': ({ limit }, caller) => rehearsals().reports?.history(limit, caller) ?? [],
    'rehearsals.current': () => ({ current: rehearsals().room.current ?? null }),
    'rehearsals.say': ({ callId, text }) => {
      rehearsals().room.say(callId, text)
      return {}
    },
    'rehearsals.control': ({ callId, action }) => {
      rehearsals().room.control(callId, action)
      return {}
    },
    'rehearsals.sound': ({ callId, line }) => rehearsals().room.sound(callId, line),
    'rehearsals.report': ({ callId }, caller) => rehearsals().kept.report(callId, caller),
    'rehearsals.judge': ({ callId, item, points }, caller) =>
      rehearsals().kept.judge(callId, item, points, caller),
  }
}
