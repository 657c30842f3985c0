import { expect, test } from 'vitest'
import { spansOf, type TaggerWeights, viterbi } from '#shared/domain/understanding/party/party-tagger.ts'
import { misheardNames, withPartyName } from '#shared/domain/understanding/party/name-in-draft.ts'
import { indexSubjects } from '#shared/domain/understanding/party/subject-names.ts'
import { listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { createUnderstanding } from '#shared/domain/understanding/understand-call.ts'
import { flatten } from '#shared/text/flat-text.ts'
import { context, smallPack, turnsOf } from './small-pack.ts'

const understanding = createUnderstanding(smallPack)
const hear = (lines: readonly string[]) => understanding.understand(turnsOf(...lines), context)

const sums = (begins: number, goesOn: number) => Float64Array.from([begins, goesOn, 0])
const level: TaggerWeights['after'] = () => 0

test('a name begins where the sums say and goes on', () => {
  const scores = [sums(-5, -5), sums(4, 0), sums(-1, 3), sums(-5, -5)]
  expect(viterbi(scores, level)).toEqual([2, 0, 1, 2])
  expect(spansOf(viterbi(scores, level), scores)).toEqual([{ start: 1, end: 3, margin: 7 }])
})

test('nothing goes on that has not begun', () => {
  expect(viterbi([sums(-9, 5), sums(-9, 5)], level)).toEqual([2, 2])
})

test.each<[string, readonly string[]]>([
  ['金色家园物业', ['坐席：您好请讲', '市民：我是业主啊金色家园物业乱收停车费', '坐席：跟物业沟通过吗']],
  [
    '味渝酸菜鱼',
    ['坐席：您好请讲', '市民：我来说一下上礼拜去味渝酸菜鱼吃饭多算了我六十', '坐席：味渝酸菜鱼在哪里'],
  ],
  ['翠湖湾工地', ['坐席：您好', '市民：半夜打桩', '坐席：工地叫什么', '市民：围挡上写着翠湖湾工地']],
  [
    '优窝房产',
    [
      '坐席：您好',
      '市民：租房的中介叫优窝押金不退',
      '坐席：全称是',
      '市民：优窝房产优秀的优',
      '坐席：优窝房产',
    ],
  ],
])('%s from %j', (name, lines) => {
  expect(hear(lines).subject?.value?.name).toBe(name)
})

test.each<[readonly string[]]>([
  [['坐席：您好请讲', '市民：育才小学门口的路灯不亮了', '坐席：多久了', '市民：三天了']],
  [['坐席：您好请讲', '市民：我在东风广场附近等车等了一个小时', '坐席：几路车', '市民：五幺二路']],
])('nobody from %j', (lines) => {
  expect(hear(lines).subject).toBeUndefined()
})

test('a draft has the name as it was settled', () => {
  const index = indexSubjects(smallPack)
  const draft = { value: '来电人反映：美元坊美容院不退款', confidence: 0.8, evidence: [], alternatives: [] }
  const names = (party: { id?: string; name: string }, text: string) =>
    misheardNames(
      listen(turnsOf(`市民：${text}`), context, (turn) => flatten(turn.text)),
      party,
      index,
    )
  const meant = withPartyName(draft, names({ id: 'S3', name: '美缘坊美容院' }, '美元坊美容院不退款'))
  expect(meant?.value).toBe('来电人反映：美缘坊美容院不退款')
  expect(withPartyName(draft, names({ name: '别家' }, '美元坊美容院不退款'))).toBe(draft)
})
