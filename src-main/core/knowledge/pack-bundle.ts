import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, posix, resolve } from 'node:path'
import * as z from 'zod'
import { parseJson } from '#shared/base/parse-json.ts'
import { failure, success, type Result } from '#shared/base/result.ts'
import { packCommandText } from '#shared/catalogue/pack-command.ts'
import { loadSitePack } from './load-site-pack.ts'

/** A pack as one JSON file: the texts of its files, untouched, by their path inside the pack. */
const bundleSchema = z.object({
  format: z.literal('hotline-seat-pack'),
  version: z.literal(1),
  files: z.record(z.string(), z.string()),
})
type PackBundle = z.infer<typeof bundleSchema>

const packFilePattern = /\.(?:yaml|csv|md)$/u

/** Collects a pack's files as they are, comments and notes included. Fails with `no-pack` where there is no pack.yaml. */
export async function bundlePack(directory: string): Promise<Result<PackBundle>> {
  const names = await readdir(directory, { recursive: true }).catch(() => [])
  const paths = names
    .filter((name) => packFilePattern.test(name))
    .map((name) => name.replaceAll('\\', '/'))
    .toSorted()
  if (!paths.includes('pack.yaml')) return failure('no-pack', packCommandText.noPack(directory))
  const files: Record<string, string> = {}
  for (const path of paths) files[path] = await readFile(join(directory, path), 'utf8')
  return success({ format: 'hotline-seat-pack', version: 1, files })
}

/**
 * Puts a bundle (the JSON's own text) into `directory`, which must not exist yet, and only if the pack in it can be used:
 * it is written beside the target, checked, and then renamed into place. Returns the number of files. Fails with
 * `target-exists`, `not-a-bundle`, `unsafe-path` or what {@link loadSitePack} says.
 */
export async function unbundlePack(json: string, source: string, directory: string): Promise<Result<number>> {
  const target = resolve(directory)
  if (await exists(target)) return failure('target-exists', packCommandText.targetExists(directory))
  const bundle = bundleSchema.safeParse(parseJson(json))
  if (!bundle.success) return failure('not-a-bundle', packCommandText.notAnExport(source))
  const files = Object.entries(bundle.data.files)
  const unsafe = files.find(([path]) => !isSafePath(path))
  if (unsafe !== undefined) return failure('unsafe-path', packCommandText.unsafePath(unsafe[0]))

  await mkdir(dirname(target), { recursive: true })
  const draft = await mkdtemp(`${target}.`)
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(draft, path)), { recursive: true })
      await writeFile(join(draft, path), text)
    }
    const pack = await loadSitePack(draft)
    if (!pack.ok) return pack
    await rename(draft, target)
    return success(files.length)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** A bundle comes from elsewhere: nothing in it may name a place outside the pack. */
function isSafePath(path: string): boolean {
  const plain = posix.normalize(path) === path && !path.includes('\\') && !path.includes(':')
  return plain && packFilePattern.test(path) && !path.startsWith('/') && !path.startsWith('..')
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}
