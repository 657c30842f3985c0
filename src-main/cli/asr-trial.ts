import { fileURLToPath } from 'node:url'
import { engineVersion } from '../asr/sherpa.ts'

/** How the command line tries a model: in a child of its own, by the entry of the asr process. */
export const asrTrial = {
  entry: fileURLToPath(new URL('../asr/process.ts', import.meta.url)),
  engine: engineVersion(),
}
