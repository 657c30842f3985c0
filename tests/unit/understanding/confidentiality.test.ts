import { expect, test } from 'vitest'
import { hear } from './small-pack.ts'

/** What the caller says, whether that asks for 保密, and for 匿名. */
const wishes: readonly [string, boolean | undefined, boolean | undefined][] = [
  ['你们查归查别把我供出来', true, undefined],
  ['我还要在那里做事的不要让他们知道是谁反映的', true, undefined],
  ['不要让房东晓得是我', true, undefined],
  ['我怕他打击抱负', true, undefined],
  ['你们可不能跟他说是我说的啊', true, undefined],
  ['我的号码不要给到物业', true, undefined],
  ['请保护我的隐私', true, undefined],
  ['能不能帮我保蜜', true, undefined],
  ['别到时候说是我讲的', true, undefined],
  ['不要暴露我身份', true, undefined],
  ['千万不能让他知道我打过电话', true, undefined],
  ['我不想被他们知道', true, undefined],
  ['希望你们不要泄露我的信息', true, undefined],
  ['不想得罪人你们帮我瞒着点', true, undefined],
  ['我不怕他报复', undefined, undefined],
  ['你们不要跟我说这些没用的', undefined, undefined],
  ['他们不告诉我为什么扣钱', undefined, undefined],
  ['我的个人信息被他们泄露了', undefined, undefined],
  ['物业不让我知道账目', undefined, undefined],
  ['他们不给我开发票', undefined, undefined],
  ['你别说了赶紧派人', undefined, undefined],
  ['公司不让我们说出去', undefined, undefined],
  ['不知道是谁干的', undefined, undefined],
  ['不要让小孩知道有这种地方', undefined, undefined],
  ['我不想留姓名', undefined, true],
  ['我就不留名了', undefined, true],
  ['名字就算了吧不留了', undefined, true],
  ['匿名举报可以吗', undefined, true],
  ['我不方便说我叫什么', undefined, true],
  ['你别问我叫什么了', undefined, true],
  ['帮我逆名登记', undefined, true],
  ['他没留名字', undefined, undefined],
  ['我不知道他姓什么', undefined, undefined],
  ['不记得他名字了', undefined, undefined],
  ['那个人不说名字', undefined, undefined],
]

test.each(wishes)('%s: confidential %s, anonymous %s', (words, confidential, anonymous) => {
  const heard = hear('市民：我要投诉楼下的饭店油烟', '坐席：好的', `市民：${words}`, '坐席：好的登记了')
  expect([heard.confidential?.value, heard.anonymous?.value]).toEqual([confidential, anonymous])
})

test.each([
  ['您的信息可以公开吗', '不可以', true],
  ['您的信息可以公开吗', '可以', undefined],
  ['需要对您的信息保密吗', '不用', undefined],
  ['需要保密吗联系电话是多少', '要的一三八零零一三八零零零', true],
])('answer to %s: %s', (question, answer, confidential) => {
  const heard = hear(
    '市民：我要投诉楼下的饭店油烟',
    `坐席：${question}`,
    `市民：${answer}`,
    '坐席：好的登记了',
  )
  expect(heard.confidential?.value).toBe(confidential)
})
