import { sampleRate, type AudioFrame } from '#shared/contract/audio-frame.ts'
import { failure, success, type Result } from '#shared/base/result.ts'
import { captureText } from '../text/start.ts'
import { channelsOf, type CaptureChoice } from './capture-choice.ts'
import type { CaptureMessage, CaptureOptions } from './capture-worklet.ts'
import workletUrl from './capture-worklet.ts?worker&url'
import { SilenceWatch } from './silence-watch.ts'

/** 100 ms. */
const frameLength = sampleRate / 10

/** Open devices; `start` begins the call's clock. */
export interface Capture {
  start(stream: number, send: (frame: AudioFrame) => void): void
  stop(): void
}

/** Opens the chosen devices. `onTrouble` is told in plain Chinese what goes wrong later. */
export type OpenCapture = (
  choice: CaptureChoice,
  onTrouble: (message: string) => void,
) => Promise<Result<Capture>>

/** The names of the errors that `getUserMedia` rejects with. */
function troubleCode(error: unknown): Exclude<keyof typeof captureText, 'silent'> {
  if (!(error instanceof DOMException)) return 'failed'
  if (error.name === 'NotAllowedError') return 'denied'
  if (error.name === 'NotFoundError' || error.name === 'OverconstrainedError') return 'no-device'
  if (error.name === 'NotReadableError' || error.name === 'AbortError') return 'busy'
  return 'failed'
}

/** Speech as it is: the browser's own processing swallows the quieter side of a call. */
function openDevice(deviceId: string, channelCount: number): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: {
      ...(deviceId === '' ? {} : { deviceId: { exact: deviceId } }),
      channelCount: { ideal: channelCount },
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
    },
  })
}

const deviceIds = (choice: CaptureChoice): readonly string[] =>
  choice.kind === 'pair' ? [choice.seatDeviceId, choice.citizenDeviceId] : [choice.deviceId]

/** Connects the devices to the worklet, one mono input a speaker. */
function connect(
  context: AudioContext,
  streams: readonly MediaStream[],
  node: AudioWorkletNode,
  stereo: boolean,
): void {
  for (const [index, stream] of streams.entries()) {
    const source = context.createMediaStreamSource(stream)
    if (!stereo) {
      source.connect(node, 0, index)
      continue
    }
    const splitter = context.createChannelSplitter(2)
    source.connect(splitter)
    splitter.connect(node, 0, 0)
    splitter.connect(node, 1, 1)
  }
}

function release(streams: readonly MediaStream[], context?: AudioContext): void {
  for (const track of streams.flatMap((stream) => stream.getTracks())) track.stop()
  void context?.close()
}

/** Opens the devices and cuts their sound into frames of 100 ms at 16 kHz. */
export const openCapture: OpenCapture = async (choice, onTrouble) => {
  const streams: MediaStream[] = []
  const stereo = choice.kind === 'stereo'
  try {
    for (const id of deviceIds(choice)) streams.push(await openDevice(id, stereo ? 2 : 1))
    if (stereo && streams[0]?.getAudioTracks()[0]?.getSettings().channelCount === 1) {
      release(streams)
      return failure('one-channel', captureText['one-channel'])
    }
    const context = new AudioContext({ sampleRate })
    await context.audioWorklet.addModule(workletUrl)
    const speakers = channelsOf(choice)
    const node = new AudioWorkletNode(context, 'seat-capture', {
      numberOfInputs: speakers.length,
      numberOfOutputs: 0,
      channelCount: 1,
      channelCountMode: 'explicit',
      processorOptions: { inputs: speakers.length, frameLength } satisfies CaptureOptions,
    })
    connect(context, streams, node, stereo)
    await context.resume()
    let stopped = false
    for (const track of streams.flatMap((stream) => stream.getAudioTracks())) {
      track.addEventListener('ended', () => {
        if (!stopped) onTrouble(captureText.ended)
      })
    }
    return success({
      start(stream, send) {
        const watch = new SilenceWatch()
        node.port.onmessage = ({ data }: MessageEvent<CaptureMessage>) => {
          const speaker = speakers[data.input]
          if (stopped || speaker === undefined) return
          const frame = { stream, speaker, startSample: data.startSample, samples: data.samples }
          send(frame)
          const silent = watch.hear(frame)
          if (silent !== null) onTrouble(captureText.silent[silent])
        }
        node.port.postMessage('start')
      },
      stop() {
        stopped = true
        release(streams, context)
      },
    })
  } catch (error) {
    release(streams)
    const code = troubleCode(error)
    return failure(code, captureText[code])
  }
}

/** The sound inputs of this machine; asks for permission first, as their names are hidden without it. */
export async function listDevices(): Promise<Result<readonly MediaDeviceInfo[]>> {
  try {
    release([await navigator.mediaDevices.getUserMedia({ audio: true })])
    const devices = await navigator.mediaDevices.enumerateDevices()
    return success(devices.filter((device) => device.kind === 'audioinput' && device.deviceId !== 'default'))
  } catch (error) {
    const code = troubleCode(error)
    return failure(code, captureText[code])
  }
}
