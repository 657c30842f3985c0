import { Select } from 'antd'
import type { ReactNode } from 'react'
import { sides, type AudioSource, type ChannelChoice } from '#shared/contract/capture-choice.ts'
import type { Speaker } from '#shared/domain/call.ts'
import type { AudioDevice } from '../../audio/open-source.ts'
import { useDesk, useDevices } from '../../state/desk-context.ts'
import { deviceText } from '../../text/devices.ts'
import { Choices } from '../../ui/choices.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Meter } from './meter.tsx'

const unused = 'unused'
const system = 'system'
const sideChoices = sides.map((value) => ({ value, label: deviceText.sides[value] }))

function valueOf(channel: ChannelChoice | null): string {
  if (channel === null) return unused
  return channel.source.kind === 'system' ? system : `device:${channel.source.deviceId}`
}

function optionsFor(devices: readonly AudioDevice[], channel: ChannelChoice | null) {
  const options = [
    { value: 'device:', label: deviceText.defaultDevice },
    ...devices.map(({ deviceId, label }, index) => ({
      value: `device:${deviceId}`,
      label: label === '' ? deviceText.unnamedDevice(index + 1) : label,
    })),
    { value: system, label: deviceText.systemSound },
    { value: unused, label: deviceText.unused },
  ]
  if (channel?.source.kind !== 'device') return options
  const value = valueOf(channel)
  if (options.some((option) => option.value === value)) return options
  return [{ value, label: deviceText.missingDevice(channel.source.label) }, ...options]
}

function sourceOf(value: string, devices: readonly AudioDevice[]): AudioSource {
  if (value === system) return { kind: 'system' }
  const deviceId = value.slice('device:'.length)
  const label = devices.find((device) => device.deviceId === deviceId)?.label ?? ''
  return { kind: 'device', deviceId, label }
}

/** What one speaker is heard through, and how that sounds. */
export function ChannelRow({ speaker }: { readonly speaker: Speaker }): ReactNode {
  const desk = useDesk()
  const channel = useDevices((state) => state.choice[speaker])
  const devices = useDevices((state) => state.devices) ?? []
  const locked = useDevices((state) => state.listener === 'call' || state.listener === 'opening')
  const choose = (next: ChannelChoice | null): void => void desk.devices.choose(speaker, next)
  return (
    <section className="channel" aria-label={deviceText.channel(speaker)}>
      <h3>{deviceText.who[speaker]}</h3>
      <div className="channel-choice">
        <Select
          aria-label={deviceText.source(speaker)}
          className="channel-source"
          disabled={locked}
          value={valueOf(channel)}
          options={optionsFor(devices, channel)}
          getPopupContainer={(trigger: HTMLElement) => trigger.parentElement ?? document.body}
          onChange={(value) =>
            choose(
              value === unused ? null : { source: sourceOf(value, devices), side: channel?.side ?? 'both' },
            )
          }
        />
        <Choices
          label={deviceText.side(speaker)}
          choices={sideChoices}
          value={channel?.side ?? null}
          disabled={locked || channel === null}
          onChange={(side) => {
            if (channel !== null) choose({ ...channel, side })
          }}
        />
      </div>
      <Heard speaker={speaker} />
    </section>
  )
}

function Heard({ speaker }: { readonly speaker: Speaker }): ReactNode {
  const heard = useDevices((state) => state.heard.channels[speaker])
  const lost = useDevices((state) => state.lost.includes(speaker))
  return (
    <div className="channel-heard">
      <Meter speaker={speaker} levels={heard?.levels ?? null} />
      {heard !== undefined && (
        <Verdict
          words={lost ? deviceText.lost : troubleOf(heard.trouble)}
          good={heard.heard ? deviceText.good : deviceText.listening}
        />
      )}
    </div>
  )
}

function troubleOf(trouble: keyof typeof deviceText.troubles | null): string | null {
  return trouble === null ? null : deviceText.troubles[trouble]
}

/** How something sounds: what is wrong with it, or that nothing is. */
export function Verdict({
  words,
  good = deviceText.good,
}: {
  readonly words: string | null
  readonly good?: string
}): ReactNode {
  return (
    <span className="verdict" role="status" data-trouble={words !== null}>
      <Icon name={words === null ? 'check' : 'caution'} />
      {words ?? good}
    </span>
  )
}
