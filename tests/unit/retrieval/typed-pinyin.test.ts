import { describe, expect, it } from 'vitest'
import { splitPinyin } from '#shared/domain/retrieval/typed-pinyin.ts'

describe('splitPinyin', () => {
  it.each([
    ['shebaoka', 'she bao ka'],
    ['gongjijintiqu', 'gong ji jin ti qu'],
    ['nvpengyou', 'nv peng you'],
    ['fangan', 'fang an'],
    ['shebaok', 'she bao'],
  ])('%s', (letters, syllables) => {
    expect(splitPinyin(letters)?.join(' ')).toBe(syllables)
  })

  it.each(['gjjtq', 'sbk', 'etc', 'anb', 'wifi'])('%s is no pinyin', (letters) => {
    expect(splitPinyin(letters)).toBeUndefined()
  })
})
