import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { manifestName } from './manifest.ts'

/** Where models lie: those that came with the program, perhaps read-only, and those that were added. */
export interface ModelFolders {
  /** Holds the manifest. */
  readonly shipped: string
  /** Absent = nothing can be added, chosen or remembered. */
  readonly installed?: string
}

/** `SEAT_MODELS` (else the nearest `models/` above this file) and `SEAT_INSTALLED_MODELS`, which the host sets. */
export function defaultFolders(environment: NodeJS.ProcessEnv = process.env): ModelFolders {
  const installed = environment['SEAT_INSTALLED_MODELS']
  return {
    shipped: shippedFolder(environment['SEAT_MODELS']),
    ...(installed === undefined || installed === '' ? {} : { installed: resolve(installed) }),
  }
}

/** The source tree, the built `out/` and a packed app all have `models/` somewhere above. */
function shippedFolder(chosen: string | undefined): string {
  if (chosen !== undefined && chosen !== '') return resolve(chosen)
  for (let directory = import.meta.dirname; ; directory = dirname(directory)) {
    const candidate = join(directory, 'models')
    if (existsSync(join(candidate, manifestName))) return candidate
    if (dirname(directory) === directory) return resolve('models')
  }
}
