import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spokenDiffers } from '#shared/domain/answers/spoken-differs.ts'

const card = {
  id: 'card',
  answer:
    '社保卡补办后 5 个工作日内可以领取。工本费 **20 元**，第一次免费。\n年满 60 周岁的老人可以由家属代办；代办要带双方身份证。',
}
const heat = {
  id: 'heat',
  answer: '供暖温度不低于 18 度，退费按当月热费的百分之三十计算，申请在 7 天内提出。',
}

describe('a number that the seat says otherwise than the answer', () => {
  it.each<[string, string, string, string]>([
    ['a period in words', '社保卡补办以后七个工作日内可以来领取', '七个工作日', '5 个工作日'],
    ['a fee', '工本费是三十块，第一次免费', '三十块', '20 元'],
    ['an age', '年满六十五周岁的老人可以由家属代办', '六十五周岁', '60 周岁'],
    ['a share', '退费按当月热费的百分之二十计算', '百分之二十', '百分之三十'],
    ['with digits', '补办后 10 个工作日内领取', '10 个工作日', '5 个工作日'],
  ])('%s', (_, words, spoken, written) => {
    expect(spokenDiffers(words, [card, heat]).map(({ spoken: said, written: has }) => [said, has])).toEqual([
      [spoken, written],
    ])
  })

  it.each([
    ['the same number', '社保卡补办后五个工作日内可以领取'],
    ['the same number in another unit’s words', '工本费二十块钱，第一次免费'],
    ['a number of the citizen’s matter', '您是说您已经等了十五天了'],
    ['something else altogether', '我们会在两个工作日内把工单派给承办单位'],
    ['a question', '请问社保卡补办后等了七个工作日领取了吗'],
    ['no number', '社保卡补办后就可以领取'],
    ['a number without a unit', '社保卡补办请打 12333'],
    ['a number that another sentence of the answer has', '年满六十周岁的老人工本费也是二十元'],
  ])('is not seen in %s', (_, words) => {
    expect(spokenDiffers(words, [card, heat])).toEqual([])
  })

  it('is never seen in an answer that is read out word for word', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom('天', '元', '个工作日', '周岁'),
        (n, unit) => {
          const answer = `办理时限是 ${String(n)}${unit}，到窗口申请。`
          return spokenDiffers(answer, [{ id: 'a', answer }]).length === 0
        },
      ),
    )
  })

  it('names the answer', () => {
    expect(spokenDiffers('工本费是三十块', [heat, card])).toMatchObject([{ answerId: 'card' }])
  })
})
