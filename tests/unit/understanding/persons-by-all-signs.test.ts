import { expect, test } from 'vitest'
import { peopleAtIssue } from '#shared/domain/understanding/count/people-at-issue.ts'
import { hearPeople } from '#shared/domain/understanding/count/people.ts'
import { namedPersons } from '#shared/domain/understanding/count/person-signs.ts'
import { listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { readSignWeights } from '#shared/domain/understanding/hearing/sign-weights.ts'
import { flatten } from '#shared/text/flat-text.ts'
import { context, linesOf, turnsOf, valueOf } from './small-pack.ts'

/** 涉及人数 (– for none), and the turns: 市 the caller, 坐 the seat. */
const calls: readonly (readonly [string, string])[] = [
  [
    '9',
    '坐：您好请讲 / 市：我是跳操房的教练老板跑了 / 坐：欠薪是吗 / 市：对底薪和课时费都没给 / 坐：一共几位教练没拿到 / 市：九个教练全都没拿到 / 坐：九个人是吧欠了多久 / 市：对九个两个月 / 坐：您希望 / 市：让他把钱发了 / 坐：好的',
  ],
  [
    '7',
    '坐：您好 / 市：我们拼车群被骗了车票钱 / 坐：多少位乘客被骗 / 市：本来说八个后来小孙拿回来了 / 坐：那现在是七位乘客对吗 / 市：对七个 / 坐：您的诉求 / 市：帮我们追回来 / 坐：怎么称呼 / 市：姓戚 / 坐：已登记',
  ],
  [
    '–',
    '坐：您好 / 市：楼下棋牌室吵得睡不着 / 坐：具体什么时候 / 市：昨天夜里十一点多 / 坐：您去沟通过吗 / 市：下去说了出来两个男的骂我 / 坐：您的诉求 / 市：让它十点以后关门 / 坐：怎么称呼 / 市：姓阮 / 坐：好的',
  ],
]

test.for(calls)('%s persons: %s', ([wanted, call]) => {
  expect(valueOf('people', ...linesOf(call)) ?? '–').toBe(wanted === '–' ? wanted : Number(wanted))
})

const long =
  '坐：您好 / 市：我们食堂吃坏了 / 坐：多少个人不舒服 / 市：我们班六个人拉肚子 / 坐：去医院了吗 / 市：群里说隔壁两个也吐了 / 坐：您希望 / 市：查一下食堂 / 坐：好的 / 市：谢谢'
const judged = (call: string, signs: readonly string[], prior = 0) => {
  const turns = turnsOf(...linesOf(call))
  const hearing = listen(turns, context, (turn) => flatten(turn.text))
  const ruled = hearPeople(hearing)
  return { ruled, heard: peopleAtIssue(ruled, hearing, '投诉', readSignWeights({ prior, signs, words: [] })) }
}

test('signs that outweigh the rules by far drop the number, and others do not', () => {
  expect(judged(long, [], -2000).heard).toBeUndefined()
  expect(judged(long, [], -200).heard?.value).toBe(6)
})

test('in the first turns of a call the rules are left alone', () => {
  const first = long.split(' / ').slice(0, 4).join(' / ')
  const { ruled, heard } = judged(first, [], -2000)
  expect(heard).toBe(ruled)
})

test('a number heard by its signs is cited, and the other stays to be chosen', () => {
  const { heard } = judged(long, ['least=2000'])
  expect(heard).toMatchObject({ value: 2, alternatives: [6] })
  expect(heard?.evidence[0]?.quote).toContain('两个')
})

test('one person alone is what the rules read, whatever the signs say of no other number', () => {
  const alone =
    '坐：您好 / 市：电梯停了 / 坐：里面几个人 / 市：就我一个人 / 坐：在哪里 / 市：城东大厦 / 坐：您别慌 / 市：快点来 / 坐：已通知 / 市：好'
  expect(judged(alone, [], -2000).heard?.value).toBe(1)
})

/** What a dialogue names that may be persons; a single one, and time, are none. */
const named: readonly (readonly [string, readonly number[]])[] = [
  ['市：来了五位师傅和十二名工人', [5, 12]],
  ['市：一个人等了三个小时两个月', []],
  ['坐：多少人 / 市：一共三十四', [34]],
  ['市：一共三十四', []],
  ['市：十五六个人', []],
]

test.for(named)('%s names %j', ([call, values]) => {
  const hearing = listen(turnsOf(...linesOf(call)), context, (turn) => flatten(turn.text))
  expect(namedPersons(hearing, undefined).map(({ value }) => value)).toEqual(values)
})
