import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { shellText } from '#shared/catalogue/shell.ts'
import { failure, success, type Result } from '#shared/base/result.ts'

/** better-sqlite3's addon needs it: Node ≥ 22, Electron ≥ 40. */
const neededNodeApi = 10

/** What the child processes run on: Electron's own Node, or one beside it where Electron's is too old. */
export type ChildRuntime = { readonly kind: 'electron' } | { readonly kind: 'node'; readonly path: string }

/**
 * Decides it. Codes: `node-needed`, `node-unusable`, `node-too-old`.
 *
 * @param ownNodeApi Node-API version of this Electron
 * @param seatNode path from SEAT_NODE; it counts only where Electron's own Node is too old
 * @param nodeApiOf asks a Node for its Node-API version; undefined where it does not run
 */
export async function chooseChildRuntime(
  ownNodeApi: number,
  seatNode: string | undefined,
  nodeApiOf: (path: string) => Promise<number | undefined>,
): Promise<Result<ChildRuntime>> {
  if (ownNodeApi >= neededNodeApi) return success({ kind: 'electron' })
  if (seatNode === undefined || seatNode === '') return failure('node-needed', shellText.needsNode)
  const nodeApi = await nodeApiOf(seatNode)
  if (nodeApi === undefined) return failure('node-unusable', shellText.nodeUnusable(seatNode))
  if (nodeApi < neededNodeApi) return failure('node-too-old', shellText.nodeTooOld(seatNode))
  return success({ kind: 'node', path: seatNode })
}

const answerTimeoutMs = 10_000

/** Runs a Node to learn its Node-API version. */
export async function askNodeApi(path: string): Promise<number | undefined> {
  try {
    const { stdout } = await promisify(execFile)(path, ['--print', 'process.versions.napi'], {
      timeout: answerTimeoutMs,
    })
    const version = Number(stdout.trim())
    return Number.isInteger(version) && version > 0 ? version : undefined
  } catch {
    return undefined
  }
}

/** A file of the packed app as a Node without Electron's archive support finds it (electron-builder's `asarUnpack`). */
export function outsideArchive(path: string): string {
  return path.replace(/([\\/]app\.asar)(?=[\\/])/, '$1.unpacked')
}
