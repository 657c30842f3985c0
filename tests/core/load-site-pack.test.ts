import { mkdtemp, mkdir, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inspectSitePack, loadSitePack } from '../../src-main/core/knowledge/load-site-pack.ts'
import { describeProblem } from '../../src-main/core/knowledge/pack-problem.ts'
import { answerFile, brokenFiles, goodFiles } from './pack-examples.ts'

const today = '2026-11-01'

let directory = ''
const put = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(join(directory, file)), { recursive: true })
  await writeFile(join(directory, file), text)
}
const problemsAfter = async (file: string, text: string): Promise<readonly string[]> => {
  await put(file, text)
  const { problems } = await inspectSitePack(directory, today)
  return problems.map((problem) => `${problem.severity} ${describeProblem(problem)}`)
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'site-pack-'))
  for (const [file, text] of Object.entries(goodFiles)) await put(file, text)
})
afterEach(() => rm(directory, { recursive: true }))

describe('a good pack', () => {
  it('is read from all of its files', async () => {
    const { pack, problems } = await inspectSitePack(directory, today)
    expect(problems).toEqual([])
    expect(pack).toMatchObject({
      meta: { areaCode: '020', sample: false },
      divisions: [{ name: '天河区' }, { name: '五山街道' }, { level: 'community' }],
      roads: [{ districts: ['天河区'], streets: ['五山街道'] }],
      points: [{ aliases: ['华景', '新城'] }],
      subjects: [{ id: 'S1', name: '幸福物业,天河', aliases: [], kind: 'company' }],
      categories: [{ keywords: ['物业费', '停车费'], urgency: '一般' }],
      dispatch: [
        {
          place: '*',
          fallback: ['市住建局', '12345热线'],
          returns: [{ reason: '属地不符', to: '12345热线' }],
        },
        { place: '天河区', unit: '{street}办事处', unplaced: '12345热线', returns: [] },
      ],
      calendar: { workingHours: { days: [1, 2, 3, 4, 5] }, years: [{ year: 2026, assumed: false }] },
      deadlines: { source: '某规范', rules: [{ what: 'dispatch', limit: 1 }] },
      answers: [
        { id: 'A1', answer: '请您带身份证到网点办理。', similar: ['社保卡丢了'], expires: '2027-01-01' },
      ],
      scripts: [{ phase: 'greeting', slots: [] }],
      checklists: [{ ask: [{ element: '地点' }] }],
      norms: [{ rule: 'vague-answer', severity: 'caution' }],
      lexicon: { fillers: ['那个'], homophones: [] },
    })
    expect(await loadSitePack(directory)).toMatchObject({ ok: true })
  })

  it('may leave files out, with a warning', async () => {
    await unlink(join(directory, 'subjects.csv'))
    await rm(join(directory, 'norms'), { recursive: true })
    const { problems } = await inspectSitePack(directory, today)
    expect(problems.map((problem) => [problem.severity, problem.file])).toEqual([
      ['warning', 'subjects.csv'],
      ['warning', 'norms/'],
    ])
    expect(await loadSitePack(directory)).toMatchObject({ ok: true, value: { subjects: [], norms: [] } })
  })
})

describe('a pack that cannot be used', () => {
  it('names the first errors', async () => {
    await put('subjects.csv', 'id,name\n,甲\n,乙\n,丙\n,丁\n,戊\n,己\n')
    const result = await loadSitePack(directory)
    expect(result).toMatchObject({ ok: false, error: { code: 'pack-unusable' } })
    const lines = result.ok ? [] : result.error.message.split('\n')
    expect(lines[0]).toBe('知识库有 6 处错误，请先改正：')
    expect(lines[1]).toBe('subjects.csv 第 2 行：缺少 id')
    expect(lines.at(-1)).toBe('……共 6 处')
  })

  it('has no pack at all where the folder or pack.yaml is missing', async () => {
    const { pack, problems } = await inspectSitePack(join(directory, 'nowhere'), today)
    expect(pack).toBeUndefined()
    expect(problems[0]).toMatchObject({ severity: 'error', file: 'pack.yaml' })
  })
})

describe('each kind of broken file', () => {
  it.each(brokenFiles)('%s', async (_kind, file, text, expected) => {
    const problems = await problemsAfter(file, text)
    expect(
      problems.some((problem) => problem.startsWith(expected)),
      problems.join('\n'),
    ).toBe(true)
  })

  it('lists the problems of all files, errors first', async () => {
    await put('subjects.csv', 'id,name\nS1,\n')
    await put('lexicon.yaml', 'fillers: 3\n')
    const problems = await problemsAfter('answers/card.md', answerFile('expires: 2020-01-01\n'))
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['error', 'error', 'warning'])
  })
})
