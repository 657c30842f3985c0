import type { Speaker } from '#shared/domain/call.ts'

/** Which device carries whom. An empty device id is the system's default. */
export type CaptureChoice =
  /** One device with two channels: left seat, right citizen. */
  | { readonly kind: 'stereo'; readonly deviceId: string }
  | { readonly kind: 'pair'; readonly seatDeviceId: string; readonly citizenDeviceId: string }
  /** Only the seat's own microphone. */
  | { readonly kind: 'single'; readonly deviceId: string }

/** The channels that a choice gives, in the order of a stereo recording. */
export function channelsOf(choice: CaptureChoice): Speaker[] {
  return choice.kind === 'single' ? ['seat'] : ['seat', 'citizen']
}
