import { expect, test } from 'vitest'
import { healNumerals, respell, respellLike } from '#shared/domain/understanding/hearing/respell.ts'

test.each([
  ['房东不退鸭金', '房东不退押金'],
  ['油烟也要整该', '油烟也要整改'],
  ['必须赔礼道谦', '必须赔礼道歉'],
  ['不给我发公资', '不给我发工资'],
  ['三千块全部腿给我', '三千块全部退给我'],
])('%s is put right', (heard, meant) => {
  expect(respell(heard)).toBe(meant)
})

test.each([
  '不发工资',
  '不交楼',
  '谁管我',
  '垃圾站太臭了',
  '上一个接线员',
  '人手不够叫我加钱',
  '我姓李',
  '退休工人',
])('%s is meant as heard', (words) => {
  expect(respell(words)).toBe(words)
})

test.each([
  ['收了六百八是八', '收了六百八十八'],
  ['买了量千四百块', '买了两千四百块'],
  ['我们六各人', '我们六个人'],
  ['这是四百块', '这是四百块'],
  ['他就给了两百块是吧', '他就给了两百块是吧'],
])('numerals: %s', (heard, meant) => {
  expect(healNumerals(heard)).toBe(meant)
})

test('words as the other speaker writes them', () => {
  expect(respellLike(['养老保险可以补缴'])('断了两个月可以补交')).toBe('断了两个月可以补缴')
})
