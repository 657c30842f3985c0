import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAnswerIndex } from '#shared/domain/retrieval/answer-index.ts'
import { answerSchema, lexiconSchema, type Answer } from '#shared/domain/site-pack.ts'
import { mostChanges, openAnswerIndex } from '../../src-main/core/knowledge/answer-index-file.ts'
import { answers, lexicon } from '../unit/retrieval/entries.ts'

const longAgo = new Date('2020-01-01T00:00:00Z')
const [first, ...others] = answers
if (first === undefined) throw new Error('no entries')
const reworded: Answer = { ...first, title: '无人机登记在哪里办', similar: [] }
const many = Array.from({ length: mostChanges + 1 }, (_, at) =>
  answerSchema.parse({
    id: `extra-${String(at)}`,
    title: `第${String(at)}号摊位怎么租`,
    answer: '请到市场办公室。',
  }),
)

describe('the index of the answers in use, kept as a file', () => {
  let directory: string
  let file: string

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'answer-index-'))
    file = join(directory, 'index', 'pack.index')
    await openAnswerIndex(answers, lexicon, file)
    await utimes(file, longAgo, longAgo)
  })
  afterEach(() => rm(directory, { recursive: true }))

  const wasBuiltAnew = async (): Promise<boolean> => (await stat(file)).mtime > longAgo
  const titles = ['社保卡丢了怎么补办', '家里没水了', '路灯不亮', '无人机登记', '残疾证怎么办']

  async function expectSearches(entries: readonly Answer[]): Promise<void> {
    const opened = await openAnswerIndex(entries, lexicon, file)
    const built = createAnswerIndex(entries, lexicon)
    for (const text of titles) expect(opened.search({ text }, 3)).toEqual(built.search({ text }, 3))
  }

  it('is not built a second time, in whatever order the answers come', async () => {
    await expectSearches(answers.toReversed())
    expect(await wasBuiltAnew()).toBe(false)
  })

  it('takes in what changed since', async () => {
    await expectSearches([...others, reworded])
    await expectSearches(others)
    expect(await wasBuiltAnew()).toBe(false)
  })

  it('is built anew when much has changed, and then kept', async () => {
    await expectSearches([...answers, ...many])
    expect(await wasBuiltAnew()).toBe(true)
    await utimes(file, longAgo, longAgo)
    await expectSearches([...answers, ...many])
    expect(await wasBuiltAnew()).toBe(false)
  })

  it('is built anew for another lexicon', async () => {
    await openAnswerIndex(answers, lexiconSchema.parse({}), file)
    expect(await wasBuiltAnew()).toBe(true)
  })

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    [
      'changed on the disk',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte))),
    ],
  ])('is built anew where the file is %s', async (_, damage) => {
    await writeFile(file, damage(await readFile(file)))
    await utimes(file, longAgo, longAgo)
    await expectSearches(answers)
    expect(await wasBuiltAnew()).toBe(true)
  })

  it('searches all the same where the file cannot be written', async () => {
    const under = join(file, 'no-folder', 'pack.index')
    const opened = await openAnswerIndex(answers, lexicon, under)
    expect(opened.search({ text: '路灯不亮' }, 1)).toHaveLength(1)
  })
})
