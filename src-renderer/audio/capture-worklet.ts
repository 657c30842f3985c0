import { FrameCutter } from './frame-cutter.ts'

// The scope of an audio worklet; the DOM library does not describe it.
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(
  name: string,
  processor: new (options: { readonly processorOptions: CaptureOptions }) => AudioWorkletProcessor,
): void

export interface CaptureOptions {
  readonly inputs: number
  /** Samples a frame. */
  readonly frameLength: number
}

/** One finished frame of one input. */
export interface CaptureMessage {
  readonly input: number
  readonly startSample: number
  readonly samples: Int16Array<ArrayBuffer>
}

/** Cuts each mono input into frames; all inputs share one clock, which starts with the message `start`. */
class CaptureProcessor extends AudioWorkletProcessor {
  readonly #cutters: readonly FrameCutter[]
  #running = false

  constructor({ processorOptions }: { readonly processorOptions: CaptureOptions }) {
    super()
    this.#cutters = Array.from(
      { length: processorOptions.inputs },
      (_, input) =>
        new FrameCutter(processorOptions.frameLength, (startSample, samples) => {
          this.port.postMessage({ input, startSample, samples } satisfies CaptureMessage, [samples.buffer])
        }),
    )
    this.port.onmessage = () => {
      this.#running = true
    }
  }

  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    if (this.#running) {
      const size = inputs.find((input) => input[0] !== undefined)?.[0]?.length ?? 128
      for (const [index, cutter] of this.#cutters.entries()) cutter.push(inputs[index]?.[0], size)
    }
    return true
  }
}

registerProcessor('seat-capture', CaptureProcessor)
