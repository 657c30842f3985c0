import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AudioSource } from '#shared/contract/capture-choice.ts'
import {
  captureFailure,
  listDevices,
  openSource,
  type SystemSound,
} from '../../../src-renderer/audio/open-source.ts'
import { captureText } from '../../../src-renderer/text/devices.ts'

const headset: AudioSource = { kind: 'device', deviceId: 'old', label: '耳麦' }
const noSystemSound: SystemSound = { grantedByShell: false, deviceLabel: () => Promise.resolve(null) }

interface FakeDevice {
  readonly deviceId: string
  readonly label: string
}

function track(kind: 'audio' | 'video') {
  return { kind, stop: vi.fn() }
}

/** A browser with these inputs. */
function browserWith(inputs: readonly FakeDevice[], parts: { readonly screenSound?: boolean } = {}) {
  const asked: unknown[] = []
  const shared = [track('video'), ...(parts.screenSound === false ? [] : [track('audio')])]
  const mediaDevices = {
    enumerateDevices: () => Promise.resolve(inputs.map((device) => ({ ...device, kind: 'audioinput' }))),
    getUserMedia: vi.fn(({ audio }: { audio: unknown }) => {
      asked.push(audio)
      return Promise.resolve({ getTracks: () => [track('audio')], asked: audio })
    }),
    getDisplayMedia: vi.fn(() =>
      Promise.resolve({
        getVideoTracks: () => shared.filter(({ kind }) => kind === 'video'),
        getAudioTracks: () => shared.filter(({ kind }) => kind === 'audio'),
        removeTrack: vi.fn(),
      }),
    ),
  }
  vi.stubGlobal('navigator', { mediaDevices })
  return { asked, mediaDevices, video: shared[0]! }
}

const exactly = (deviceId: string): unknown => expect.objectContaining({ deviceId: { exact: deviceId } })

afterEach(() => void vi.unstubAllGlobals())

describe('a device', () => {
  it('is found by its id, else by its name', async () => {
    const { asked } = browserWith([{ deviceId: 'new', label: '耳麦' }])
    await openSource(headset, 1, noSystemSound)
    await openSource({ ...headset, deviceId: 'new', label: '' }, 1, noSystemSound)
    expect(asked).toEqual([exactly('new'), exactly('new')])
  })

  it('is not replaced by another one that is there', async () => {
    const { asked } = browserWith([{ deviceId: 'camera', label: '摄像头' }])
    await openSource(headset, 1, noSystemSound)
    expect(asked).toEqual([exactly('old')])
  })

  it('is missed once it is not there any more', async () => {
    browserWith([{ deviceId: 'h', label: '耳麦' }])
    const opened = await openSource({ ...headset, deviceId: 'h' }, 1, noSystemSound)
    if (!opened.ok) throw new Error(opened.error.message)
    expect(await opened.value.isThere()).toBe(true)
    browserWith([{ deviceId: 'built-in', label: '内置话筒' }])
    expect(await opened.value.isThere()).toBe(false)
  })

  it('is heard as it is', async () => {
    const { asked } = browserWith([])
    await openSource({ kind: 'device', deviceId: '', label: '' }, 2, noSystemSound)
    expect(asked).toEqual([
      {
        channelCount: { ideal: 2 },
        echoCancellation: false,
        noiseSuppression: false,
        autoGainControl: false,
      },
    ])
  })
})

describe('the machine’s sound', () => {
  it('is granted by the shell, and its picture stopped at once', async () => {
    const { video, mediaDevices } = browserWith([])
    const opened = await openSource({ kind: 'system' }, 1, { ...noSystemSound, grantedByShell: true })
    expect(opened.ok && opened.value.reopens).toBe(true)
    expect(video.stop).toHaveBeenCalledOnce()
    expect(mediaDevices.getUserMedia).not.toHaveBeenCalled()
  })

  it('is the device that the core made', async () => {
    const { asked, mediaDevices } = browserWith([
      { deviceId: 'm', label: '系统声音（坐席台）' },
      { deviceId: 'h', label: '耳麦' },
    ])
    const deviceLabel = () => Promise.resolve('系统声音（坐席台）')
    const opened = await openSource({ kind: 'system' }, 1, { grantedByShell: false, deviceLabel })
    expect(opened.ok && opened.value.reopens).toBe(true)
    expect(asked).toEqual([exactly('m')])
    expect(mediaDevices.getDisplayMedia).not.toHaveBeenCalled()
  })

  it('follows the output that becomes the default, and asks for it only when devices have changed', async () => {
    const before = { deviceId: 'm', label: '系统声音（坐席台）' }
    browserWith([before])
    const deviceLabel = vi.fn(() => Promise.resolve('系统声音（坐席台）'))
    const opened = await openSource({ kind: 'system' }, 1, { grantedByShell: false, deviceLabel })
    if (!opened.ok) throw new Error(opened.error.message)
    expect(await opened.value.isThere()).toBe(true)
    expect(deviceLabel).toHaveBeenCalledTimes(1)
    browserWith([before, { deviceId: 'h', label: '耳麦' }])
    expect(await opened.value.isThere()).toBe(true)
    expect(deviceLabel).toHaveBeenCalledTimes(2)
    browserWith([{ deviceId: 'm2', label: '系统声音（坐席台）' }])
    expect(await opened.value.isThere()).toBe(false)
  })

  it('is asked of the person elsewhere, and never again by itself', async () => {
    browserWith([])
    const opened = await openSource({ kind: 'system' }, 1, noSystemSound)
    expect(opened.ok && opened.value.reopens).toBe(false)
  })

  it('is missed where the person shared a screen without its sound', async () => {
    browserWith([], { screenSound: false })
    const opened = await openSource({ kind: 'system' }, 1, noSystemSound)
    expect(!opened.ok && opened.error.message).toBe(captureText['no-system-audio'])
  })
})

describe('what goes wrong is said in the user’s words', () => {
  const device: AudioSource = { kind: 'device', deviceId: '', label: '' }
  it.each([
    ['NotAllowedError', device, captureText.denied],
    ['NotAllowedError', { kind: 'system' }, captureText['denied-system']],
    ['NotFoundError', device, captureText['no-device']],
    ['NotFoundError', headset, captureText['not-there']('耳麦')],
    ['OverconstrainedError', headset, captureText['not-there']('耳麦')],
    ['OverconstrainedError', device, captureText.unfit],
    ['NotReadableError', device, captureText.busy],
    ['AbortError', device, captureText.busy],
    ['InvalidStateError', { kind: 'system' }, captureText['no-gesture']],
    ['UnknownError', device, captureText.failed],
  ] as const)('%s', (name, source, message) => {
    expect(captureFailure(new DOMException('x', name), source).message).toBe(message)
  })

  it('on a page that is not served from this machine', async () => {
    vi.stubGlobal('navigator', {})
    const opened = await openSource(device, 1, noSystemSound)
    expect(!opened.ok && opened.error.message).toBe(captureText.insecure)
    expect(await listDevices()).toMatchObject({ ok: false, error: { code: 'insecure' } })
  })
})
