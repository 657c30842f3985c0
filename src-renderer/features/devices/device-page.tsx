import { useEffect, type ReactNode } from 'react'
import { speakers } from '#shared/domain/call.ts'
import { useDesk, useDevices } from '../../state/desk-context.ts'
import { deviceText } from '../../text/devices.ts'
import { Button } from '../../ui/button.tsx'
import { ChannelRow, Verdict } from './channel-row.tsx'
import './devices.css'

/** Chooses the devices of both speakers and tries them. During a call it shows how the call sounds. */
export function DevicePage(): ReactNode {
  const desk = useDesk()
  const problem = useDevices((state) => state.problem)
  const inCall = useDevices((state) => state.listener === 'call')
  useEffect(() => {
    void desk.devices.find()
    return () => desk.devices.stopTest()
  }, [desk])
  return (
    <div className="devices">
      <p className="devices-note">{inCall ? deviceText.inCall : deviceText.note}</p>
      {speakers.map((speaker) => (
        <ChannelRow key={speaker} speaker={speaker} />
      ))}
      <SameVoiceLine />
      {problem !== null && (
        <p className="devices-problem" role="alert">
          {problem}
        </p>
      )}
      {!inCall && <Actions />}
    </div>
  )
}

function SameVoiceLine(): ReactNode {
  const sameVoice = useDevices((state) => state.heard.sameVoice)
  if (sameVoice === null) return null
  return <Verdict words={sameVoice === 'same' ? deviceText.sameVoice : null} good={deviceText.twoVoices} />
}

function Actions(): ReactNode {
  const desk = useDesk()
  const listener = useDevices((state) => state.listener)
  const testing = listener === 'test'
  return (
    <div className="devices-actions">
      {testing ? (
        <Button onClick={desk.devices.stopTest}>{deviceText.stop}</Button>
      ) : (
        <Button
          kind="primary"
          disabled={listener === 'opening'}
          onClick={() => void desk.devices.startTest()}
        >
          {listener === 'opening' ? deviceText.starting : deviceText.start}
        </Button>
      )}
      {testing && <SampleButtons />}
      <span className="devices-rest">
        <Button onClick={() => void desk.devices.swap()}>{deviceText.swap}</Button>
        <Button onClick={() => void desk.devices.find()}>{deviceText.find}</Button>
      </span>
    </div>
  )
}

function SampleButtons(): ReactNode {
  const desk = useDesk()
  const sample = useDevices((state) => state.sample)
  const recording = sample.kind === 'recording'
  return (
    <>
      <Button disabled={recording} onClick={desk.devices.recordSample}>
        {recording ? deviceText.recording(Math.ceil(sample.leftMs / 1000)) : deviceText.record}
      </Button>
      {sample.kind === 'ready' && (
        <Button disabled={sample.playing} onClick={() => void desk.devices.playSample()}>
          {sample.playing ? deviceText.playing : deviceText.play}
        </Button>
      )}
    </>
  )
}
