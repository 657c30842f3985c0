import { success, type Failure, type Result } from '#shared/base/result.ts'
import { speechModelText as text } from '#shared/catalogue/speech-models.ts'
import type { ModelRole } from '#shared/contract/views.ts'
import { diskFailure } from './disk-failure.ts'
import { chooseModel, optionalRoles, type ModelLibrary } from './library.ts'
import type { Model } from './manifest.ts'

/**
 * Takes a model into use for its role once it has been tried, or none (null); where it cannot be used, the one before stays.
 * The choice counts from the next start of asr on. Codes: `models-read-only`, `model-named-by-environment`, `model-role-needed`,
 * `model-wrong-role`, those of the trial and of {@link diskFailure}.
 */
export async function takeIntoUse(
  library: ModelLibrary,
  role: ModelRole,
  model: Model | null,
  tryOut: (library: ModelLibrary, model: Model) => Promise<Failure | undefined>,
): Promise<Result<void>> {
  const refusal = whyNot(library, role, model)
  if (refusal !== undefined) return { ok: false, error: refusal }
  const problem = model === null ? undefined : await tryOut(library, model)
  if (problem !== undefined) return { ok: false, error: problem }
  try {
    chooseModel(library, role, model?.id)
    return success(undefined)
  } catch (error) {
    const known = diskFailure(error)
    if (known === undefined) throw error
    return { ok: false, error: known }
  }
}

function whyNot({ folders }: ModelLibrary, role: ModelRole, model: Model | null): Failure | undefined {
  if (folders.installed === undefined) return { code: 'models-read-only', message: text.nowhere }
  const named = process.env['SEAT_MODEL']
  if (role === 'streaming' && named !== undefined && named !== '') {
    return { code: 'model-named-by-environment', message: text.namedByEnvironment(named) }
  }
  if (model === null) {
    return optionalRoles.includes(role) ? undefined : { code: 'model-role-needed', message: text.roleNeeded }
  }
  return model.role === role ? undefined : { code: 'model-wrong-role', message: text.wrongRole(model.title) }
}
