import { statSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { diskFailure } from './disk-failure.ts'
import { installRecord } from './install-record.ts'
import { readKept, withEntry, writeKept } from './kept-file.ts'
import { directoryOf, type ModelLibrary } from './library.ts'
import type { Model } from './manifest.ts'

/**
 * That a model was once whole and loaded in a child, so that the next start of asr needs neither hash nor probe: it holds
 * for as long as engine, kind, sizes, times of change and expected checksums of its files are the same.
 */
const proofSchema = z.object({
  engine: z.string(),
  kind: z.string(),
  /** By path, as in the manifest. */
  files: z.record(
    z.string(),
    z.object({ bytes: z.number(), changedMs: z.number(), sha256: z.string().optional() }),
  ),
})
type Proof = z.infer<typeof proofSchema>

const proofsSchema = z.record(z.string(), proofSchema)

/** Whether the model has been tried as it lies there now. False where there is nowhere to remember it. */
export function isProven(library: ModelLibrary, model: Model, engine: string): boolean {
  const known = proofsIn(library)[model.id]
  const now = proofOf(library, model, engine)
  return known !== undefined && now !== undefined && JSON.stringify(known) === JSON.stringify(now)
}

/** To be called once the model's files were checked in full and a child has loaded them. */
export function recordProof(library: ModelLibrary, model: Model, engine: string): void {
  const proof = proofOf(library, model, engine)
  if (proof !== undefined) keepProof(library, model, proof)
}

/** Takes over what was proven of a model before it was moved from one library to another. */
export function adoptProof(from: ModelLibrary, to: ModelLibrary, model: Model): void {
  const proof = proofsIn(from)[model.id]
  if (proof !== undefined) keepProof(to, model, proof)
}

export function forgetProof(library: ModelLibrary, model: Model): void {
  keepProof(library, model, undefined)
}

/** A full or read-only disk costs the next start a probe and nothing else. */
function keepProof(library: ModelLibrary, model: Model, proof: Proof | undefined): void {
  const path = proofPath(library)
  if (path === undefined) return
  try {
    writeKept(path, withEntry(proofsIn(library), model.id, proof))
  } catch (error) {
    if (diskFailure(error) === undefined) throw error
  }
}

function proofsIn(library: ModelLibrary): Readonly<Record<string, Proof>> {
  const path = proofPath(library)
  return (path === undefined ? undefined : readKept(path, proofsSchema)) ?? {}
}

/** Undefined where a file is missing. Its order of keys is that of the manifest, so that two of them compare as text. */
function proofOf(library: ModelLibrary, model: Model, engine: string): Proof | undefined {
  const directory = directoryOf(library, model)
  const recorded = installRecord(library, model)?.sha256
  const files: Record<string, Proof['files'][string]> = {}
  for (const { path, sha256 = recorded?.[path] } of Object.values(model.files)) {
    const found = statSync(join(directory, path), { throwIfNoEntry: false })
    if (found === undefined) return undefined
    files[path] = {
      bytes: found.size,
      changedMs: found.mtimeMs,
      ...(sha256 === undefined ? {} : { sha256 }),
    }
  }
  return { engine, kind: model.kind, files }
}

function proofPath({ folders }: ModelLibrary): string | undefined {
  return folders.installed === undefined ? undefined : join(folders.installed, 'proofs.json')
}
