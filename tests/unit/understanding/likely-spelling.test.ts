import { expect, test } from 'vitest'
import { likelySpelling, spelledBy } from '#shared/domain/understanding/hearing/likely-spelling.ts'
import { readSpellingModel } from '#shared/text/spelling-model.ts'

test.each([
  ['快点把灯秀好', '快点把灯修好'],
  ['他跟我奖随时可以推钱', '他跟我讲随时可以退钱'],
  ['孩子等着交学废', '孩子等着交学费'],
  ['楼到里堆满了东西', '楼道里堆满了东西'],
  ['夜里时点以后', '夜里十点以后'],
])('what was heard as %s was meant as %s', (heard, meant) => {
  expect(likelySpelling(heard)).toBe(meant)
})

test.each(['我要投诉小区物业', '快递到付款了吗', '昨天晚上十点多', '一三八零零一二三四五', '', '好'])(
  'what makes sense stays as it is: %s',
  (words) => {
    expect(likelySpelling(words)).toBe(words)
  },
)

test('digits stay, and so does the length', () => {
  const heard = '一千一百吧四是𠮷事三'
  const meant = likelySpelling(heard)
  expect(meant).toHaveLength(heard.length)
  expect(Array.from(meant.replace(/[^一二三四五六七八九零十百千]/gu, ''))).toEqual(
    expect.arrayContaining(['一', '千', '一', '百', '四', '三']),
  )
})

test('only what has been said beside its neighbours is put in place of what was heard', () => {
  const model = readSpellingModel({ 20: '修 好 灯 的', 19: '灯修 修好', 18: '灯修好', 0: '秀' })
  expect(spelledBy(model, '灯秀好')).toBe('灯修好')
  expect(spelledBy(model, '秀的')).toBe('秀的')
})
