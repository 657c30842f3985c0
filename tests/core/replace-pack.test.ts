import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { SiteKnowledge } from '../../src-main/core/knowledge/site-knowledge.ts'
import { watchPack } from '../../src-main/core/knowledge/watch-pack.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { CoreHarness } from '../support/core-harness.ts'

const today = (): string => '2026-11-21'

it('a pack replaced while a call runs is used from the next words on, and a broken one is not', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'seat-pack-'))
  cpSync(join(programRoot, 'knowledge-base'), directory, { recursive: true })
  const seat = await CoreHarness.start()
  await seat.begin()
  const changes: string[] = []
  const stop = watchPack(directory, () => {
    SiteKnowledge.load(directory, today).then(
      (knowledge) => seat.core.replaceKnowledge(knowledge),
      (error: unknown) => {
        changes.push('broken')
        seat.core.keepKnowledge((error as Error).message)
      },
    )
  })
  const entry = (title: string): string =>
    `---\nid: lion-dance\ntitle: ${title}\nsimilar: []\ncategory: 文化旅游\nkeywords: [醒狮]\n---\n您好，醒狮队请到文化馆登记。\n`
  try {
    writeFileSync(join(directory, 'answers', 'lion-dance.md'), entry('醒狮队到哪里登记'))
    await vi.waitFor(
      () => expect(seat.of('notice').map(({ code }) => code)).toContain('pack-replaced'),
      10_000,
    )
    expect((await seat.call('answers.search', { text: '醒狮队到哪里登记' }))[0]?.id).toBe('lion-dance')

    writeFileSync(join(directory, 'subjects.csv'), 'id,name\nS1')
    await vi.waitFor(() => expect(changes).toEqual(['broken']), 10_000)
    expect(seat.of('notice').at(-1)).toMatchObject({ code: 'pack-broken' })
    expect((await seat.call('answers.search', { text: '醒狮队到哪里登记' }))[0]?.id).toBe('lion-dance')
  } finally {
    stop()
    seat.cleanUp()
    rmSync(directory, { recursive: true, force: true })
  }
})
