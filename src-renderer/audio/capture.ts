import { failure, success, type Result } from '#shared/base/result.ts'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import {
  channelsOf,
  linesOf,
  needsStereo,
  type CaptureChoice,
  type ChosenLine,
} from '#shared/contract/capture-choice.ts'
import { speakers as allSpeakers, type Speaker } from '#shared/domain/call.ts'
import { captureText } from '../text/devices.ts'
import type { CaptureMessage, CaptureOptions } from './capture-worklet.ts'
import workletUrl from './capture-worklet.ts?worker&url'
import { KeptSource } from './kept-source.ts'
import { captureFailure, openSource, type SystemSound } from './open-source.ts'

/** 40 ms: with frames of 100 ms the first words of a turn were shown 50 ms later. */
const frameLength = sampleRate / 25
/**
 * Nothing is played: an output device that is pulled out must not stop the clock. Such a context is driven by a timer; at the
 * shortest latency a busy machine (load 7 on two cores) lost pieces of a tone four to thirty-three times in nine seconds, at 64 ms never.
 * The DOM library does not know `sinkId` yet.
 */
const contextOptions: AudioContextOptions & { readonly sinkId: { readonly type: 'none' } } = {
  sampleRate,
  sinkId: { type: 'none' },
  latencyHint: 0.064,
}

/** The same 40 ms of every channel at 16 kHz. */
export interface CapturedAudio {
  /** On the clock of this capture. */
  readonly startSample: number
  readonly channels: Readonly<Partial<Record<Speaker, Int16Array<ArrayBuffer>>>>
}

export interface CaptureChange {
  readonly speakers: readonly Speaker[]
  readonly state: 'lost' | 'back'
}

export interface CaptureEvents {
  readonly onAudio: (audio: CapturedAudio) => void
  /** A device was lost, or is back; the other channels go on meanwhile, and so does the clock. */
  readonly onChange: (change: CaptureChange) => void
  /** The browser hears nothing until the person presses a key. */
  readonly onAsleep: () => void
}

export interface Capture {
  stop(): void
}

/** Opens what is chosen, or says in plain Chinese why not. */
export type OpenCapture = (choice: CaptureChoice, events: CaptureEvents) => Promise<Result<Capture>>

/** Opens the sources and cuts their sound into frames, one mono channel a speaker. */
export function captureWith(systemSound: SystemSound): OpenCapture {
  return async (choice, events) => {
    const speakers = channelsOf(choice)
    if (speakers.length === 0) return failure('nothing-chosen', captureText['nothing-chosen'])
    const kept: KeptSource<MediaStream>[] = []
    const context = new AudioContext(contextOptions)
    const stop = (): void => {
      for (const source of kept) source.stop()
      void context.close()
    }
    try {
      const node = await listeningNode(context, speakers, events)
      for (const line of linesOf(choice)) {
        const source = keptLine(line, { context, node, speakers, systemSound, events })
        kept.push(source)
        const opened = await source.start()
        const problem = opened.ok ? channelProblem(line, opened.value) : opened
        if (problem !== null) {
          stop()
          return problem
        }
      }
      keepAwake(context, events.onAsleep)
      return success({ stop })
    } catch (error) {
      stop()
      return { ok: false, error: captureFailure(error) }
    }
  }
}

async function listeningNode(
  context: AudioContext,
  speakers: readonly Speaker[],
  events: CaptureEvents,
): Promise<AudioWorkletNode> {
  await context.audioWorklet.addModule(workletUrl)
  const node = new AudioWorkletNode(context, 'seat-capture', {
    numberOfInputs: speakers.length,
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: 'explicit',
    processorOptions: { inputs: speakers.length, frameLength } satisfies CaptureOptions,
  })
  node.port.onmessage = ({ data }: MessageEvent<CaptureMessage>) => {
    const channels = Object.fromEntries(speakers.map((speaker, input) => [speaker, data.inputs[input]]))
    events.onAudio({ startSample: data.startSample, channels })
  }
  return node
}

interface LineParts {
  readonly context: AudioContext
  readonly node: AudioWorkletNode
  readonly speakers: readonly Speaker[]
  readonly systemSound: SystemSound
  readonly events: CaptureEvents
}

function keptLine(line: ChosenLine, parts: LineParts): KeptSource<MediaStream> {
  const heardBy = allSpeakers.filter((speaker) => line.sides[speaker] !== undefined)
  return new KeptSource({
    open: () => openSource(line.source, needsStereo(line) ? 2 : 1, parts.systemSound),
    connect: (stream) => connect(stream, line, parts),
    onChange: (state) => parts.events.onChange({ speakers: heardBy, state }),
    onDevices,
  })
}

/** Leads a stream to the inputs of its speakers. */
function connect(
  stream: MediaStream,
  { sides }: ChosenLine,
  { context, node, speakers }: LineParts,
): () => void {
  const source = context.createMediaStreamSource(stream)
  const splitter = context.createChannelSplitter(2)
  source.connect(splitter)
  for (const [input, speaker] of speakers.entries()) {
    const side = sides[speaker]
    if (side === 'both') source.connect(node, 0, input)
    else if (side !== undefined) splitter.connect(node, side === 'left' ? 0 : 1, input)
  }
  return () => {
    source.disconnect()
    splitter.disconnect()
  }
}

/** A device with one channel has no right side, and its left side is not the seat's alone. */
function channelProblem(line: ChosenLine, stream: MediaStream): ReturnType<typeof failure> | null {
  const count = stream.getAudioTracks()[0]?.getSettings().channelCount
  return needsStereo(line) && count === 1 ? failure('one-channel', captureText['one-channel']) : null
}

function onDevices(handler: () => void): () => void {
  const { mediaDevices } = navigator
  mediaDevices.addEventListener('devicechange', handler)
  return () => mediaDevices.removeEventListener('devicechange', handler)
}

/** A browser may hold a page's sound back until a key is pressed, and stop it while the machine's output changes. */
function keepAwake(context: AudioContext, onAsleep: () => void): void {
  const wake = (): void => {
    if (context.state !== 'closed') void context.resume()
  }
  const onPress = (): void => {
    if (context.state === 'running' || context.state === 'closed') removeListeners()
    wake()
  }
  const removeListeners = (): void => {
    for (const press of ['keydown', 'pointerdown']) window.removeEventListener(press, onPress, true)
  }
  context.addEventListener('statechange', wake)
  wake()
  setTimeout(() => {
    if (context.state === 'running' || context.state === 'closed') return
    for (const press of ['keydown', 'pointerdown']) window.addEventListener(press, onPress, true)
    onAsleep()
  }, 1_000)
}
