import { failure, success, type Failure, type Result } from '#shared/base/result.ts'
import type { AudioSource } from '#shared/contract/capture-choice.ts'
import { captureText } from '../text/devices.ts'
import type { Opened } from './kept-source.ts'

/**
 * How this page gets at what the machine plays: the desktop shell grants it at once; beside a browser the core may have made it
 * a device with a name of its own; else the browser asks the person for the screen and its sound.
 */
export interface SystemSound {
  readonly grantedByShell: boolean
  /** Null where there is no such device. */
  readonly deviceLabel: () => Promise<string | null>
}

/** Speech as it is: the browser's own processing swallows the quieter side of a call. */
const unprocessed = { echoCancellation: false, noiseSuppression: false, autoGainControl: false } as const

/** What getUserMedia and getDisplayMedia reject with, in the user's words. */
export function captureFailure(error: unknown, source?: AudioSource): Failure {
  const name = error instanceof DOMException ? error.name : ''
  const known = (code: Exclude<keyof typeof captureText, 'not-there'>): Failure => ({
    code,
    message: captureText[code],
  })
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return known(source?.kind === 'system' ? 'denied-system' : 'denied')
    case 'NotFoundError':
      return source?.kind === 'device' && source.label !== '' ? notThere(source.label) : known('no-device')
    case 'OverconstrainedError':
      return source?.kind === 'device' && source.label !== '' ? notThere(source.label) : known('unfit')
    case 'NotReadableError':
    case 'AbortError':
      return known('busy')
    case 'InvalidStateError':
      return known('no-gesture')
    default:
      return known('failed')
  }
}

function notThere(label: string): Failure {
  return { code: 'not-there', message: captureText['not-there'](label) }
}

/** Without a secure context a browser has no devices at all. */
export function hasDevices(): boolean {
  return (navigator.mediaDevices as MediaDevices | undefined) !== undefined
}

export async function inputDevices(): Promise<readonly MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  // The default is a choice of its own; the same device stands there once more under its own id.
  return devices.filter(
    ({ kind, deviceId }) => kind === 'audioinput' && deviceId !== 'default' && deviceId !== 'communications',
  )
}

/** Opens a source with one or two channels. */
export async function openSource(
  source: AudioSource,
  channels: 1 | 2,
  systemSound: SystemSound,
): Promise<Result<Opened<MediaStream>>> {
  if (!hasDevices()) return failure('insecure', captureText.insecure)
  try {
    if (source.kind === 'device') {
      return success(await openDevice(source, channels))
    }
    return await openSystemSound(channels, systemSound)
  } catch (error) {
    return { ok: false, error: captureFailure(error, source) }
  }
}

async function openDevice(
  { deviceId, label }: Extract<AudioSource, { kind: 'device' }>,
  channels: 1 | 2,
): Promise<Opened<MediaStream>> {
  // Whatever is the default: a sound service leads it on to the next default.
  if (deviceId === '')
    return { stream: await getUserMedia(undefined, channels), reopens: true, isThere: always }
  const present = await inputDevices()
  const device =
    present.find((candidate) => candidate.deviceId === deviceId) ??
    present.find((candidate) => label !== '' && candidate.label === label)
  // Names are hidden before the first permission: then the id alone must do.
  return openExactly(device?.deviceId ?? deviceId, channels)
}

const always = (): Promise<boolean> => Promise.resolve(true)

async function openExactly(deviceId: string, channels: 1 | 2): Promise<Opened<MediaStream>> {
  return {
    stream: await getUserMedia(deviceId, channels),
    reopens: true,
    isThere: async () => (await inputDevices()).some((device) => device.deviceId === deviceId),
  }
}

function getUserMedia(deviceId: string | undefined, channels: number): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: {
      ...(deviceId === undefined ? {} : { deviceId: { exact: deviceId } }),
      channelCount: { ideal: channels },
      ...unprocessed,
    },
  })
}

async function openSystemSound(
  channels: 1 | 2,
  systemSound: SystemSound,
): Promise<Result<Opened<MediaStream>>> {
  if (systemSound.grantedByShell) return displaySound(true)
  const label = await systemSound.deviceLabel()
  if (label === null) return displaySound(false)
  const device = await findByName(label)
  if (device === undefined) return { ok: false, error: notThere(label) }
  const opened = await openExactly(device.deviceId, channels)
  let known = await deviceIds()
  const isThere = async (): Promise<boolean> => {
    const now = await deviceIds()
    // Another output may have become the default: then the device is made anew, and the old one goes.
    if (now !== known) await systemSound.deviceLabel()
    known = now
    return opened.isThere()
  }
  return success({ ...opened, isThere })
}

/** Names are hidden until a device was allowed once. */
async function findByName(label: string): Promise<MediaDeviceInfo | undefined> {
  const named = (device: MediaDeviceInfo): boolean => device.label === label
  const found = (await inputDevices()).find(named)
  if (found !== undefined) return found
  stopTracks(await navigator.mediaDevices.getUserMedia({ audio: true }))
  return (await inputDevices()).find(named)
}

async function deviceIds(): Promise<string> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices.map(({ kind, deviceId }) => `${kind} ${deviceId}`).join('\n')
}

async function displaySound(granted: boolean): Promise<Result<Opened<MediaStream>>> {
  // Newer options than the DOM library knows; a browser that does not know them either leaves them out.
  const options = {
    video: true,
    audio: { ...unprocessed, restrictOwnAudio: true },
    systemAudio: 'include',
  }
  const stream = await navigator.mediaDevices.getDisplayMedia(options)
  for (const track of stream.getVideoTracks()) {
    track.stop()
    stream.removeTrack(track)
  }
  if (stream.getAudioTracks().length > 0) return success({ stream, reopens: granted, isThere: always })
  return failure('no-system-audio', captureText['no-system-audio'])
}

export function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

/** The sound inputs of this machine; asks for permission first, as their names are hidden without it. */
export async function listDevices(): Promise<Result<readonly AudioDevice[]>> {
  if (!hasDevices()) return failure('insecure', captureText.insecure)
  try {
    let devices = await inputDevices()
    if (devices.some((device) => device.label === '')) {
      stopTracks(await navigator.mediaDevices.getUserMedia({ audio: true }))
      devices = await inputDevices()
    }
    return success(devices.map(({ deviceId, label }) => ({ deviceId, label })))
  } catch (error) {
    return { ok: false, error: captureFailure(error) }
  }
}

export interface AudioDevice {
  readonly deviceId: string
  readonly label: string
}
