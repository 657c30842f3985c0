import * as z from 'zod'
import { speakers, type Speaker } from '../domain/call.ts'

/**
 * Where the sound of a channel comes from: a device of this machine, or what the machine itself plays (系统声音, the citizen's
 * voice of a softphone). An empty device id is the system's default. The label finds a device again whose id has changed.
 */
export const audioSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('device'), deviceId: z.string().max(200), label: z.string().max(200) }),
  z.object({ kind: z.literal('system') }),
])
export type AudioSource = z.infer<typeof audioSourceSchema>

/** Which of a source's channels: both mixed into one, or one side of a stereo line. */
export const sides = ['both', 'left', 'right'] as const
export type Side = (typeof sides)[number]

export const channelChoiceSchema = z.object({ source: audioSourceSchema, side: z.enum(sides) })
export type ChannelChoice = z.infer<typeof channelChoiceSchema>

/** What each speaker is heard through; `null` where nobody listens to that speaker. */
export const captureChoiceSchema = z.object({
  seat: channelChoiceSchema.nullable(),
  citizen: channelChoiceSchema.nullable(),
})
export type CaptureChoice = z.infer<typeof captureChoiceSchema>

const defaultDevice: AudioSource = { kind: 'device', deviceId: '', label: '' }

/** Until somebody chooses: the default device as a stereo line, left seat, right citizen. */
export const firstChoice: CaptureChoice = {
  seat: { source: defaultDevice, side: 'left' },
  citizen: { source: defaultDevice, side: 'right' },
}

/** The channels that a choice gives, in the order of a stereo recording. */
export function channelsOf(choice: CaptureChoice): Speaker[] {
  return speakers.filter((speaker) => choice[speaker] !== null)
}

export function sameSource(left: AudioSource, right: AudioSource): boolean {
  if (left.kind === 'system' || right.kind === 'system') return left.kind === right.kind
  return left.deviceId === right.deviceId
}

/** One source and the speakers heard through it. */
export interface ChosenLine {
  readonly source: AudioSource
  readonly sides: Readonly<Partial<Record<Speaker, Side>>>
}

/** The sources to open, each once. */
export function linesOf(choice: CaptureChoice): readonly ChosenLine[] {
  const lines: ChosenLine[] = []
  for (const speaker of channelsOf(choice)) {
    const channel = choice[speaker]
    if (channel === null) continue
    const at = lines.findIndex((line) => sameSource(line.source, channel.source))
    const line = lines[at] ?? { source: channel.source, sides: {} }
    lines.splice(at === -1 ? lines.length : at, 1, {
      ...line,
      sides: { ...line.sides, [speaker]: channel.side },
    })
  }
  return lines
}

/** Whether a line needs a device with two channels. */
export function needsStereo({ sides: used }: ChosenLine): boolean {
  return Object.values(used).some((side) => side !== 'both')
}
