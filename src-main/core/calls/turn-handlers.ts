import type { Handlers } from '#shared/contract/dispatcher.ts'
import type { TurnChoices } from './turn-choices.ts'

export function turnHandlers(choices: TurnChoices): Pick<Handlers, 'turns.choose'> {
  return {
    'turns.choose': ({ callId, turn, choice }, { staffNumber }) =>
      choices.choose(callId, turn, choice, staffNumber),
  }
}
