import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { failure, success, type Result } from '#shared/base/result.ts'
import { speechModelText as text } from '#shared/catalogue/speech-models.ts'
import { diskFailure } from './disk-failure.ts'
import { recordInstall } from './install-record.ts'
import { chosenModel, isShipped, type ModelLibrary } from './library.ts'
import { folderOf, type Model } from './manifest.ts'
import { forgetProof } from './proof.ts'

/**
 * Removes an added model and whatever was downloaded of it. One that is in use is not removed: choose another first. Codes:
 * `models-read-only`, `model-shipped`, `model-in-use`, those of {@link diskFailure}.
 */
export async function removeModel(library: ModelLibrary, model: Model): Promise<Result<void>> {
  const { installed } = library.folders
  if (installed === undefined) return failure('models-read-only', text.nowhere)
  if (isShipped(library, model)) return failure('model-shipped', text.shipped(model.title))
  if (isChosen(library, model)) return failure('model-in-use', text.inUse(model.title))
  try {
    recordInstall(library, model, undefined)
    forgetProof(library, model)
    await rm(join(installed, folderOf(model)), { recursive: true, force: true })
    await rm(join(installed, '.downloads', model.id), { recursive: true, force: true })
    return success(undefined)
  } catch (error) {
    const known = diskFailure(error)
    if (known === undefined) throw error
    return { ok: false, error: known }
  }
}

/** Whether the model is in use for its role. */
export function isChosen(library: ModelLibrary, model: Model): boolean {
  const chosen = chosenModel(library, model.role)
  return chosen.ok && chosen.value?.id === model.id
}
