import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ModelFolders } from '../../src-main/models/folders.ts'
import type { CoreHarness } from './core-harness.ts'
import { ModelServer } from './model-server.ts'
import { standInFolder, standInLibrary } from './model-library.ts'

/** What the procedures on models need to be tried: a library, mirrors and a recogniser that finds everything sound. */
export interface ModelProcedures {
  readonly folders: ModelFolders
  /** A mirror without files. */
  readonly nowhere: string
  /** A mirror from which nothing comes. */
  readonly hanging: string
  /** The files of the model `added`. */
  readonly addedFolder: string
  readonly answerTrials: (seat: CoreHarness) => void
  readonly stop: () => Promise<void>
}

export async function modelProcedures(): Promise<ModelProcedures> {
  const server = await ModelServer.start()
  const folder = mkdtempSync(join(tmpdir(), 'model-procedures-'))
  let answered = 0
  server.serve('/hanging/model.onnx', Buffer.alloc(1_000), { kind: 'hang', afterBytes: 1 })
  return {
    folders: standInLibrary(folder).folders,
    nowhere: `${server.origin}/nowhere/`,
    hanging: `${server.origin}/hanging/`,
    addedFolder: join(standInFolder, 'transducer'),
    answerTrials(seat) {
      for (const command of seat.sentToAsr.slice(answered)) {
        if (command.type === 'probe') seat.heard({ type: 'probed', request: command.request })
      }
      answered = seat.sentToAsr.length
    },
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true })
    },
  }
}
