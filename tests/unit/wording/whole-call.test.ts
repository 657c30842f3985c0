import { describe, expect, it } from 'vitest'
import type { Turn } from '#shared/domain/call.ts'
import { normRuleSchema } from '#shared/domain/site-pack.ts'
import { createWordingCheck } from '#shared/domain/wording/check-wording.ts'
import { sampleNorms } from '../../support/sample-norms.ts'

const wording = createWordingCheck(sampleNorms())

/** `S 0-2.5 您好`: who speaks, from which to which second, and the words. */
function timed(...lines: readonly string[]): readonly Turn[] {
  return lines.map((line) => {
    const [, who = '', from = '', to = '', text = ''] = /^([SC]) ([\d.]+)-([\d.]+) (.*)$/u.exec(line) ?? []
    return {
      speaker: who === 'S' ? 'seat' : 'citizen',
      startMs: Number(from) * 1000,
      endMs: Number(to) * 1000,
      text,
    }
  })
}

function turnsFlagged(rule: string, lines: readonly string[], ended = true): readonly number[] {
  return wording.check(timed(...lines), ended).flatMap((flag) => (flag.rule === rule ? [flag.turn] : []))
}

const hundred = '这项业务需要您带上身份证和户口本到政务服务大厅二楼的综合窗口取号办理'.repeat(3)

interface Case {
  readonly rule: string
  readonly flagged: Readonly<Record<string, readonly [turn: number, ...lines: string[]]>>
  readonly quiet: Readonly<Record<string, readonly string[]>>
}

const cases: readonly Case[] = [
  {
    rule: 'speed',
    flagged: { 'fast over 20 s': [0, `S 0-20 ${hundred}`] },
    quiet: {
      'the same words in 30 s': [`S 0-30 ${hundred}`],
      'fast for a moment': ['S 0-2 请您带身份证到二楼综合窗口办理'],
      'without times': [`S 0-0 ${hundred}`],
    },
  },
  {
    rule: 'talking-over',
    flagged: {
      'into the citizen’s turn before it': [1, 'C 0-10 我跟你说这件事', 'S 8-12 您先报地址门牌号'],
      'into the citizen’s turn that ended later': [
        0,
        'S 8-12 您先报地址门牌号',
        'C 0-14 我跟你说这件事是这样的',
      ],
    },
    quiet: {
      'a back-channel': ['C 0-10 我跟你说这件事', 'S 8-9.5 嗯好的'],
      'half a second': ['C 0-10 我跟你说这件事', 'S 9.5-12 您先报地址门牌号'],
      'the citizen into the seat’s': ['S 0-10 请您听我说明一下', 'C 5-12 我不听'],
    },
  },
  {
    rule: 'interrupting',
    flagged: {
      'the third time': [
        5,
        'C 0-10 第一件事',
        'S 9.5-11 您说的是哪里',
        'C 12-20 第二件事',
        'S 19.5-21 您说的是谁家',
        'C 22-30 第三件事',
        'S 29.5-31 您说的是哪栋',
      ],
    },
    quiet: {
      twice: ['C 0-10 第一件事', 'S 9.5-11 您说的是哪里', 'C 12-20 第二件事', 'S 19.5-21 您说的是谁家'],
    },
  },
  {
    rule: 'silence',
    flagged: { 'seven seconds unannounced': [1, 'C 0-3 什么时候能修好', 'S 10-12 明天上午'] },
    quiet: {
      'four seconds': ['C 0-3 什么时候能修好', 'S 7-9 明天上午'],
      announced: ['S 0-3 请您稍等我查一下', 'C 3-4 好', 'S 20-22 查到了明天上午'],
      'the citizen thinks': ['S 0-3 请问门牌号是多少', 'C 15-17 三十号'],
    },
  },
  {
    rule: 'hold',
    flagged: { 'no thanks after a long wait': [2, 'S 0-3 请您稍等', 'C 3-4 好', 'S 40-42 查到了'] },
    quiet: {
      thanked: ['S 0-3 请您稍等', 'C 3-4 好', 'S 40-42 让您久等了查到了'],
      'a short wait': ['S 0-3 请您稍等', 'C 3-4 好', 'S 20-22 查到了'],
    },
  },
  {
    rule: 'further-needs',
    flagged: { 'goodbye without asking': [0, 'S 0-3 已经登记好了', 'C 3-4 好再见'] },
    quiet: {
      asked: ['S 0-3 请问还有其他需要吗', 'C 3-4 没有了再见'],
      'the line broke off': ['S 0-3 已经登记好了', 'C 3-4 喂'],
    },
  },
  {
    rule: 'read-back-address',
    flagged: {
      'none of it in a call with a ticket': [
        4,
        'S 0-3 您好请讲',
        'C 3-6 路灯坏了在建设路三号二单元',
        'S 6-8 坏了多久了',
        'C 8-9 两天',
        'S 9-11 好的给您登记了',
        'C 11-12 谢谢再见',
      ],
    },
    quiet: {
      'at once, in other digits': [
        'C 3-6 路灯坏了在建设路三号二单元',
        'S 6-8 建设路3号2单元对吗给您登记了',
        'C 11-12 谢谢再见',
      ],
      'piece by piece': [
        'C 3-6 在建设路三号二单元',
        'S 6-8 建设路',
        'C 8-9 对',
        'S 9-11 三号二单元登记了',
        'C 11-12 再见',
      ],
      'no ticket': ['C 3-6 我住建设路三号二单元去哪里办证', 'S 6-8 街道大厅就能办', 'C 11-12 谢谢再见'],
      'no address': ['C 3-6 公交车不停站', 'S 6-8 给您登记了', 'C 11-12 谢谢再见'],
      'the line broke off': ['C 3-6 在建设路三号二单元', 'S 6-8 给您登记了', 'C 11-12 喂'],
    },
  },
  {
    rule: 'read-back-demand',
    flagged: {
      'a ticket without a word of it': [
        3,
        'C 0-3 物业半年没扫楼道',
        'S 3-5 好的',
        'C 5-6 嗯',
        'S 6-8 登记了',
        'C 8-9 再见',
      ],
    },
    quiet: {
      restated: ['C 0-3 物业半年没扫楼道', 'S 3-5 您反映的是物业不扫楼道给您登记了', 'C 8-9 再见'],
      'an answer, no ticket': ['C 0-3 社保怎么转', 'S 3-5 网上就可以转移', 'C 8-9 再见'],
      'the line broke off': ['C 0-3 物业半年没扫楼道', 'S 3-5 登记了', 'C 8-9 喂喂'],
    },
  },
  {
    rule: 'read-back',
    flagged: {
      'none of its digits': [
        1,
        'C 0-5 我电话一三八零零一三八零零零',
        'S 5-6 好的',
        'C 6-7 嗯',
        'S 7-9 已经登记',
      ],
    },
    quiet: {
      'its ending': ['C 0-5 我电话13800138000', 'S 5-8 尾号八零零零对吗', 'C 8-9 对'],
      'later in the call': [
        'C 0-5 我电话13800138000',
        'S 5-6 好的',
        'C 6-7 嗯',
        'S 7-9 幺三八零零一三八零零零',
      ],
      'while it may still come': [],
      'another number': ['C 0-5 我家是三零二室', 'S 5-6 好的'],
    },
  },
  {
    rule: 'repeated-question',
    flagged: {
      'answered before': [
        2,
        'S 0-3 请问您家在哪个小区',
        'C 3-5 阳光花园',
        'S 5-8 请问您家在哪个小区啊',
        'C 8-9 阳光花园',
      ],
    },
    quiet: {
      'not answered yet': ['S 0-3 请问您家在哪个小区', 'C 3-4 嗯', 'S 5-8 请问您家在哪个小区'],
      'not heard': ['S 0-3 您家在哪个小区', 'C 3-5 阳光花园', 'S 5-8 抱歉没听清您家在哪个小区'],
      'another question': ['S 0-3 请问您家在哪个小区', 'C 3-5 阳光花园', 'S 5-8 请问您家是几栋几单元'],
    },
  },
  {
    rule: 'personal-data',
    flagged: { 'a whole identity number': [0, 'S 0-9 您的身份证号是110101199003071234对吗'] },
    quiet: {
      'its ending': ['S 0-9 您的身份证后四位是一二三四对吗'],
      'the citizen’s own': ['C 0-9 我身份证110101199003071234'],
    },
  },
]

describe.each(cases)('$rule', ({ rule, flagged, quiet }) => {
  it.each(Object.entries(flagged))('is flagged: %s', (_, [turn, ...lines]) => {
    expect(turnsFlagged(rule, lines)).toEqual([turn])
  })

  it.each(Object.entries(quiet))('is quiet: %s', (_, lines) => {
    expect(turnsFlagged(rule, lines)).toEqual([])
  })

  it('is only a note', () => {
    expect(sampleNorms().find((norm) => norm.rule === rule)?.severity).toBe('info')
  })
})

it('waits for the read-back while the call goes on', () => {
  const lines = ['C 0-5 我电话13800138000', 'S 5-6 好的']
  expect(turnsFlagged('read-back', lines, false)).toEqual([])
  expect(turnsFlagged('read-back', lines)).toEqual([1])
})

describe('promise', () => {
  const norm = normRuleSchema.parse({
    rule: 'promise',
    title: '承诺',
    severity: 'info',
    patterns: [{ match: '(?:今天|明天)[^\\n]{0,8}(?:回电|回复您|给您答复)' }],
  })
  const noted = (line: string): readonly string[] =>
    createWordingCheck([norm])
      .check(timed(line))
      .map(({ quote }) => quote)

  it('is noted with its words, where the pack asks for it', () => {
    expect(noted('S 0-5 我明天上午给您回电话')).toEqual(['明天上午给您回电'])
    expect(noted('S 0-5 承办单位会联系您')).toEqual([])
    expect(noted('C 0-5 那你明天给我回电')).toEqual([])
    expect(sampleNorms().some(({ rule }) => rule === 'promise')).toBe(false)
  })
})
