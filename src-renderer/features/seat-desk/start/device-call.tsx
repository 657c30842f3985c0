import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { channelsOf, type AudioSource } from '#shared/contract/capture-choice.ts'
import { speakers } from '#shared/domain/call.ts'
import { phoneDigits } from '../../../format/phone.ts'
import { useDesk, useDevices } from '../../../state/desk-context.ts'
import { captureText, deviceText } from '../../../text/devices.ts'
import { startText } from '../../../text/start.ts'
import { Button } from '../../../ui/button.tsx'

function nameOf(source: AudioSource | undefined): string {
  if (source === undefined) return deviceText.unused
  if (source.kind === 'system') return deviceText.systemSound
  return source.deviceId === '' ? deviceText.defaultDevice : source.label
}

/** A call whose sound comes from this machine's devices: those that were chosen, and the number of the caller. */
export function DeviceCall(): ReactNode {
  const desk = useDesk()
  const choice = useDevices((state) => state.choice)
  const [caller, setCaller] = useState('')

  function wait(): void {
    const channels = channelsOf(choice)
    if (channels.length === 0) {
      desk.notify(captureText['nothing-chosen'])
      return
    }
    const digits = phoneDigits(caller)
    desk.calls.ring({
      source: { kind: 'capture', channels },
      capture: choice,
      ...(digits === '' ? {} : { callerNumber: digits }),
    })
  }

  return (
    <div className="device-call">
      <div className="device-row">
        <span className="device-chosen">
          {speakers.map((speaker) => {
            const channel = choice[speaker]
            const side =
              channel === null || channel.side === 'both' ? '' : ` · ${deviceText.sides[channel.side]}`
            return <span key={speaker}>{deviceText.chosen(speaker, nameOf(channel?.source) + side)}</span>
          })}
        </span>
        <Button onClick={() => desk.stores.ui.setState({ overlay: 'settings', settingsTab: 'devices' })}>
          {deviceText.settings}
        </Button>
      </div>
      <div className="device-row">
        <label className="device-label">
          <span>{startText.callerNumber}</span>
          <Input
            placeholder={startText.callerNumberHint}
            inputMode="tel"
            maxLength={20}
            value={caller}
            onChange={(event) => setCaller(event.target.value)}
          />
        </label>
        <Button onClick={wait}>{startText.wait}</Button>
      </div>
    </div>
  )
}
