import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { usableHotWords, writesCharacters } from '../../../src-main/asr/hot-words.ts'

const tokens = '<blk> 0\n天 1\n河 2\n路 3\n▁A 4\nAB 5\n小区 6\n: 7\n'

describe('usableHotWords', () => {
  it('takes words of known characters, once each, in their order', () => {
    expect(usableHotWords('天河路\n 天河 \n\n天河路\r\n', tokens)).toEqual(['天河路', '天河'])
  })

  it('leaves out words that the model cannot write, or that sherpa-onnx would misread', () => {
    expect(usableHotWords('天湖\n小区\nAB\n天河 :2.0\n:\n天河:x\n#天 @河', tokens)).toEqual([])
  })

  it('gives nothing but lines of Chinese characters, whatever the file is', () => {
    const piece = fc.constantFrom('天', '河', ' ', ':', '\n', '\0', '#', '@', '9', 'é', '\u2028')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: piece }), fc.string()), (content) => {
        for (const word of usableHotWords(content, tokens)) expect(word).toMatch(/^[天河路]+$/u)
      }),
    )
  })
})

describe('writesCharacters', () => {
  it('tells a model of characters from one of byte pieces', () => {
    expect(writesCharacters(tokens)).toBe(true)
    expect(writesCharacters('<blk> 0\n▁ƋŞł 1\nAB 2\n')).toBe(false)
  })
})
