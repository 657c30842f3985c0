import { pieceBytes, toBase64, fromBase64, type UploadFile } from '../../../connection/file-pieces.ts'
import type { SeatConnection } from '../../../connection/seat-connection.ts'
import type { ImportPlanView, TableFormat } from '#shared/contract/knowledge-views.ts'
import type { ProcedureInput } from '#shared/contract/contract.ts'

const formats: Readonly<Record<string, TableFormat>> = {
  ...{ csv: 'csv', jsonl: 'jsonl', ndjson: 'jsonl', md: 'markdown', zip: 'markdown', xlsx: 'xlsx' },
}

/** What a person may choose, for the dialog that asks. */
export const importEndings = Object.keys(formats)
  .map((ending) => `.${ending}`)
  .join(',')

/** The format of files by their endings; undefined where they are of several, or of none that can be read. */
export function formatOf(names: readonly string[]): TableFormat | undefined {
  const found = new Set(names.map((name) => formats[name.slice(name.lastIndexOf('.') + 1).toLowerCase()]))
  return found.size === 1 ? [...found][0] : undefined
}

/** A file of a folder comes with its path in it. */
export type ImportFile = UploadFile & { readonly webkitRelativePath?: string }

/** Sends files piece by piece and reads what an import would change. Tells the share sent (0–1) after each piece. */
export async function planImport(
  connection: SeatConnection,
  format: TableFormat,
  files: readonly ImportFile[],
  onProgress: (share: number) => void,
): Promise<ImportPlanView> {
  const named = files.map((file) => ({
    name:
      file.webkitRelativePath === undefined || file.webkitRelativePath === ''
        ? file.name
        : file.webkitRelativePath,
    bytes: file.size,
  }))
  const { uploadId } = await connection.call('knowledge.importBegin', { format, files: named })
  const total = Math.max(
    1,
    files.reduce((sum, file) => sum + file.size, 0),
  )
  let sent = 0
  for (const [index, file] of files.entries()) {
    for (let start = 0; start < file.size; start += pieceBytes) {
      const piece = new Uint8Array(await file.slice(start, start + pieceBytes).arrayBuffer())
      await connection.call('knowledge.importAppend', { uploadId, file: index, base64: toBase64(piece) })
      sent += piece.length
      onProgress(sent / total)
    }
  }
  return connection.call('knowledge.importPlan', { uploadId })
}

export interface ExportedFile {
  readonly name: string
  readonly mediaType: string
  readonly entries: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Makes a file of entries and brings it here. */
export async function exportFile(
  connection: SeatConnection,
  input: ProcedureInput<'knowledge.export'>,
): Promise<ExportedFile> {
  const { exportId, name, mediaType, bytes: size, entries } = await connection.call('knowledge.export', input)
  const bytes = new Uint8Array(size)
  for (let from = 0; ;) {
    const { base64, done } = await connection.call('knowledge.exportPiece', { exportId, from })
    const piece = fromBase64(base64)
    bytes.set(piece, from)
    from += piece.length
    if (done || piece.length === 0) return { name, mediaType, entries, bytes }
  }
}
