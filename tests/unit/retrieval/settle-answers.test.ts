import { describe, expect, it } from 'vitest'
import { isTrivialTurn, settleAnswers } from '#shared/domain/retrieval/settle-answers.ts'

const hit = (id: string, score: number) => ({ id, score })
const ids = (hits: readonly { readonly id: string }[]) => hits.map(({ id }) => id)

describe('suggestions', () => {
  it('show what is found at first', () => {
    expect(ids(settleAnswers([], [hit('a', 0.6), hit('b', 0.4)], 3))).toEqual(['a', 'b'])
    expect(settleAnswers([], [hit('a', 0.6), hit('b', 0.4)], 1)).toHaveLength(1)
  })

  it('keep the first answer while another is only a little better', () => {
    const shown = [hit('a', 0.6), hit('b', 0.4)]
    expect(ids(settleAnswers(shown, [hit('b', 0.65), hit('a', 0.6)], 3))).toEqual(['a', 'b'])
  })

  it('change when another is clearly better', () => {
    const shown = [hit('a', 0.6), hit('b', 0.4)]
    expect(ids(settleAnswers(shown, [hit('b', 0.9), hit('a', 0.3)], 3))).toEqual(['b', 'a'])
  })

  it('stay for a while when nothing is found, then go', () => {
    let shown: readonly { readonly id: string; readonly score: number }[] = [hit('a', 0.6)]
    shown = settleAnswers(shown, [], 3)
    expect(ids(shown)).toEqual(['a'])
    for (let turn = 0; turn < 10; turn += 1) shown = settleAnswers(shown, [], 3)
    expect(shown).toEqual([])
  })

  it('take the newest score of what is found again', () => {
    expect(settleAnswers([hit('a', 0.6)], [hit('a', 0.8)], 3)).toEqual([hit('a', 0.8)])
  })

  it('follow the citizen to a new matter', () => {
    const shown = [hit('a', 0.7)]
    expect(ids(settleAnswers(shown, [hit('c', 0.8)], 3))[0]).toBe('c')
  })
})

describe('a trivial turn', () => {
  it.each([
    '好的',
    '嗯。',
    '就这个号码',
    '嗯嗯好的谢谢',
    '一三八零零一三八零零零',
    '13800138000',
    '对，没错',
    '再见',
    '',
  ])('is %j', (text) => {
    expect(isTrivialTurn({ text })).toBe(true)
  })

  it.each(['居住证', '没有水', '就是租房子那个提取', '好的那社保卡呢', '换一张', '贷，够不够格啊'])(
    'is not %j',
    (text) => {
      expect(isTrivialTurn({ text })).toBe(false)
    },
  )
})
