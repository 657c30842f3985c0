import { describe, expect, it } from 'vitest'
import { pieceBytes, toBase64 } from '../../src-renderer/connection/file-pieces.ts'
import { uploadRecording } from '../../src-renderer/features/seat-desk/start/upload-recording.ts'
import { createFakeConnection } from '../support/fake-connection.ts'

const file = (name: string, size: number): File =>
  new File([Uint8Array.from({ length: size }, (_, index) => index % 251)], name)

describe('adding a recording', () => {
  it('sends two files in pieces that join to what they were', async () => {
    const connection = createFakeConnection()
    const shares: number[] = []
    const files = [file('a.wav', pieceBytes + 10), file('b.wav', 5)]
    await uploadRecording(
      connection,
      '噪音',
      files,
      (share) => shares.push(share),
      new AbortController().signal,
    )
    const pieces = connection.asked
      .filter(({ name }) => name === 'recordings.append')
      .map(({ input }) => input)
    expect(pieces).toMatchObject([{ file: 0 }, { file: 0 }, { file: 1 }])
    const bytes = (pieces as { base64: string }[]).map(({ base64 }) => Buffer.from(base64, 'base64'))
    expect(Buffer.concat(bytes.slice(0, 2)).equals(Buffer.from(await files[0]!.arrayBuffer()))).toBe(true)
    expect(connection.asked[0]?.input).toMatchObject({ files: [{ bytes: pieceBytes + 10 }, { bytes: 5 }] })
    expect(shares.at(-1)).toBe(1)
  })

  it('fits a full piece into what the contract allows', () => {
    expect(toBase64(new Uint8Array(pieceBytes))).toHaveLength(262_144)
  })

  it('tells the core to drop what came before it was stopped', async () => {
    const connection = createFakeConnection()
    const controller = new AbortController()
    const stop = (): void => controller.abort()
    const adding = uploadRecording(
      connection,
      '噪音',
      [file('a.wav', pieceBytes * 3)],
      stop,
      controller.signal,
    )
    await expect(adding).rejects.toHaveProperty('name', 'AbortError')
    const names = connection.asked.map(({ name }) => name)
    expect(names.at(-1)).toBe('recordings.cancel')
    expect(names).not.toContain('recordings.finish')
  })
})
