import { fork } from 'node:child_process'
import { join } from 'node:path'
import { defaultFolders, type ModelFolders } from '../../../src-main/models/folders.ts'
import type { SpeechSet } from './speech-sets.ts'

/** Latencies in milliseconds. */
export interface Latency {
  readonly p50: number
  readonly p95: number
}

/**
 * What a recogniser does with its detector on both channels of calls, one core. Latencies are those of a call in real time: a
 * frame of 40 ms arrives when it was spoken, and what it costs to decode is added.
 */
export interface SpeechFigures {
  readonly model: string
  /** Time to decode both channels, by the length of the call. */
  readonly realTimeFactor: number
  /** From the first sound of a turn to the first words shown. */
  readonly firstPartial: Latency
  /** From the moment that the endpoint is found to the final words. */
  readonly finalAfterEndpoint: Latency
  /** From the last sound of a turn to its final words: the end silence is in it. */
  readonly finalAfterSpeech: Latency
  readonly loadMs: number
  /** Memory of the process once it has decoded a call, MB: the program, the model and the call's own audio. */
  readonly memoryMb: number
  /** Wrong characters by characters said (CER), in percent, by the name of the set. */
  readonly errorPercent: Readonly<Record<string, number>>
}

export interface MeasureRequest {
  readonly modelId: string
  readonly folders: ModelFolders
  readonly sets: readonly SpeechSet[]
}

/**
 * Measures a streaming model in a process of its own, since a bad one ends it. Rejects where the process dies, with its exit
 * code; figures of latency need a set of calls.
 */
export async function measureModel(
  modelId: string,
  sets: readonly SpeechSet[],
  folders: ModelFolders = defaultFolders(),
): Promise<SpeechFigures> {
  const child = fork(join(import.meta.dirname, 'measure-process.ts'), [], { execArgv: [] })
  const request: MeasureRequest = { modelId, folders, sets }
  child.send(request)
  try {
    return await new Promise<SpeechFigures>((resolve, reject) => {
      child.once('message', (figures) => resolve(figures as SpeechFigures))
      child.once('exit', (code, signal) => {
        reject(new Error(`${modelId}: the process ended (${String(signal ?? code)})`))
      })
    })
  } finally {
    child.kill()
  }
}
