import { channelsOf } from '#shared/contract/capture-choice.ts'
import type { Desk } from '../../state/desk-model.ts'
import { rehearsalDeskText } from '../../text/rehearsal.ts'

export interface WantedRehearsal {
  readonly of: 'script' | 'recording'
  readonly rehearsalId: string
  readonly title: string
  readonly spoken: boolean
  readonly callerNumber?: string | undefined
}

/** Lets the rehearsal ring at the desk, as a real call would, once what was typed for the call before is saved. */
export async function startRehearsal(desk: Desk, wanted: WantedRehearsal): Promise<void> {
  const { of, rehearsalId, title, spoken, callerNumber } = wanted
  const capture = { ...desk.stores.devices.getState().choice, citizen: null }
  if (spoken && channelsOf(capture).length === 0) {
    desk.notify(rehearsalDeskText.noMicrophone)
    return
  }
  const stage = () => desk.stores.call.getState().stage.kind
  if (stage() === 'open') await desk.calls.next()
  if (stage() !== 'idle') {
    desk.notify(rehearsalDeskText.deskInUse)
    return
  }
  desk.stores.ui.setState({ desk: 'rehearsal', rehearsalReport: null })
  desk.calls.ring({
    source: { kind: 'rehearsal', of, rehearsalId, title, spoken },
    ...(spoken ? { capture } : {}),
    ...(callerNumber === undefined ? {} : { callerNumber }),
  })
}
