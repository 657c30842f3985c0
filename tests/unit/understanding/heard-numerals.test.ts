import { expect, test } from 'vitest'
import { mendNumerals, mendSums } from '#shared/domain/understanding/hearing/heard-numerals.ts'

test.each([
  ['退我八签块', '退我八千块'],
  ['一共三千四白', '一共三千四百'],
  ['剩下没做的三万午', '剩下没做的三万五'],
  ['加油山百一', '加油三百一'],
  ['赔我三千起百块', '赔我三千七百块'],
])('a sum by its sound: %s', (heard, meant) => {
  expect(mendSums(heard)).toBe(meant)
})

test.each(['白天吵', '三个签名', '山上百来户人家', '一百白菜', '我八点起床', '酒店收我三百是吧'])(
  'no sum is made of %s',
  (words) => {
    expect(mendSums(words)).toBe(words)
  },
)

test.each([
  ['东风路五十而号', '东风路五十二号'],
  ['二百零是号', '二百零四号'],
  ['依百二十三号', '一百二十三号'],
  ['一百一十路号', '一百一十六号'],
])('a house number by its sound: %s', (heard, meant) => {
  expect(mendNumerals(heard)).toBe(meant)
})

test.each(['一百多号人', '三十几号来的', '人民路百货大楼', '坐二十路车'])(
  'no house number is made of %s',
  (words) => {
    expect(mendNumerals(words)).toBe(words)
  },
)
