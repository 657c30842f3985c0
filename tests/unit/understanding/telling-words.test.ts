import { expect, test } from 'vitest'
import type { HeardValue } from '#shared/domain/ticket-fields.ts'
import { candidatesFor } from '#shared/domain/understanding/demand/telling-candidates.ts'
import { readTellingWeights } from '#shared/domain/understanding/demand/telling-weights.ts'
import {
  type Settled,
  tellingWords,
  withTellingWords,
} from '#shared/domain/understanding/demand/telling-words.ts'
import { type Hearing, listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { createWordUnits } from '#shared/domain/understanding/hearing/word-units.ts'
import { flatten } from '#shared/text/flat-text.ts'
import { context, hear, smallPack, turnsOf } from './small-pack.ts'

const units = createWordUnits(smallPack.categories)
const plainWeights = readTellingWeights({ plain: '电话', signs: ['any=0'] })
const nothingSettled: Settled = {}

const hearing = (...lines: readonly string[]): Hearing =>
  listen(turnsOf(...lines), context, ({ text }) => flatten(text))

const heard = <T>(value: T, turn: number, quote = ''): HeardValue<T> => ({
  value,
  confidence: 0.9,
  evidence: [{ turn, quote, startMs: 0, endMs: 0, confidence: 0.9 }],
  alternatives: [],
})

/** The words that may be added where every word weighs the same. */
const candidates = (demand: string, ...lines: readonly string[]): readonly string[] =>
  candidatesFor(hearing(...lines), units, { demand, turns: [0] }, plainWeights.plain).map(({ word }) => word)

test('words of the pack stay whole, others are those of the dictionary', () => {
  expect(units('楼上装修噪音很大')).toEqual(['楼上', '装修', '噪音', '很大'])
  expect(units('').length).toBe(0)
  expect(units('老人家在共享单车旁边摔倒').join('')).toBe('老人家在共享单车旁边摔倒')
})

test('a wish that leaves its matter to the words before is told with it', () => {
  const { demand } = hear(
    '市民：我们村口的垃圾堆了十几天没人来收',
    '坐席：您希望怎么处理',
    '市民：派人来收走嘛',
    '坐席：好的垃圾清运给您登记了',
  )
  expect(demand?.value).toContain('垃圾')
  const cited = demand?.evidence.map(({ quote }) => quote)
  expect(cited?.length).toBeGreaterThan(1)
})

test('what the demand holds, in whole or in part, is not told twice', () => {
  expect(candidates('要求维修路灯', '市民：路灯坏了')).not.toContain('路灯')
  expect(candidates('要求维修路灯', '市民：路灯坏了')).not.toContain('路灯坏')
})

test.each([
  ['退款', ['坐席：您要求退款对吧', '市民：不是我要换货']],
  ['道歉', ['市民：我不要道歉']],
  ['电话', ['市民：电话打不通']],
  ['希望', ['市民：希望修好']],
  ['两千', ['市民：押金两千']],
])('%s is left out of %j', (word, lines) => {
  expect(candidates('要求处理', ...lines)).not.toContain(word)
})

test('a sum at issue may be told, as it was spoken', () => {
  const [sum] = candidatesFor(
    hearing('市民：收了六千六押金'),
    units,
    { demand: '要求退还这个钱', turns: [0], sum: '六千六' },
    plainWeights.plain,
  ).filter(({ word }) => word === '六千六')
  expect(sum?.signs).toContain('sum')
})

test('what other fields hold is not told, and three words at most are', () => {
  const call = hearing('市民：石牌村垃圾桶旁边的路灯电线井盖护栏都坏了')
  const place = { address: heard({ road: '石牌村' }, 0) }
  const told = (settled: Settled) =>
    tellingWords(heard('要求处理', 0), call, units, settled, plainWeights).map(({ word }) => word)
  expect(told(nothingSettled)).toHaveLength(3)
  expect(told(place).join()).not.toContain('石牌')
})

test('words are added to the bracket that there is', () => {
  const call = hearing('市民：村口的垃圾堆了十几天没人收', '市民：派人来收走', '坐席：好的垃圾清运给您登记了')
  const added = withTellingWords(heard('要求派人来收走（没人管）', 1), call, units, nothingSettled)?.value
  expect(added).toMatch(/^要求派人来收走（没人管；[^（）]*垃圾[^（）]*）$/)
  expect(withTellingWords(undefined, call, units, nothingSettled)).toBeUndefined()
})
