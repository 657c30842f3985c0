import { expect, test } from 'vitest'
import { valueOf } from './small-pack.ts'

const complaint = '市民：我要投诉他们'

test.each([
  ['押金三千五一直不退给我', 3500],
  ['他欠我两万八工钱不给', 28_000],
  ['我交了九千八的学费', 9800],
  ['买了一个包两千四百块是假货', 2400],
  ['当时付了一万二定金现在不退', 12_000],
  ['多收了我三百六是二', 362],
  ['收了六百八是八', 688],
  ['充了量千四百块钱老板跑了', 2400],
  ['平时六十多这次收了我一百一是八', 118],
  ['商家只肯退两百我要求退八百', 800],
  ['他说赔我五块钱红包我这份饭三十二块五', 32.5],
  ['充值了六千用了不到八百剩下五千二他不肯退', 5200],
  ['总价十二万八付了九万他做到一半跑了要退我四万', 40_000],
  ['每个人差不多一万五总共六十四万五没发', 645_000],
  ['停车收我九十块正常是二十多收了七十', 70],
  ['月租一千六押金三千二不退', 3200],
  ['这个月燃气费变成三百二十六平时就七八十', 326],
  ['被骗了四万三千块', 43_000],
  ['罚了我五百块钱', 500],
  ['三千九百八全部不退', 3980],
  ['八八百块不退', 800],
  ['老板还差我一万九千八没有结', 19_800],
  ['我报了个班一千二百八', 1280],
  ['他欠我一万块还了两千现在还有八千没还', 8000],
  ['我们五万二的工程款甲方一直没结', 52_000],
  ['商家说只退一千我不同意我要两千全退', 2000],
  ['三千两百快钱的手机是坏的', 3200],
])('the sum at issue in: %s', (words, amount) => {
  expect(valueOf('amountYuan', complaint, `市民：${words}`)).toBe(amount)
})

test.each([
  ['您要求退多少', '扣掉三百退我两千九', 2900],
  ['您认为多收了多少钱', '我认为二十是对的多收七十', 70],
  ['一共欠多少钱', '我算算啊二十三万六吧', 236_000],
  ['消费了多少钱', '六百八是八', 688],
  ['杯子价值多少', '一百三是八', 138],
  ['涉及金额是多少', '三千', 3000],
  ['您的诉求是', '按保价三千赔给我', 3000],
  ['您希望怎么解决', '把多收的五十块退给我', 50],
  ['大概多少钱', '一万出头不对是一万二', 12_000],
  ['您要求退多少', '我原来想要两千后来想想一千六就行', 1600],
])('asked %s, answered %s', (question, answer, amount) => {
  const lines = ['市民：我交了五千块他们只赔六百', `坐席：${question}`, `市民：${answer}`]
  expect(valueOf('amountYuan', complaint, ...lines)).toBe(amount)
})

test('what the seat repeats as the sum at issue and the citizen agrees to', () => {
  const lines = [
    '市民：报名一千二后来又收了三百考试费和八百油费',
    '坐席：您认为不合理的就是八百块油费对吗',
    '市民：对',
  ]
  expect(valueOf('amountYuan', complaint, ...lines)).toBe(800)
})

test.each([
  '门牌是三百二十号',
  '一百二十平的房子漏水',
  '每个月六百块物业费',
  '等了三百六十天',
  '我打了五百次电话',
  '车牌尾号是七六一',
  '罚款两百到五百都有可能',
  '我一个月工资才三千块',
])('no sum in: %s', (words) => {
  expect(valueOf('amountYuan', complaint, `市民：${words}`)).toBeUndefined()
})

test.each([
  ['我们六各人一起去的', 6],
  ['一家五口都吃坏了', 5],
  ['我们一共二是三个工人', 23],
  ['车间群里是一百一十二个人', 112],
])('persons in: %s', (words, people) => {
  expect(valueOf('people', complaint, `市民：${words}`)).toBe(people)
})

test('persons: the answer and what the seat settles', () => {
  expect(valueOf('people', complaint, '坐席：具体有多少人', '市民：四十几个吧名单上是四十三个')).toBe(43)
  expect(valueOf('people', complaint, '坐席：一起去了几个人', '市民：七个')).toBe(7)
  expect(
    valueOf(
      'people',
      complaint,
      '市民：二十六个人吃饭十一个人又拉又吐',
      '坐席：也就是十一个人不舒服',
      '市民：三个送医院了',
    ),
  ).toBe(11)
})

test.each([
  '几百号人都在骂',
  '十几个人围着',
  '四十多个工人',
  '每三个人一组',
  '第二个人说的',
  '派了两个人来看了一下',
  '我有两个孩子',
  '五六个人在打牌',
])('no number of persons in: %s', (words) => {
  expect(valueOf('people', complaint, `市民：${words}`)).toBeUndefined()
})
