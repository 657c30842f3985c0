import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonal, maskPersonal, maskText } from '#shared/domain/review/masking.ts'
import { spanOf, spanOfQuote } from '#shared/domain/review/quote-span.ts'

describe('masking', () => {
  it.each([
    ['我的电话是13760319925', '我的电话是＊＊＊＊＊＊＊＊＊＊＊'],
    ['电话幺三七，六零三幺，九九二五', '电话＊＊＊＊＊＊＊＊＊＊＊＊＊'],
    ['身份证44010619900101123X', '身份证＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊'],
    ['我叫李建国', '我叫＊＊＊'],
    ['我姓张', '我姓＊'],
    ['住三栋五零一室', '住三栋＊＊＊＊'],
    ['您好，这里是一二三四五热线', '您好，这里是一二三四五热线'],
    ['二零二六年十一月二十号', '二零二六年十一月二十号'],
    ['我是来投诉的', '我是来投诉的'],
    ['楼下装修从早上八点吵到晚上十点', '楼下装修从早上八点吵到晚上十点'],
  ])('%s', (text, masked) => expect(maskPersonal(text)).toBe(masked))

  it('hides what the ticket took the contact from, in its own turn only', () => {
    const turns = [{ text: '免贵姓欧阳，叫我老欧阳' }, { text: '欧阳路很堵' }]
    const masks = findPersonal(turns, [{ turn: 0, quote: '欧阳' }])
    expect(maskText(turns[0]!.text, 0, masks)).toContain('免贵姓＊＊')
    expect(maskText(turns[1]!.text, 1, masks)).toBe('欧阳路很堵')
  })

  it('keeps the place of every other character', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Array.from('我叫李一三七六0123室，好')), { maxLength: 60 }),
        (characters) => {
          const text = characters.join('')
          const masked = maskPersonal(text)
          expect(masked.length).toBe(text.length)
          for (let at = 0; at < text.length; at += 1) expect(['＊', text[at]]).toContain(masked[at])
          expect(masked).not.toMatch(/[0-9]{7}/)
        },
      ),
    )
  })
})

describe('where words were said', () => {
  const turn = { startMs: 10_000, endMs: 20_000, text: '一二三四五六七八九十' }
  it('is their share of the turn, with a little around it', () => {
    expect(spanOfQuote(turn, '四五')).toEqual({ from: 3, to: 5, startMs: 12_700, endMs: 15_300 })
  })
  it('stays inside the turn', () => {
    expect(spanOf(turn, 0, 10)).toMatchObject({ startMs: 10_000, endMs: 20_000 })
  })
  it('is the whole turn for words that are not in it', () => {
    expect(spanOfQuote(turn, '没有')).toEqual({ from: 0, to: 0, startMs: 10_000, endMs: 20_000 })
  })
})
