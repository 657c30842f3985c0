import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CoreHarness } from '../support/core-harness.ts'
import { silentWav } from '../support/wav.ts'

describe('recordings that a person added', () => {
  let seat: CoreHarness

  beforeAll(async () => {
    seat = await CoreHarness.start()
  })
  afterAll(() => seat.cleanUp())

  async function add(title: string): Promise<string> {
    const bytes = silentWav(100)
    const files = [{ name: 'a.wav', bytes: bytes.length }]
    const { uploadId } = await seat.call('recordings.begin', { title, files })
    await seat.call('recordings.append', { uploadId, file: 0, base64: bytes.toString('base64') })
    return (await seat.call('recordings.finish', { uploadId })).recordingId
  }
  const added = async (): Promise<string[]> =>
    (await seat.call('recordings.list', {})).filter(({ rehearsal }) => !rehearsal).map(({ title }) => title)

  it('are removed with their files, one by one', async () => {
    const [first] = [await add('第一段'), await add('第二段')]
    const directory = join(seat.directory, 'recordings')
    expect(existsSync(join(directory, first))).toBe(true)
    await seat.call('recordings.remove', { recordingId: first })
    expect(await added()).toEqual(['第二段'])
    expect(readdirSync(directory)).toHaveLength(1)
  })

  it('are removed once; a rehearsal call is not', async () => {
    const recordingId = await add('第三段')
    await seat.call('recordings.remove', { recordingId })
    for (const id of [recordingId, '2-gas-smell', '..'])
      await expect(seat.call('recordings.remove', { recordingId: id })).rejects.toMatchObject({
        code: 'recording-not-found',
      })
    expect((await seat.call('recordings.list', {})).some(({ rehearsal }) => rehearsal)).toBe(true)
  })
})
