import { Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { channelsOf, type CaptureChoice } from '../../../audio/capture-choice.ts'
import { listDevices } from '../../../audio/capture.ts'
import { phoneDigits } from '../../../format/phone.ts'
import { useDesk } from '../../../state/desk-context.ts'
import { startText } from '../../../text/start.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'

const arrangements = (['stereo', 'pair', 'single'] as const).map((value) => ({
  value,
  label: startText.arrangements[value],
}))

function choiceOf(kind: CaptureChoice['kind'], first: string, second: string): CaptureChoice {
  if (kind === 'pair') return { kind, seatDeviceId: first, citizenDeviceId: second }
  return { kind, deviceId: first }
}

/** A call whose sound comes from this machine's devices: which devices, in which arrangement. */
export function DeviceCall(): ReactNode {
  const desk = useDesk()
  const [kind, setKind] = useState<CaptureChoice['kind']>('stereo')
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [caller, setCaller] = useState('')
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([])
  const [problem, setProblem] = useState<string | null>(null)

  async function find(): Promise<void> {
    const found = await listDevices()
    setProblem(found.ok ? null : found.error.message)
    if (found.ok) setDevices(found.value)
  }

  function wait(): void {
    const capture = choiceOf(kind, first, second)
    const digits = phoneDigits(caller)
    desk.calls.ring({
      source: { kind: 'capture', channels: channelsOf(capture) },
      capture,
      ...(digits === '' ? {} : { callerNumber: digits }),
    })
  }

  const label = kind === 'stereo' ? startText.stereoDevice : startText.seatDevice
  return (
    <div className="device-call">
      <Choices label={startText.arrangement} choices={arrangements} value={kind} onChange={setKind} />
      <div className="device-row">
        <DeviceSelect label={label} devices={devices} value={first} onChange={setFirst} />
        {kind === 'pair' && (
          <DeviceSelect
            label={startText.citizenDevice}
            devices={devices}
            value={second}
            onChange={setSecond}
          />
        )}
        <Button onClick={() => void find()}>{startText.findDevices}</Button>
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
      {problem !== null && (
        <p className="start-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

interface DeviceSelectProps {
  readonly label: string
  readonly devices: readonly MediaDeviceInfo[]
  readonly value: string
  readonly onChange: (deviceId: string) => void
}

function DeviceSelect({ label, devices, value, onChange }: DeviceSelectProps): ReactNode {
  const options = [
    { value: '', label: startText.defaultDevice },
    ...devices.map((device) => ({ value: device.deviceId, label: device.label })),
  ]
  return (
    <label className="device-label">
      <span>{label}</span>
      <Select aria-label={label} options={options} value={value} onChange={onChange} />
    </label>
  )
}
