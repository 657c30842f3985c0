import { expect, test } from 'vitest'
import { hear, valueOf } from './small-pack.ts'

test.each([
  ['我要投诉楼上装修', '投诉'],
  ['我想举报有人赌博', '举报'],
  ['我想咨询一下公积金怎么提取', '咨询'],
  ['我不是投诉我就是想问一下医保怎么办理', '咨询'],
  ['建议在路口加个红绿灯', '建议'],
  ['我要表扬一位民警', '表扬'],
  ['喂我家老人走丢了', '求助'],
  ['想问一下要是不给办我投诉行不行', '咨询'],
])('request type: %s', (words, type) => {
  const heard = hear(`市民：${words}`).requestType
  expect(heard?.value).toBe(type)
  expect(heard?.reason).toBeTruthy()
})

test.each([
  ['我闻到很浓的煤气味', '突发'],
  ['电梯里有人被困', '突发'],
  ['我们这里停水了', '及时'],
  ['暖气不热', '及时'],
  ['我要投诉噪音', '一般'],
  ['上次漏气已经修好了我今天投诉物业乱收费', '一般'],
  ['我要投诉没有人受伤就是吵', '一般'],
  ['我担心万一着火所以投诉堵消防通道', '一般'],
  ['我在工地受伤了老板不肯赔我要投诉', '一般'],
  ['电梯停起不走我要投诉物业', '一般'],
  ['我要投诉银行给我的钱当面没点清', '一般'],
  ['我要投诉路上的井盖凸出来顺便问问有没有赔偿', '一般'],
])('urgency: %s', (words, urgency) => {
  expect(valueOf('urgency', `市民：${words}`)).toBe(urgency)
})

test('no urgency where no ticket is raised', () => {
  expect(valueOf('urgency', '市民：我想问一下停水怎么缴费', '坐席：线上可以缴')).toBeUndefined()
  expect(valueOf('urgency', '市民：我想问一下停水怎么缴费', '坐席：已经为您登记')).toBe('一般')
  expect(hear('市民：不好意思打错了')).toEqual({})
})

test('subject: the branch by the address, a chain without one by name alone', () => {
  expect(valueOf('subject', '市民：我要投诉体育西路的穗禾西饼')).toEqual({
    id: 'S1',
    name: '穗禾西饼体育西路店',
  })
  const unknown = hear('市民：我要投诉穗禾西饼').subject
  expect(unknown?.value).toEqual({ name: '穗禾西饼' })
  expect(unknown?.alternatives.map(({ id }) => id)).toEqual(['S1', 'S2'])
})

test('subject: by sound and by shape', () => {
  expect(valueOf('subject', '市民：我要投诉美圆坊')).toEqual({ id: 'S3', name: '美缘坊美容院' })
  expect(valueOf('subject', '市民：我要投诉鑫源达贸易公司')).toEqual({ name: '鑫源达贸易公司' })
})

test.each(['我要投诉穗禾西饼门口有人乱停车', '我坐地铁丢了包想求助', '我要投诉那家公司', '我要投诉楼下餐厅'])(
  'no subject from %s',
  (words) => {
    expect(valueOf('subject', `市民：${words}`)).toBeUndefined()
  },
)

test.each([
  ['一共欠了二十三万六千元', 236_000],
  ['每个月六千一共一万八', 18_000],
  ['收了一百二十八块五', 128.5],
  ['交了三千五百块不对是三千六百块', 3600],
  ['押金是三千五不是三千四', 3500],
  ['损失三点五万元', 35_000],
])('amount: %s', (words, amount) => {
  expect(valueOf('amountYuan', `市民：我要投诉${words}`)).toBe(amount)
})

test.each(['我们一块儿去的', '每个月三百块', '去三元里的路不通', '花了三百块又花了五百块'])(
  'no amount from %s',
  (words) => {
    expect(valueOf('amountYuan', `市民：我要投诉${words}`)).toBeUndefined()
  },
)

test('people: counted persons, not figures of speech', () => {
  expect(valueOf('people', '市民：我们十二个工人被欠薪')).toBe(12)
  expect(valueOf('people', '市民：我一个人投诉没有一个人管')).toBeUndefined()
  expect(valueOf('people', '市民：我们二十多个人投诉')).toBeUndefined()
})

test.each([
  ['我要投诉噪音希望你们尽快处理', '希望尽快处理噪音的问题'],
  ['我要投诉他们我要求退款', '要求退款'],
  ['我要投诉请尽快派人来看一下', '希望尽快派人来看'],
  ['我想咨询一下公积金怎么提取', '咨询公积金怎么提取'],
])('demand: %s', (words, demand) => {
  expect(valueOf('demand', `市民：${words}`)).toBe(demand)
})

test('category by keywords, with the recogniser’s known slips put right', () => {
  expect(valueOf('category', '市民：楼上装修造音很大')).toEqual({
    code: '0101001',
    path: ['城市管理', '噪声', '装修噪声'],
  })
  expect(valueOf('category', '市民：装修以后家里没水')).toBeUndefined()
})

test('content is extractive: the matter without greetings, names, numbers and feelings', () => {
  const content = valueOf(
    'content',
    '市民：喂你好我要投诉楼上装修噪音很大',
    '坐席：您贵姓',
    '市民：我姓王电话一三八零零一二三四五六',
    '市民：简直每天都吵到半夜气死我了',
  )
  expect(content).toBe('来电人反映：楼上装修噪音很大；每天都吵到半夜。')
})
