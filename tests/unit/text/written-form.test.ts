import { describe, expect, it } from 'vitest'
import { displayText } from '#shared/text/written-form/display-text.ts'
import { fixedPhrases } from '#shared/text/written-form/guards.ts'
import { writtenForm } from '#shared/text/written-form/written-form.ts'
import { toDisplay, toSpoken, type WrittenText } from '#shared/text/written-form/written-text.ts'

const shown = (written: WrittenText, { start, end }: { start: number; end: number }): string =>
  written.text.slice(start, end)

describe('the written form', () => {
  it('tells for every span where it stands and where it was spoken', () => {
    expect(writtenForm('押金三千五住三楼').spans).toEqual([
      { start: 2, end: 6, spokenStart: 2, spokenEnd: 5, kind: 'number', spoken: '三千五' },
      { start: 7, end: 9, spokenStart: 6, spokenEnd: 8, kind: 'address', spoken: '三楼' },
    ])
  })

  it('leaves the numerals of given names alone and reads what follows them', () => {
    const spoken = '我在九楼村五号停机坪二号门'
    expect(writtenForm(spoken).text).toBe('我在9楼村5号停机坪2号门')
    expect(writtenForm(spoken, { keep: ['九楼村', '五号停机坪', '天河'] }).text).toBe(
      '我在九楼村五号停机坪2号门',
    )
  })

  it('leaves set phrases alone, but not a number that begins like one', () => {
    expect(fixedPhrases.filter((phrase) => writtenForm(`说${phrase}的`).spans.length > 0)).toEqual([])
    expect(writtenForm('二百五十号').text).toBe('250号')
  })

  it('prefers the longest of the given names', () => {
    expect(writtenForm('八楼二号公园', { keep: ['八楼', '八楼二号公园'] }).text).toBe('八楼二号公园')
  })
})

describe('places of the spoken and the written text', () => {
  const written = writtenForm('打一二三四五热线投诉三楼')

  it('lead from the spoken words to what is shown', () => {
    expect(shown(written, toDisplay(written, 1, 6))).toBe('12345')
    expect(shown(written, toDisplay(written, 6, 8))).toBe('热线')
    expect(shown(written, toDisplay(written, 8, 12))).toBe('投诉3楼')
  })

  it('take a whole span where a part is asked for', () => {
    expect(shown(written, toDisplay(written, 3, 4))).toBe('12345')
    expect(toSpoken(written, 2, 3)).toEqual({ start: 1, end: 6 })
  })

  it('leave out the marks around the words', () => {
    const turn = displayText({ text: '您好我住三楼' })
    expect(turn.text).toBe('您好，我住3楼。')
    expect(shown(turn, toDisplay(turn, 2, 4))).toBe('我住')
    expect(shown(turn, toDisplay(turn, 0, 2))).toBe('您好')
    expect(shown(turn, toDisplay(turn, 4, 6))).toBe('3楼')
    expect(toSpoken(turn, 2, 3)).toEqual({ start: 2, end: 2 })
  })
})

describe('the text as it is shown', () => {
  it('takes the marks of a model that kept the letters', () => {
    const turn = { text: '喂我要投诉三楼漏水', punctuated: '喂！我要投诉：三楼漏水。' }
    expect(displayText(turn).text).toBe('喂！我要投诉：3楼漏水。')
  })

  it('sets marks itself where the model changed a letter', () => {
    const turn = { text: '我要投诉三楼漏水', punctuated: '我要投诉山楼；漏水。' }
    expect(displayText(turn).text).toBe('我要投诉3楼漏水。')
  })

  it('writes a telephone number as one though the model put commas into it', () => {
    const turn = {
      text: '电话一三八零零一三八零零零谢谢',
      punctuated: '电话一三八，零零一三，八零零零，谢谢。',
    }
    const result = displayText(turn)
    expect(result.text).toBe('电话13800138000，谢谢。')
    expect(result.spans).toEqual([
      { start: 2, end: 13, spokenStart: 2, spokenEnd: 13, kind: 'phone', spoken: '一三八零零一三八零零零' },
      { start: 13, end: 14, spokenStart: 13, spokenEnd: 13, kind: 'mark', spoken: '' },
      { start: 16, end: 17, spokenStart: 15, spokenEnd: 15, kind: 'mark', spoken: '' },
    ])
  })

  it('has no mark at the end of words that are not finished', () => {
    expect(displayText({ text: '我住三楼' }, { final: false }).text).toBe('我住3楼')
  })

  it('knows the blanks that the model left out', () => {
    const turn = displayText({ text: '坐 二号线', punctuated: '坐二号线。' })
    expect(turn.text).toBe('坐2号线。')
    expect(toSpoken(turn, 1, 5)).toEqual({ start: 2, end: 5 })
  })
})
