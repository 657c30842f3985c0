import type { CoreToHost } from '#shared/contract/process-messages.ts'
import type { ModelFolders } from '../models/folders.ts'
import type { Unpack } from '../models/unpack.ts'
import type { Clock } from './clock.ts'
import type { SystemSound } from './devices/system-sound.ts'
import type { SiteKnowledge } from './knowledge/site-knowledge.ts'
import type { Store } from './store/open-store.ts'

/** All that the core is given; tests give it something else. */
export interface CoreOptions {
  readonly store: Store
  /** What the store and the recordings of calls are encrypted with. */
  readonly storeKey: Buffer
  readonly knowledge: SiteKnowledge
  readonly clock: Clock
  /** A new uuidv7. */
  readonly newId: () => string
  readonly random: () => number
  /** Names the host process; changes when the whole client is started anew. */
  readonly hostId: string
  readonly dataDirectory: string
  readonly systemSound: SystemSound
  readonly rehearsalDirectory: string
  readonly modelFolders: ModelFolders
  readonly unpack: Unpack
  readonly version: string
  readonly send: (message: CoreToHost) => void
  readonly onBug: (error: unknown) => void
}
