import type { Recording } from '#shared/contract/views.ts'
import type { SeatConnection } from '../../../connection/seat-connection.ts'

/** Bytes sent at once; in base64 just what the contract allows. */
export const pieceBytes = 196_608

/** The part of a File that is needed. */
export type UploadFile = Pick<File, 'name' | 'size' | 'slice'>

/** Bytes as base64, in steps small enough for the argument list of a call. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let start = 0; start < bytes.length; start += 8192) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192))
  }
  return btoa(binary)
}

/**
 * Adds one stereo file or two mono files as a recording, piece by piece. Tells the share done (0–1) after each piece.
 * Aborting cancels the upload at the core too and rejects with the signal's reason.
 */
export async function uploadRecording(
  connection: SeatConnection,
  title: string,
  files: readonly UploadFile[],
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Recording> {
  const { uploadId } = await connection.call(
    'recordings.begin',
    { title, files: files.map(({ name, size }) => ({ name, bytes: size })) },
    signal,
  )
  try {
    const total = files.reduce((sum, file) => sum + file.size, 0)
    let sent = 0
    for (const [index, file] of files.entries()) {
      for (let start = 0; start < file.size; start += pieceBytes) {
        const piece = new Uint8Array(await file.slice(start, start + pieceBytes).arrayBuffer())
        await connection.call('recordings.append', { uploadId, file: index, base64: toBase64(piece) }, signal)
        sent += piece.length
        onProgress(sent / total)
      }
    }
    return await connection.call('recordings.finish', { uploadId }, signal)
  } catch (error) {
    // The first failure is what the person must hear of; that the core drops the pieces is only tidiness.
    await connection.call('recordings.cancel', { uploadId }).catch(() => undefined)
    throw error
  }
}
