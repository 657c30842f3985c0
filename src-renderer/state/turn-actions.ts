import type { ProcedureInput } from '#shared/contract/contract.ts'
import type { SeatConnection } from '../connection/seat-connection.ts'
import { applyTurn, changeCall, openCall, type CallStore } from './call-store.ts'

export type TurnChoice = ProcedureInput<'turns.choose'>['choice']

export interface TurnActions {
  /** Takes a name, the words as heard, or a pass of the recogniser for a turn of the call shown. */
  readonly choose: (turn: number, choice: TurnChoice) => Promise<void>
}

export function createTurnActions(
  connection: Pick<SeatConnection, 'call'>,
  store: CallStore,
  fail: (error: unknown) => void,
): TurnActions {
  return {
    async choose(turn, choice) {
      const call = openCall(store.getState())
      if (call === null) return
      try {
        const changed = await connection.call('turns.choose', { callId: call.callId, turn, choice })
        store.setState((state) => changeCall(state, call.callId, (now) => applyTurn(now, changed)))
      } catch (error) {
        fail(error)
      }
    },
  }
}
