import type { Handlers } from '#shared/contract/dispatcher.ts'
import type { DeskFinder } from '../rehearsal/call-desks.ts'

export function turnHandlers(desks: DeskFinder): Pick<Handlers, 'turns.choose'> {
  return {
    'turns.choose': ({ callId, turn, choice }, { staffNumber }) =>
      desks.holding(callId).choices.choose(callId, turn, choice, staffNumber),
  }
}
