import { expect, test } from 'vitest'
import { estatesManaged } from '#shared/domain/understanding/place/estates-managed.ts'

test.each([
  ['安和物业松风里管理处', ['松风里']],
  ['恒泰物业服务听涛花园服务中心', ['听涛花园']],
  ['南塘大院物业管理处', ['南塘大院']],
  ['安和物业公司', []],
  ['珠江公园管理处', []],
  ['街道政务服务中心', []],
])('%s manages %j', (name, estates) => {
  expect(estatesManaged([{ name }])).toEqual(estates)
})

test('names an estate once, whoever manages it', () => {
  expect(estatesManaged([{ name: '安和物业松风里管理处' }, { name: '松风里物业服务中心' }])).toEqual([
    '松风里',
  ])
})
