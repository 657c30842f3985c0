import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { jsonLines, seat } from '../support/seat-command.ts'

let directory = ''
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'seat-cli-'))
})
afterAll(() => rmSync(directory, { recursive: true }))
const at = (name: string): string => join(directory, name)

const commands = ['call', 'fill', 'check', 'search', 'pack', 'models', 'doctor'] as const
/** Commander's own English, which must not reach a person. */
const english =
  /Usage|Options|Commands|Arguments|display help|default|error|unknown|missing|too many|Did you mean|not specified/u

describe('the help', () => {
  it.each([
    [],
    ...commands.map((command) => [command]),
    ['pack', 'check'],
    ['pack', 'cut-places'],
    ['models', 'verify'],
  ])('is Chinese: %s %s', async (...words) => {
    const { code, output, errors } = await seat([...words, '--help'])
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(output).toMatch(/^用法 seat/u)
    expect(output).toContain('显示帮助')
    expect(output).not.toMatch(english)
    const explained = output.split('\n').filter((line) => line.startsWith('  '))
    for (const line of explained) expect(line).toMatch(/\p{Script=Han}/u)
  })

  it('names every command, and appears where none is given', async () => {
    const { code, errors } = await seat([])
    expect(code).toBe(1)
    for (const command of commands) expect(errors).toMatch(new RegExp(`^ {2}${command} `, 'mu'))
  })

  it.each([
    [['nosuch'], '没有“nosuch”这个命令。'],
    [['cal'], '没有“cal”这个命令。您要的是不是 call？'],
    [['pack', 'chek'], '没有“chek”这个命令。您要的是不是 check？'],
    [['fill'], '缺少必需的选项 --input <file>。'],
    [['fill', '--input'], '选项 --input <file> 后面缺少内容。'],
    [['check', '--input', 'x', '--jsno'], '没有 --jsno 这个选项。您要的是不是 --json？'],
    [['call'], '缺少参数 audio。'],
    [['doctor', 'now', 'please'], '参数太多：now, please。'],
  ])('says what is wrong with %j', async (words, sentence) => {
    const { code, output, errors } = await seat(words)
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors).toBe(`${sentence}\n加上 --help 可以查看用法。\n`)
  })
})

describe('seat search', () => {
  interface Found {
    readonly q: unknown
    readonly hits: readonly { readonly id: string; readonly score: number }[]
    readonly ms: number
  }

  it('answers a file of queries out of entries of one’s own', async () => {
    const kb = [
      {
        id: 'lamp',
        title: '路灯不亮找谁修',
        similar: ['路灯坏了'],
        answer: '请报路名。',
        category: '',
        keywords: ['路灯'],
      },
      {
        id: 'school',
        title: '小学怎么报名',
        similar: [],
        answer: '网上报名。',
        category: '',
        keywords: [],
      },
    ]
    writeFileSync(at('kb.jsonl'), kb.map((entry) => JSON.stringify(entry)).join('\n'))
    writeFileSync(at('q.jsonl'), '{"q":"a","text":"我们这里路灯坏了"}\n{"q":"b","text":"今天天气真好"}\n')
    const { code, output } = await seat([
      'search',
      '--queries',
      at('q.jsonl'),
      '--kb',
      at('kb.jsonl'),
      '--top',
      '1',
      '--json',
    ])
    expect(code).toBe(0)
    const [first, second] = jsonLines(output) as Found[]
    expect(first).toMatchObject({ q: 'a', hits: [{ id: 'lamp' }] })
    expect(Object.keys(first!)).toEqual(['q', 'hits', 'ms'])
    expect(second).toMatchObject({ q: 'b', hits: [] })
  })

  it('finds words in the pack for a person, at most as many as wanted', async () => {
    const { code, output } = await seat(['search', '路灯', '不亮', '--top', '2'])
    expect(code).toBe(0)
    expect(output).toMatch(/^1\. .*路灯/u)
    expect(output).not.toMatch(/^3\. /mu)
  })

  it('names the bad line of either file', async () => {
    writeFileSync(at('q.jsonl'), '{"q":"a","text":"路灯"}\nnot json\n')
    const queries = await seat(['search', '--queries', at('q.jsonl')])
    expect(queries.code).toBe(1)
    expect(queries.errors).toContain('q.jsonl 第 2 行不是 JSON')
    writeFileSync(at('bad-kb.jsonl'), '{"id":"a"}\n')
    const entries = await seat(['search', '路灯', '--kb', at('bad-kb.jsonl')])
    expect(entries.code).toBe(1)
    expect(entries.errors).toContain('bad-kb.jsonl 第 1 行：缺少 title')
  })
})

describe('seat pack', () => {
  it('checks the pack that ships without an error', async () => {
    const { code, output } = await seat(['pack', 'check'])
    expect(code).toBe(0)
    expect(output).toMatch(/^广州市知识库/u)
    expect(output).not.toMatch(/^错误/mu)
  })

  it('exports a pack, imports it elsewhere, and the copy is as good', async () => {
    const exported = await seat(['pack', 'export', at('pack.json')])
    expect(exported).toMatchObject({ code: 0, errors: '' })
    expect(exported.output).toContain('已导出')
    const imported = await seat(['pack', 'import', at('pack.json'), at('copy')])
    expect(imported).toMatchObject({ code: 0, errors: '' })
    const [original] = jsonLines((await seat(['pack', 'check', '--json'])).output) as { counts: object }[]
    const checked = await seat(['pack', 'check', '--json', '--pack', at('copy')])
    expect((jsonLines(checked.output) as { counts: object }[])[0]!.counts).toEqual(original!.counts)
    const again = await seat(['pack', 'import', at('pack.json'), at('copy')])
    expect(again.code).toBe(1)
    expect(again.errors).toContain('已经存在')
  })

  it('fails on a broken pack and says where', async () => {
    cpSync(join(programRoot, 'knowledge-base'), at('broken'), { recursive: true })
    writeFileSync(
      at('broken/categories.csv'),
      'code,level1,level2,level3,keywords,unit,urgency\n12,甲,乙,丙,,,\n',
    )
    const { code, output } = await seat(['pack', 'check', '--pack', at('broken')])
    expect(code).toBe(1)
    expect(output).toMatch(/^错误 {2}categories\.csv 第 2 行/mu)
  })
})

describe('seat doctor', () => {
  const checks = ['node', 'pack', 'model', 'store', 'centre', 'mediaFork', 'page']
  interface Finding {
    readonly check: string
    readonly state: string
    readonly detail: string
  }
  const doctor = async (environment: Readonly<Record<string, string>> = {}) => {
    const settings = { SEAT_DATA_DIR: at('data'), SEAT_CENTRAL_URL: '', ...environment }
    const { code, output } = await seat(['doctor', '--json'], settings)
    const findings = jsonLines(output) as Finding[]
    return { code, findings, of: (check: string) => findings.find((finding) => finding.check === check) }
  }

  it('finds this machine fit', async () => {
    const { code, findings } = await doctor()
    expect(code).toBe(0)
    expect(findings.map(({ check }) => check)).toEqual(checks)
    expect(findings.filter(({ state }) => state === 'problem')).toEqual([])
    const { output } = await seat(['doctor'], { SEAT_DATA_DIR: at('data') })
    expect(output.trim().split('\n')).toHaveLength(checks.length)
    expect(output).toMatch(/^✓ 知识库：广州市/mu)
  })

  it('names a pack that is none, a data directory that cannot be written and an address that is none', async () => {
    writeFileSync(at('a-file'), '')
    const { code, of } = await doctor({
      SEAT_PACK: directory,
      SEAT_DATA_DIR: at('a-file'),
      SEAT_CENTRAL_URL: 'central',
    })
    expect(code).toBe(1)
    for (const check of ['pack', 'store', 'centre']) expect(of(check)?.state, check).toBe('problem')
  })

  it('takes a centre that is away for no obstacle', async () => {
    const { code, of } = await doctor({ SEAT_CENTRAL_URL: 'http://127.0.0.1:9' })
    expect(code).toBe(0)
    expect(of('centre')).toMatchObject({ state: 'warning' })
  })
})
