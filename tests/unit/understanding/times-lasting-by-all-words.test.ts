import { expect, test } from 'vitest'
import { listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { readSignWeights } from '#shared/domain/understanding/hearing/sign-weights.ts'
import { timeByRules } from '#shared/domain/understanding/time/incident-time.ts'
import { lastingOrOver } from '#shared/domain/understanding/time/lasting.ts'
import { flatten } from '#shared/text/flat-text.ts'
import { context, linesOf, turnsOf, valueOf } from './small-pack.ts'

/** What it is, when it was (with `..` where it goes on), and the turns: 市 the caller, 坐 the seat. Calls of 18 November 2026. */
const calls: readonly (readonly [string, string, string])[] = [
  [
    'a fall',
    '2026-11-17T17:00',
    '坐：您好 / 市：我妈在菜市场滑了一跤手腕骨折了 / 坐：什么时候的事 / 市：昨天下午五点 / 坐：哪个市场 / 市：石牌那个地上全是水没人拖 / 坐：您希望 / 市：要他们赔医药费 / 坐：您贵姓 / 市：姓卢 / 坐：好的卢先生 / 市：谢谢',
  ],
  [
    'a purchase that is not made good',
    '2026-11-08',
    '坐：您好 / 市：我在店里买的洗衣机不转 / 坐：哪天买的 / 市：十一月八号买的到现在他不给退 / 坐：多少钱 / 市：两千三 / 坐：您的诉求 / 市：退货退款 / 坐：您贵姓 / 市：姓卢 / 坐：好的卢先生 / 市：谢谢',
  ],
  [
    'a lamp that is dark',
    '2026-11-08..',
    '坐：您好 / 市：我们巷子的路灯不亮了 / 坐：什么时候不亮的 / 市：十一月八号 / 坐：哪条巷子 / 市：仁和里 / 坐：您希望 / 市：尽快来修晚上黑得看不见 / 坐：您贵姓 / 市：姓卢 / 坐：好的卢先生 / 市：谢谢',
  ],
  [
    'wages that are not paid',
    '2026-09..',
    '坐：您好 / 市：我们厂一直没发工资 / 坐：从几月开始 / 市：九月份 / 坐：多少人 / 市：三十几个 / 坐：您的诉求 / 市：把工资发给我们 / 坐：您贵姓 / 市：姓卢 / 坐：好的卢先生 / 市：谢谢',
  ],
  [
    'a driver who cursed',
    '2026-11-16T08:00',
    '坐：您好 / 市：公交司机骂我 / 坐：从什么时候的事 / 市：前天早上八点 / 坐：几路车 / 市：二十四路我问他到不到医院他就骂 / 坐：您希望 / 市：要他道歉 / 坐：您贵姓 / 市：姓卢 / 坐：好的卢先生 / 市：谢谢',
  ],
  [
    'a noise every night',
    '2026-11-10..',
    '坐：您好 / 市：楼下工地半夜打桩 / 坐：什么时候的事 / 市：十一月十号起每天晚上都吵 / 坐：哪个工地 / 市：车陂那个 / 坐：您希望 / 市：叫他们晚上别施工 / 坐：您贵姓 / 市：姓卢 / 坐：好的卢先生 / 市：谢谢',
  ],
]

test.for(calls)('%s: %s', ([, wanted, call]) => {
  const from = wanted.replace('..', '')
  expect(valueOf('incidentTime', ...linesOf(call))).toEqual(wanted === from ? from : { from })
})

const fall = calls[0]?.[2] ?? ''
const lamp = calls[2]?.[2] ?? ''
const weighed = (call: string, signs: readonly string[], type: '投诉' | '求助' = '投诉') => {
  const hearing = listen(turnsOf(...linesOf(call)), context, (turn) => flatten(turn.text))
  const ruled = timeByRules(hearing, type)?.best
  return ruled === undefined
    ? undefined
    : lastingOrOver(ruled, hearing, type, readSignWeights({ prior: 0, signs, words: [] })).value
}

test('signs that outweigh the rules by far make a point of a beginning and the other way round', () => {
  expect(weighed(fall, ['type:投诉=1000'])).toEqual({ from: '2026-11-17T17:00' })
  expect(weighed(lamp, ['type:投诉=-1000'])).toBe('2026-11-08')
})

test('weaker signs leave it to the rules', () => {
  expect(weighed(fall, ['type:投诉=100'])).toBe('2026-11-17T17:00')
  expect(weighed(lamp, ['type:投诉=-100'])).toEqual({ from: '2026-11-08' })
})

test('what a caller asks help with goes on, whatever else speaks against it', () => {
  expect(weighed(lamp, ['type:求助=-1000'], '求助')).toEqual({ from: '2026-11-08' })
  expect(weighed(fall, ['type:求助=1000'], '求助')).toEqual({ from: '2026-11-17T17:00' })
})

test('a span and the first turns of a call are left to the rules', () => {
  const first = fall.split(' / ').slice(0, 4).join(' / ')
  expect(weighed(first, ['type:投诉=1000'])).toBe('2026-11-17T17:00')
  const span = fall.replace('昨天下午五点', '昨天下午五点到六点')
  expect(weighed(span, ['type:投诉=-1000'])).toEqual({ from: '2026-11-17T17:00', to: '2026-11-17T18:00' })
})

test('what speaks for it: words of its kind behind the moment and in the call, how long ago it was, the seat’s question', () => {
  expect(weighed(lamp, ['c:restore=1000'])).toEqual({ from: '2026-11-08' })
  expect(weighed(fall, ['c:repay=1000'])).toEqual({ from: '2026-11-17T17:00' })
  expect(weighed(fall, ['ago:3=1000'])).toEqual({ from: '2026-11-17T17:00' })
  expect(weighed(fall, ['Q的事=1000'])).toEqual({ from: '2026-11-17T17:00' })
  expect(weighed(fall, ['c:daily=1000'])).toBe('2026-11-17T17:00')
})
