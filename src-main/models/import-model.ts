import { constants } from 'node:fs'
import { copyFile, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { failure, success, type Result } from '#shared/base/result.ts'
import { speechModelText as text } from '#shared/catalogue/speech-models.ts'
import { install, type InstallTools } from './install.ts'
import type { ModelLibrary } from './library.ts'
import type { Model } from './manifest.ts'
import type { ModelState } from './model-files.ts'

/** Folders of models are flat; a whole disk must not be searched for one. */
const deepest = 6

/**
 * Installs a model from a folder, whose files are found by name at any depth, or from an archive. Codes:
 * `model-import-no-path`, `model-files-lacking` (which names them), those of `unpack` and `install`.
 */
export function importModel(
  library: ModelLibrary,
  model: Model,
  path: string,
  tools: InstallTools,
  onChecking: () => void = () => undefined,
): Promise<Result<ModelState>> {
  const names = Object.values(model.files).map((file) => basename(file.path))
  const prepare = async ({ folder }: { readonly folder: string }): Promise<Result<void>> => {
    const found = await stat(path).catch(() => undefined)
    if (found === undefined) return failure('model-import-no-path', text.noSuchPath(path))
    if (found.isDirectory()) return copyNamed(path, names, folder)
    return tools.unpack({ archive: path, names, target: folder })
  }
  return install(library, model, path, tools, prepare, onChecking)
}

async function copyNamed(from: string, names: readonly string[], to: string): Promise<Result<void>> {
  const found = await findNamed(from, names)
  const lacking = names.filter((name) => !found.has(name))
  if (lacking.length > 0) {
    return failure('model-files-lacking', text.lacksFiles(basename(from), lacking))
  }
  for (const [name, path] of found) await copyFile(path, join(to, name), constants.COPYFILE_FICLONE)
  return success(undefined)
}

/** Level by level, so that the shallowest of a name is found. */
async function findNamed(root: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  let level = [root]
  for (let depth = 0; depth < deepest && found.size < names.length; depth += 1) {
    const next: string[] = []
    for (const folder of level) {
      // A folder that may not be read holds nothing for us.
      for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
        const path = join(folder, entry.name)
        if (entry.isDirectory()) next.push(path)
        else if (names.includes(entry.name) && !found.has(entry.name)) found.set(entry.name, path)
      }
    }
    level = next
  }
  return found
}
