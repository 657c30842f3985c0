import { expect, test } from 'vitest'
import { flatten, quoteOf } from '#shared/text/flat-text.ts'
import { createNameIndex } from '#shared/text/name-index.ts'
import { arabicOf, cardinalOf } from '#shared/text/numerals.ts'
import { foldSyllable, toSyllables } from '#shared/text/pinyin.ts'

test.each([
  ['一百二十', 120],
  ['两万八', 28_000],
  ['三千五', 3500],
  ['三千零五', 3005],
  ['一百一十一', 111],
  ['三点五万', 35_000],
  ['3.5万', 35_000],
  ['十', 10],
])('%s is %d', (words, value) => {
  expect(cardinalOf(words)).toBe(value)
})

test('a digit string is no cardinal but a room number', () => {
  expect(cardinalOf('一三八')).toBeUndefined()
  expect(arabicOf('三零二')).toBe('302')
  expect(arabicOf('十二')).toBe('12')
})

test('syllables align with code points and follow the context', () => {
  expect(toSyllables('银行1a')).toEqual(['yin', 'hang', '1', 'a'])
  expect(toSyllables('绿女')).toEqual(['lv', 'nv'])
})

test.each([
  ['zhang', 'zan'],
  ['shi', 'si'],
  ['nan', 'lan'],
  ['huang', 'fuan'],
  ['ng', 'ng'],
  ['en', 'en'],
  ['n', 'n'],
])('%s folds to %s', (syllable, folded) => {
  expect(foldSyllable(syllable)).toBe(folded)
})

test('flat text knows where its characters came from', () => {
  const flat = flatten('嗯，我住５号楼，3.5米。')
  expect(flat.text).toBe('我住5号楼3.5米')
  expect(quoteOf(flat, 2, 5)).toBe('５号楼')
  expect([...flat.breaks]).toContain(5)
})

test('names are found by text, by sound, and the longest first', () => {
  const index = createNameIndex([
    { name: '新港中路', value: 1 },
    { name: '新港', value: 2 },
    { name: '美缘坊', value: 3 },
  ])
  expect(index.find('在新港中路').map(({ values, by }) => [values, by])).toEqual([[[1], 'text']])
  expect(index.find('心钢宗路').map(({ name, by }) => [name, by])).toEqual([['新港中路', 'sound']])
  expect(index.find('每元翻').map(({ name }) => name)).toEqual([])
  expect(index.find('每元坊').map(({ name }) => name)).toEqual(['美缘坊'])
})
