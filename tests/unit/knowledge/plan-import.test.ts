import { describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import type { EntryContent } from '#shared/domain/knowledge/entry.ts'
import { planImport, type PlannedRow } from '#shared/domain/knowledge/plan-import.ts'
import type { TableFormat } from '#shared/contract/knowledge-views.ts'
import { readTables } from '../../../src-main/core/knowledge/tables/read-tables.ts'
import { writeTable } from '../../../src-main/core/knowledge/tables/write-table.ts'

const known: EntryContent = { title: '甲', similar: [], category: '', keywords: [], answer: '旧的。' }
const full: EntryContent = {
  title: '满',
  similar: ['满不满', '满了吗'],
  category: '公安/户籍',
  keywords: ['满'],
  answer: '都有。',
  effective: '2026-01-01',
  expires: '2027-01-01',
  source: '依据',
}
const existing = {
  contentOf: (id: string) => ({ a: known, full })[id],
  idOfTitle: (title: string) => (title === '甲' ? 'a' : undefined),
}

async function plan(format: TableFormat, text: string | Buffer, name = `a.${format}`): Promise<PlannedRow[]> {
  const rows = await readTables(format, [{ name, bytes: Buffer.from(text) }])
  if (!rows.ok) throw new Error(rows.error.code)
  return [...planImport(rows.value, existing, () => 'new-id')]
}

/** A table of one row with these columns and no others. */
async function tableOf(
  format: 'csv' | 'jsonl' | 'xlsx',
  row: Record<string, string>,
): Promise<string | Buffer> {
  if (format === 'jsonl') return `${JSON.stringify(row)}\n`
  if (format === 'csv') return `${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`
  const sheet = [Object.keys(row), Object.values(row)].map((line) => line.map((value) => ({ value })))
  return writeWorkbook(sheet).toBuffer()
}

const brief = (rows: readonly PlannedRow[]) =>
  rows.map((row) => [row.line, row.outcome, row.entryId, ...row.reasons])

describe('the dry run', () => {
  it('says what each row of a sheet would do, and what is wrong with a bad one', async () => {
    const csv = [
      '编号,标题,相似问,答复,生效日期,失效日期,备注',
      'a,甲,,旧的。,,,随便',
      'a2,乙,怎么办|如何办,新的。,2026-01-01,2027-01-01,',
      ',丙,,第三条。,,,',
      ',,,没有标题,,,',
      'a4,丁,,,,,',
      'a5,戊,,有。,2026-02-30,,',
      'a6,己,,有。,2027-01-01,2026-01-01,',
      'a2,庚,,重复。,,,',
      'a/8,辛,,有。,,,',
      'a9,壬,,有。,明年,,',
      `a10,${'长'.repeat(201)},,有。,,,`,
      '',
      ',,,,,,',
      '"没关上的引号,x',
    ].join('\r\n')
    expect(brief(await plan('csv', csv))).toEqual([
      [2, 'same', 'a'],
      [3, 'new', 'a2'],
      [4, 'new', 'new-id'],
      [5, 'bad', '', '缺少“标题”'],
      [6, 'bad', 'a4', '缺少“答复”'],
      [7, 'bad', 'a5', '没有 2026-02-30 这一天'],
      [8, 'bad', 'a6', '生效日期晚于失效日期'],
      [9, 'bad', 'a2', '编号 a2 在第 3 行已经出现过'],
      [10, 'bad', 'a/8', '编号只能用文字、数字、点、横线和下划线，最长 64 个字'],
      [11, 'bad', 'a9', '“生效日期”的格式不对'],
      [12, 'bad', 'a10', '“标题”太长或太多，最多 200'],
      [15, 'bad', '', expect.stringContaining('这一行读不出来')],
    ])
  })

  it.each(['csv', 'jsonl', 'xlsx'] as const)('leaves alone what is no column of the %s', async (format) => {
    const table = await tableOf(format, { id: 'full', expires: '2028-01-31' })
    expect(await plan(format, table)).toMatchObject([
      {
        outcome: 'changed',
        title: full.title,
        changes: ['失效日期'],
        content: { ...full, expires: '2028-01-31' },
      },
    ])
  })

  it.each(['csv', 'jsonl', 'xlsx'] as const)(
    'clears what an empty cell of the %s stands for',
    async (format) => {
      const table = await tableOf(format, { id: 'full', keywords: '', similar: '', source: '', expires: '' })
      const { title, category, answer, effective } = full
      const [row] = await plan(format, table)
      expect(row).toMatchObject({
        outcome: 'changed',
        changes: ['相似问（清空）', '关键词（清空）', '失效日期（清空）', '依据（清空）'],
      })
      expect(row!.content).toEqual({ title, category, answer, effective, similar: [], keywords: [] })
    },
  )

  it('clears no title and no answer, and makes a new entry of the columns there are', async () => {
    expect(brief(await plan('csv', '编号,标题,答复\nfull,,有。\nfull,满,\n'))).toEqual([
      [2, 'bad', 'full', '缺少“标题”'],
      [3, 'bad', 'full', '缺少“答复”'],
    ])
    const [fresh] = await plan('csv', '编号,标题,答复\nb,乙,有。\n')
    expect(fresh).toMatchObject({ outcome: 'new', changes: [] })
    expect(fresh!.content).toEqual({ title: '乙', similar: [], category: '', keywords: [], answer: '有。' })
    expect(brief(await plan('csv', '编号,分类\nc,公安\n'))).toEqual([[2, 'bad', 'c', '缺少“标题”']])
  })

  it('takes the numbers that JSON has for ids', async () => {
    expect(brief(await plan('jsonl', '{"id":7,"title":"七","answer":"有。"}\n'))).toEqual([[1, 'new', '7']])
  })

  it('finds an entry by its title where no id is given, and names the columns that would change', async () => {
    const [row] = await plan('csv', 'title,answer,category\n甲,新的。,公安\n')
    expect(row).toMatchObject({ outcome: 'changed', entryId: 'a', changes: ['分类', '答复'] })
  })

  it('reads JSON Lines as the search command takes them', async () => {
    const text =
      '{"id":"a","title":"甲","answer":"旧的。","similar":[]}\n\n{"id":"b"\n{"id":"c","title":5,"answer":"有"}\n'
    expect(brief(await plan('jsonl', text))).toEqual([
      [1, 'same', 'a'],
      [3, 'bad', '', '不是一行完整的 JSON'],
      [4, 'bad', 'c', '“标题”的格式不对'],
    ])
  })

  it('reads a Markdown file as a pack has it', async () => {
    expect(brief(await plan('markdown', '---\nid: a\ntitle: 甲\n---\n旧的。\n', 'a.md'))).toEqual([
      [1, 'same', 'a'],
    ])
    expect(brief(await plan('markdown', '没有属性', 'b.md'))).toEqual([
      [1, 'bad', '', '开头缺少用 --- 围起来的属性'],
    ])
  })

  it('reads a date that Excel made of a day', async () => {
    const { bytes } = await writeTable('xlsx', [
      { entryId: 'b', content: { ...known, expires: '2027-01-01' } },
    ])
    expect((await plan('xlsx', bytes))[0]).toMatchObject({ line: 2, content: { expires: '2027-01-01' } })
  })

  it.each<[string, TableFormat, string | Buffer, string]>([
    ['a sheet without a column that says which entry', 'csv', '名称,答复\n甲,乙\n', 'no-key-column'],
    ['an empty file', 'csv', '', 'no-key-column'],
    ['a sheet with a column twice', 'csv', '编号,标题,答复,answer\na,甲,乙,\n', 'column-twice'],
    ['a CSV in GBK', 'csv', Buffer.from([0xb1, 0xea, 0xcc, 0xe2]), 'not-utf8'],
    ['a workbook that is none', 'xlsx', 'abc', 'bad-workbook'],
  ])('refuses %s as a whole', async (_what, format, text, code) => {
    await expect(plan(format, text)).rejects.toThrow(code)
  })
})
