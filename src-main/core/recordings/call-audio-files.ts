import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { recordingKey } from '../store/store-key.ts'

/** Where the recordings of calls lie, and what they are sealed with. */
export class CallAudioFiles {
  readonly #directory: string
  readonly #storeKey: Buffer

  constructor(dataDirectory: string, storeKey: Buffer) {
    this.#directory = join(dataDirectory, 'call-audio')
    this.#storeKey = storeKey
  }

  path(callId: string): string {
    return join(this.#directory, `${callId}.seatrec`)
  }

  /** Each recording has a key of its own: a file under another call's name cannot be opened. */
  key(callId: string): Buffer {
    return recordingKey(this.#storeKey, callId)
  }

  exists(callId: string): boolean {
    return existsSync(this.path(callId))
  }

  remove(callId: string): void {
    rmSync(this.path(callId), { force: true })
  }
}
