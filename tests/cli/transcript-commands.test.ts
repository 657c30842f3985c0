import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldNames } from '#shared/domain/ticket-fields.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { jsonLines, seat } from '../support/seat-command.ts'

let directory = ''
function written(name: string, text: string): string {
  const path = join(directory, name)
  writeFileSync(path, text)
  return path
}

type Said = readonly ['seat' | 'citizen', string]

function transcript(call: string, ...said: readonly Said[]): string {
  const turns = said.map(([speaker, text], index) => ({
    speaker,
    startMs: index * 4_000,
    endMs: index * 4_000 + 3_000,
    text,
  }))
  return JSON.stringify({
    call,
    startedAt: '2026-11-18T10:20:00+08:00',
    callerNumber: '13911112222',
    turns,
  })
}

const complaint = transcript(
  'c1',
  ['seat', '您好，12345热线，请问有什么可以帮您'],
  ['citizen', '我要投诉天河区天河路二百零八号的晨曦健身会所，办卡不退钱'],
  ['seat', '请问您贵姓'],
  ['citizen', '我姓陈，电话就是这个号码'],
  ['seat', '你早干什么去了'],
)
const silence = transcript('c2', ['citizen', '喂'])

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'seat-cli-'))
})
afterAll(() => rmSync(directory, { recursive: true }))

describe('seat fill', () => {
  interface Filled {
    readonly call: string
    readonly fields: Readonly<Record<string, unknown>>
    readonly evidence: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
  }

  it('answers a line a call, in order, and leaves out what was not said', async () => {
    const input = written('calls.jsonl', `\uFEFF${complaint}\r\n\r\n${silence}\r\n`)
    const { code, output, errors } = await seat(['fill', '--input', input, '--json'])
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    const [first, second, ...rest] = jsonLines(output) as Filled[]
    expect(rest).toEqual([])
    expect(Object.keys(first!)).toEqual(['call', 'fields', 'evidence'])
    expect(first).toMatchObject({
      call: 'c1',
      fields: {
        contactPhone: '13911112222',
        requestType: '投诉',
        incidentAddress: { district: '天河区', road: '天河路', number: '208号' },
      },
    })
    expect(
      Object.keys(first!.fields).every((field) => (fieldNames as readonly string[]).includes(field)),
    ).toBe(true)
    expect(Object.keys(first!.evidence)).toEqual(Object.keys(first!.fields))
    for (const words of Object.values(first!.evidence).flat()) {
      expect(Object.keys(words)).toEqual(['turn', 'quote', 'confidence'])
    }
    expect(second).toMatchObject({ call: 'c2' })
    expect(second!.fields).not.toHaveProperty('contactPhone')
  })

  it('knows the subjects of a list given instead of the pack’s', async () => {
    const input = written('calls.jsonl', complaint)
    const subjects = written(
      'subjects.csv',
      'id,name,aliases,address,kind\nX9,晨曦健身会所,晨曦健身,天河路208号,business\n',
    )
    const { output } = await seat(['fill', '--input', input, '--subjects', subjects, '--json'])
    expect((jsonLines(output) as Filled[])[0]!.fields['subject']).toMatchObject({
      id: 'X9',
      name: '晨曦健身会所',
    })
  })

  it('reads well for a person', async () => {
    const { code, output } = await seat(['fill', '--input', written('calls.jsonl', complaint)])
    expect(code).toBe(0)
    expect(output).toMatch(/^通话 c1（5 句）\n/u)
    expect(output).toMatch(/ {2}联系电话\s+13911112222\s+\d+% {2}第 4 句“/u)
  })

  it('names the line that is no call, the list that is none and the file that is not there', async () => {
    const notJson = await seat(['fill', '--input', written('bad.jsonl', `${complaint}\n{oops\n`)])
    expect(notJson).toMatchObject({ code: 1, output: '' })
    expect(notJson.errors).toContain('第 2 行不是 JSON')
    const noTurns = await seat(['fill', '--input', written('bad.jsonl', `${complaint}\n\n{"call":"c"}\n`)])
    expect(noTurns.code).toBe(1)
    expect(noTurns.errors).toContain('第 3 行：缺少 turns')
    const subjects = written('bad.csv', 'id,name\nX1,\n')
    const list = await seat(['fill', '--input', written('ok.jsonl', complaint), '--subjects', subjects])
    expect(list.code).toBe(1)
    expect(list.errors).toContain('bad.csv 第 2 行')
    const missing = await seat(['fill', '--input', join(directory, 'none.jsonl')])
    expect(missing.code).toBe(1)
    expect(missing.errors).toMatch(/^读不了文件 .*none\.jsonl（ENOENT）/u)
    for (const { errors } of [notJson, noTurns, list, missing]) expect(errors).not.toContain('    at ')
  })
})

describe('seat check', () => {
  interface Checked {
    readonly call: string
    readonly flags: readonly Readonly<Record<string, unknown>>[]
  }

  it('answers a line a call with the flags and where they are', async () => {
    const input = written('calls.jsonl', `${complaint}\n${silence}\n`)
    const { code, output, errors } = await seat(['check', '--input', input, '--json'])
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    const [first, second] = jsonLines(output) as Checked[]
    expect(first).toMatchObject({ call: 'c1' })
    const found = first!.flags.filter(({ turn }) => turn === 4)
    expect(found.map(({ rule }) => rule)).toEqual(['forbidden-expression', 'rhetorical-question'])
    const flag = found[1]!
    expect(Object.keys(flag)).toEqual(
      expect.arrayContaining(['turn', 'rule', 'quote', 'severity', 'why', 'rewrite']),
    )
    expect(second).toEqual({ call: 'c2', flags: [] })
  })

  it('reads well for a person', async () => {
    const { output } = await seat(['check', '--input', written('calls.jsonl', complaint)])
    expect(output).toMatch(/^c1：\d+ 处需要留意$/mu)
    expect(output).toMatch(/^ {2}第 5 句 反问（.+）“.*早干什么去了”$/mu)
    expect(output).toMatch(/^ {4}可以说：/mu)
  })

  it('names the bad line', async () => {
    const { code, errors } = await seat(['check', '--input', written('bad.jsonl', '{"call":"a","turns":3}')])
    expect(code).toBe(1)
    expect(errors).toMatch(/bad\.jsonl 第 1 行：turns 不对/u)
    expect(errors).not.toMatch(/expected|received|Invalid/u)
  })
})

it('the sets that the commands are measured on go through them whole', async () => {
  for (const [command, file] of [
    ['fill', 'fill-dev.jsonl'],
    ['check', 'check-dev.jsonl'],
  ] as const) {
    const input = join(programRoot, 'tests', 'fixtures', file)
    const { code, output } = await seat([command, '--input', input, '--json'])
    expect(code).toBe(0)
    expect((jsonLines(output) as { call: string }[]).map(({ call }) => call)).toEqual(
      (jsonLines(readFileSync(input, 'utf8')) as { call: string }[]).map(({ call }) => call),
    )
  }
})
