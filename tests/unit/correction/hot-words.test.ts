import { describe, expect, it } from 'vitest'
import { hotWords } from '#shared/domain/correction/hot-words.ts'
import { pointSchema } from '#shared/domain/site-pack.ts'
import { smallCity } from './small-city.ts'

describe('hot words', () => {
  it('begin with what a recogniser would not write by itself', () => {
    const words = hotWords(smallCity, 500)
    expect(words.indexOf('穗禾西饼')).toBeLessThan(words.indexOf('体育西路'))
    expect(words).toContain('市场监督管理局')
    expect(new Set(words).size).toBe(words.length)
  })

  it('are no more than wanted, the most useful ones', () => {
    expect(hotWords(smallCity, 3)).toEqual(hotWords(smallCity, 500).slice(0, 3))
    expect(hotWords(smallCity, 0)).toEqual([])
  })

  it('are Han characters, ten at most', () => {
    const points = ['A8音乐大厦', '猎', '一二三四五六七八九十一'].map((name) =>
      pointSchema.parse({ name, kind: 'estate', district: '', aliases: '' }),
    )
    for (const word of hotWords({ ...smallCity, points }, 500))
      expect(word).toMatch(/^\p{Script=Han}{2,10}$/u)
  })
})
