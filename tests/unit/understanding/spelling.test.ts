import { expect, test } from 'vitest'
import { createSpeller } from '#shared/domain/understanding/hearing/spelling.ts'

const spell = createSpeller(['投诉', '起火', '漏气', '电梯', '漏电', '臭鸡蛋'])

test.each([
  ['我要头诉他', '我要投诉他'],
  ['五楼起火了', '五楼起火了'],
  ['五楼电梯坏了', '五楼电梯坏了'],
  ['有臭几蛋味', '有臭鸡蛋味'],
  ['偷树的人', '偷树的人'],
])('%s is spelled %s', (heard, meant) => {
  expect(spell(heard)).toBe(meant)
})
