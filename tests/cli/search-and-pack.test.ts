import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { packCommand } from '../../src-main/cli/commands/pack.ts'
import { searchCommand } from '../../src-main/cli/commands/search.ts'

let directory = ''
const at = (name: string): string => join(directory, name)
const exitCode = process.exitCode

/** Runs a command and returns the lines that it printed. */
async function run(command: Command, ...words: readonly string[]): Promise<readonly string[]> {
  const print = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  try {
    await command.parseAsync(words, { from: 'user' })
    return print.mock.calls.map(([line]) => String(line))
  } finally {
    print.mockRestore()
  }
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'seat-search-'))
  await mkdir(at('pack/answers'), { recursive: true })
  await writeFile(
    at('pack/pack.yaml'),
    'id: t\ncity: 甲市\nprovince: 乙省\ncityCode: "4401"\nareaCode: "020"\nversion: "3"\nsample: true\nhotlineName: 甲市12345\n',
  )
  await writeFile(at('pack/lexicon.yaml'), 'synonyms: [[停水, 没水]]\n')
  await writeFile(at('pack/answers/a.md'), '---\nid: card\ntitle: 社保卡丢了怎么补办\n---\n请带身份证。\n')
  await writeFile(
    at('pack/answers/b.md'),
    '---\nid: old\ntitle: 路灯不亮找谁修\nexpires: 2020-01-01\n---\n请报路名。\n',
  )
  const kb = [
    { id: 'water', title: '突然停水了怎么办', answer: '请报地址。' },
    { id: 'lamp', title: '路灯不亮找谁修', answer: '请报路名。' },
    { id: 'school', title: '小学怎么报名', answer: '网上报名。' },
  ]
  await writeFile(at('kb.jsonl'), kb.map((entry) => JSON.stringify(entry)).join('\n'))
})
afterEach(async () => {
  process.exitCode = exitCode
  await rm(directory, { recursive: true })
})

describe('seat search', () => {
  it('answers a file of queries, a line each, with turns as objects or plain words', async () => {
    const queries = [
      { q: 'one', text: '路灯不亮' },
      { q: 2, turns: ['我们家没水了怎么办', { speaker: 'seat', text: '好的' }] },
      { q: 'none', text: '今天天气' },
    ]
    await writeFile(at('q.jsonl'), queries.map((query) => JSON.stringify(query)).join('\n\n'))
    const lines = await run(
      searchCommand(),
      '--queries',
      at('q.jsonl'),
      '--kb',
      at('kb.jsonl'),
      '--pack',
      at('pack'),
    )
    const answers = lines.map(
      (line) => JSON.parse(line) as { q: unknown; hits: { id: string }[]; ms: unknown },
    )
    expect(answers.map(({ q, hits }) => [q, hits.map(({ id }) => id)])).toEqual([
      ['one', ['lamp']],
      [2, ['water']],
      ['none', []],
    ])
    expect(answers.every((answer) => Object.keys(answer).join() === 'q,hits,ms')).toBe(true)
    expect(answers[0]?.hits.map((hit) => Object.keys(hit).join())).toEqual(['id,score'])
    expect(answers.every(({ ms }) => typeof ms === 'number')).toBe(true)
  })

  it('reads well for a person, and leaves expired entries out', async () => {
    const lines = await run(searchCommand(), '社保卡', '补办', '--pack', at('pack'))
    expect(lines[0]).toMatch(/^1\. 社保卡丢了怎么补办（card，0\.\d\d）$/u)
    expect(lines[1]).toBe('   请带身份证。')
    expect((await run(searchCommand(), '路灯不亮', '--pack', at('pack')))[0]).toBe('没有合适的口径。')
  })

  it('prints one JSON line for words with --json', async () => {
    const [line = ''] = await run(searchCommand(), '社保卡补办', '--json', '--pack', at('pack'))
    expect(JSON.parse(line)).toMatchObject({ q: '社保卡补办', hits: [{ id: 'card' }] })
  })

  it('names the bad line, the bad count and the missing words', async () => {
    await writeFile(at('q.jsonl'), '{"q":"a"}\n{"q":true}\n')
    const withQueries = run(searchCommand(), '--queries', at('q.jsonl'), '--pack', at('pack'))
    await expect(withQueries).rejects.toThrow(`${at('q.jsonl')} 第 2 行：q 不对`)
    await writeFile(at('kb.jsonl'), '{"id":"a","title":"甲"}\n{oops\n')
    const withEntries = run(searchCommand(), '甲', '--kb', at('kb.jsonl'), '--pack', at('pack'))
    await expect(withEntries).rejects.toThrow('第 2 行不是 JSON')
    await expect(run(searchCommand(), '甲', '--top', '0')).rejects.toThrow('--top')
    await expect(run(searchCommand())).rejects.toThrow('--queries')
    await expect(run(searchCommand(), '--queries', at('none.jsonl'), '--pack', at('pack'))).rejects.toThrow(
      'ENOENT',
    )
  })
})

describe('seat pack', () => {
  it('check counts, warns, and leaves the exit code alone without errors', async () => {
    const lines = await run(packCommand(), 'check', '--pack', at('pack'))
    expect(lines[0]).toBe('甲市知识库，版本 3（示例）')
    expect(lines).toContain('  口径 2')
    expect(lines.some((line) => line.startsWith('提醒  answers/ [old]：已于 2020-01-01 过期'))).toBe(true)
    expect(process.exitCode).toBe(exitCode)
  })

  it('check sets exit code 1 on errors, expressions of the norms included', async () => {
    await mkdir(at('pack/norms'))
    await writeFile(
      at('pack/norms/a.yaml'),
      '- { rule: shirking, title: 推诿, patterns: [{ match: "(" }] }\n',
    )
    const [line = ''] = await run(packCommand(), 'check', '--json', '--pack', at('pack'))
    expect(process.exitCode).toBe(1)
    const { counts, problems } = JSON.parse(line) as { counts: object; problems: { file: string }[] }
    expect(counts).toMatchObject({ answers: 2, norms: 1 })
    expect(problems[0]).toMatchObject({ severity: 'error', file: 'norms/a.yaml' })
  })

  it('export and import carry every file over untouched', async () => {
    await run(packCommand(), 'export', at('pack.json'), '--pack', at('pack'))
    await run(packCommand(), 'import', at('pack.json'), at('copy'))
    const names = async (name: string): Promise<readonly string[]> =>
      (await readdir(at(name), { recursive: true })).toSorted()
    expect(await names('copy')).toEqual(await names('pack'))
    expect(await readFile(at('copy/answers/a.md'), 'utf8')).toBe(
      await readFile(at('pack/answers/a.md'), 'utf8'),
    )
  })

  it('import refuses an existing folder, a bad pack, foreign JSON and paths that lead outside', async () => {
    await run(packCommand(), 'export', at('pack.json'), '--pack', at('pack'))
    await expect(run(packCommand(), 'import', at('pack.json'), at('pack'))).rejects.toThrow('已经存在')
    const bundle = (files: object): string =>
      JSON.stringify({ format: 'hotline-seat-pack', version: 1, files })
    await writeFile(at('bad.json'), bundle({ 'pack.yaml': 'id: x\n' }))
    await expect(run(packCommand(), 'import', at('bad.json'), at('new'))).rejects.toThrow('缺少 city')
    await writeFile(at('other.json'), '{}')
    await expect(run(packCommand(), 'import', at('other.json'), at('new'))).rejects.toThrow('不是知识库')
    for (const path of ['../evil.yaml', '/evil.yaml', 'a/../../evil.yaml', 'run.sh', 'C:evil.yaml']) {
      await writeFile(at('evil.json'), bundle({ [path]: '' }))
      await expect(run(packCommand(), 'import', at('evil.json'), at('new'))).rejects.toThrow('不能用')
    }
    expect(
      (await readdir(directory)).filter((name) => name.startsWith('new') || name.startsWith('evil.y')),
    ).toEqual([])
  })
})
