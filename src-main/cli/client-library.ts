import type { Result } from '#shared/base/result.ts'
import { dataDirectory, installedModels } from '../hosts/paths.ts'
import { defaultFolders } from '../models/folders.ts'
import { openLibrary, type ModelLibrary } from '../models/library.ts'

/** The models as the client on this machine finds them. `shipped` takes the place of the folder of those that ship. */
export function openClientLibrary(shipped?: string): Result<ModelLibrary> {
  const folders = defaultFolders({
    ...process.env,
    SEAT_INSTALLED_MODELS: installedModels(dataDirectory()),
    ...(shipped === undefined ? {} : { SEAT_MODELS: shipped }),
  })
  return openLibrary(folders)
}
