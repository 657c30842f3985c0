import { join } from 'node:path'
import * as z from 'zod'
import { readKept, withEntry, writeKept } from './kept-file.ts'
import type { ModelLibrary } from './library.ts'
import type { Model } from './manifest.ts'

/** `installed.json`: what the files of each added model were when they came. */
const recordSchema = z.record(
  z.string(),
  z.object({
    /** An address, or a path on this machine. */
    from: z.string(),
    at: z.string(),
    /** By path, as in the manifest. */
    sha256: z.record(z.string(), z.string()),
  }),
)
export type InstallRecord = z.infer<typeof recordSchema>[string]

/** What was recorded when the model was added; undefined for one that was put there by hand or ships. */
export function installRecord(library: ModelLibrary, model: Model): InstallRecord | undefined {
  const path = recordPath(library)
  return path === undefined ? undefined : readKept(path, recordSchema)?.[model.id]
}

/** Keeps the record of a model, or drops it (undefined). */
export function recordInstall(library: ModelLibrary, model: Model, record: InstallRecord | undefined): void {
  const path = recordPath(library)
  if (path === undefined) throw new Error('no folder for installed models')
  writeKept(path, withEntry(readKept(path, recordSchema) ?? {}, model.id, record))
}

function recordPath({ folders }: ModelLibrary): string | undefined {
  return folders.installed === undefined ? undefined : join(folders.installed, 'installed.json')
}
