import { expect, test } from 'vitest'
import { hearAmount } from '#shared/domain/understanding/count/amount.ts'
import { sumAtIssue } from '#shared/domain/understanding/count/sum-at-issue.ts'
import { namedSums } from '#shared/domain/understanding/count/sum-signs.ts'
import { listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { readSignWeights } from '#shared/domain/understanding/hearing/sign-weights.ts'
import { flatten } from '#shared/text/flat-text.ts'
import { context, linesOf, turnsOf, valueOf } from './small-pack.ts'

/** 涉及金额 in yuan (– for none), and the turns: 市 the caller, 坐 the seat. */
const calls: readonly (readonly [string, string])[] = [
  [
    '–',
    '坐：您好请讲 / 市：我们小区的充电桩又涨价了 / 坐：哪个小区 / 市：金沙花园以前充一次两块现在四块五 / 坐：您希望 / 市：查一查他有没有报过批 / 坐：您贵姓 / 市：姓罗 / 坐：罗先生已登记 / 市：谢谢',
  ],
  [
    '6800',
    '坐：您好 / 市：我在一个婚纱店交了六千八他关门了 / 坐：哪家店 / 市：叫花嫁婚纱 / 坐：什么时候交的 / 市：上个月十号 / 坐：您的诉求是 / 市：把钱退给我 / 坐：好的退六千八 / 市：对',
  ],
  [
    '900',
    '坐：您好 / 市：洗衣店把我一件羽绒服洗坏了买的时候两千三 / 坐：您要求赔多少 / 市：本来想要一千五 / 坐：嗯 / 市：老板说给九百那就九百吧 / 坐：诉求是赔偿九百元对吗 / 市：对 / 坐：您贵姓 / 市：姓何',
  ],
  [
    '–',
    '坐：您好 / 市：我捡了一个钱包里面有两千多块钱 / 坐：在哪里捡的 / 市：地铁站门口 / 坐：您希望 / 市：帮我找到那个人还给他 / 坐：好的您贵姓 / 市：免贵姓曾 / 坐：曾先生请送到派出所 / 市：好',
  ],
  [
    '–',
    '坐：您好 / 市：我想问下办护照要多少钱 / 坐：首次办理一百二十元 / 市：哦补办呢 / 坐：补办也是一百二 / 市：要几天 / 坐：七个工作日 / 市：好的 / 坐：还有其他需要吗 / 市：没有了',
  ],
  [
    '15000',
    '坐：您好 / 市：工头欠我三个月工资 / 坐：一个月多少 / 市：五千 / 坐：那一共一万五 / 市：是的 / 坐：在哪个工地 / 市：滨江路那个 / 坐：您要求 / 市：把一万五发给我 / 坐：好的已登记',
  ],
  [
    '–',
    '坐：您好 / 市：我要表扬一个司机我手机落他车上了那手机七千多块 / 坐：是什么车 / 市：出租车 / 坐：车牌记得吗 / 市：粤A开头 / 坐：您希望 / 市：表扬他人家一分钱不要 / 坐：好的 / 市：谢谢',
  ],
]

test.for(calls)('%s yuan: %s', ([wanted, call]) => {
  expect(valueOf('amountYuan', ...linesOf(call)) ?? '–').toBe(wanted === '–' ? wanted : Number(wanted))
})

const long = calls[1]?.[1] ?? ''
const judged = (call: string, signs: readonly string[]) => {
  const turns = turnsOf(...linesOf(call))
  const hearing = listen(turns, context, (turn) => flatten(turn.text))
  const ruled = hearAmount(hearing, '投诉')
  return { ruled, heard: sumAtIssue(ruled, hearing, '投诉', readSignWeights({ prior: 0, signs, words: [] })) }
}

test('signs that outweigh the rules by far drop the sum, and others do not', () => {
  expect(judged(long, ['type:投诉=-1000']).heard).toBeUndefined()
  expect(judged(long, ['type:投诉=-100']).heard?.value).toBe(6800)
})

test('in the first turns of a call the rules are left alone', () => {
  const first = long.split(' / ').slice(0, 2).join(' / ')
  const { ruled, heard } = judged(first, ['type:投诉=-1000'])
  expect(heard).toBe(ruled)
})

test('a sum heard by its signs is cited where it was said last, and the other stays to be chosen', () => {
  const call = calls[2]?.[1] ?? ''
  const { heard } = judged(call, ['digits:3=-2000', 'digits:4=300', 'top=300'])
  expect(heard).toMatchObject({ value: 2300, alternatives: [900, 1500] })
  expect(heard?.evidence[0]?.quote).toContain('两千三')
})

test('a sum is named once, however often it is said', () => {
  const hearing = listen(turnsOf(...linesOf(long)), context, (turn) => flatten(turn.text))
  expect(namedSums(hearing, '投诉').map(({ value, mentions }) => [value, mentions.length])).toEqual([
    [6800, 2],
  ])
})
