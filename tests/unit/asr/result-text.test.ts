import { describe, expect, it } from 'vitest'
import {
  pausesAfter,
  plainText,
  soundPunctuation,
  tidyText,
  tokenConfidence,
} from '../../../src-main/asr/result-text.ts'

describe('tokenConfidence', () => {
  it('takes the confidence from log probabilities, where there are any', () => {
    expect(tokenConfidence({})).toBeUndefined()
    expect(tokenConfidence({ ys_probs: [] })).toBeUndefined()
    expect(tokenConfidence({ ys_probs: [0, Math.log(0.5)] })).toBeCloseTo(0.75)
  })
})

describe('tidyText', () => {
  it('takes spaces out of Chinese and leaves them in English', () => {
    expect(tidyText(' 你 好 <unk> HELLO WORLD 谢 谢 ')).toBe('你好 HELLO WORLD 谢谢')
  })
})

describe('plainText', () => {
  it('leaves words alone, without marks, tags and pictures', () => {
    expect(plainText('<|zh|><|HAPPY|>您好，天河路 80 号😊。')).toBe('您好天河路 80 号')
    expect(plainText('🎼。')).toBe('')
  })
})

describe('soundPunctuation', () => {
  it('believes marks, and nothing that changes or loses words', () => {
    expect(soundPunctuation('您好请问', '您好，请问？')).toBe('您好，请问？')
    expect(soundPunctuation('您好 OK 吧', '您好OK吧。')).toBe('您好OK吧。')
    expect(soundPunctuation('您好请问', '您好。')).toBeUndefined()
    expect(soundPunctuation('您好请问', '您好，清问。')).toBeUndefined()
    expect(soundPunctuation('您好', '您好')).toBeUndefined()
  })
})

describe('pausesAfter', () => {
  const spoken = (times: readonly number[], tokens = Array.from('我要投诉噪音很大')) => ({
    tokens,
    timestamps: times,
  })

  it('finds the places where the speaker took much longer than usual', () => {
    const text = '我要投诉噪音很大'
    expect(pausesAfter(text, spoken([0, 0.2, 0.4, 0.6, 1.2, 1.4, 1.6, 1.8]))).toEqual([4])
    expect(pausesAfter(text, spoken([0, 0.2, 0.4, 0.6, 0.9, 1.1, 1.3, 1.5]))).toEqual([])
    // Somebody who speaks slowly does not pause after every word.
    expect(pausesAfter(text, spoken([0, 0.5, 1, 1.5, 2.1, 2.6, 3.1, 3.6]))).toEqual([])
  })

  it('counts in the tidied text', () => {
    const tokens = ['▁O', 'K', '<unk>', '请', '问', '在', '吗']
    const times = [0, 0.2, 0.4, 1.2, 1.4, 1.6, 1.8]
    expect(pausesAfter('OK请问在吗', { tokens, timestamps: times })).toEqual([2])
  })

  it('says nothing where the model gives no times, or the text is another', () => {
    expect(pausesAfter('我要', {})).toEqual([])
    expect(pausesAfter('我要', { tokens: ['我', '要'], timestamps: [] })).toEqual([])
    expect(pausesAfter('你好', { tokens: ['我', '要'], timestamps: [0, 2] })).toEqual([])
  })
})
