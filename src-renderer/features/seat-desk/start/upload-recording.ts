import type { Recording } from '#shared/contract/views.ts'
import { pieceBytes, toBase64, type UploadFile } from '../../../connection/file-pieces.ts'
import type { SeatConnection } from '../../../connection/seat-connection.ts'

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
