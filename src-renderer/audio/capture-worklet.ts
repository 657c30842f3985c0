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

/** The same moment of all inputs. */
export interface CaptureMessage {
  /** Since the worklet began. */
  readonly startSample: number
  readonly inputs: readonly Int16Array<ArrayBuffer>[]
}

/** Cuts the mono inputs into frames. All share one clock; an input that nothing is connected to is silent. */
class CaptureProcessor extends AudioWorkletProcessor {
  readonly #cutters: readonly FrameCutter[]
  #finished: Int16Array<ArrayBuffer>[] = []

  constructor({ processorOptions }: { readonly processorOptions: CaptureOptions }) {
    super()
    this.#cutters = Array.from(
      { length: processorOptions.inputs },
      () =>
        new FrameCutter(processorOptions.frameLength, (startSample, samples) =>
          this.#take(startSample, samples),
        ),
    )
  }

  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    const size = inputs.find((input) => input[0] !== undefined)?.[0]?.length ?? 128
    for (const [index, cutter] of this.#cutters.entries()) cutter.push(inputs[index]?.[0], size)
    return true
  }

  /** The cutters are in step: the last one finishes the frame of all. */
  #take(startSample: number, samples: Int16Array<ArrayBuffer>): void {
    this.#finished.push(samples)
    if (this.#finished.length < this.#cutters.length) return
    const inputs = this.#finished
    this.#finished = []
    const message: CaptureMessage = { startSample, inputs }
    this.port.postMessage(
      message,
      inputs.map((input) => input.buffer),
    )
  }
}

registerProcessor('seat-capture', CaptureProcessor)
