import { expect, test } from 'vitest'
import { hear, valueOf } from './small-pack.ts'

const calling = '13911112222'

test.each([
  '联系方式说一下',
  '您留个联系方式吧',
  '怎么联系您',
  '您的号码报一下',
  '方便留个手机吗',
  '回访打哪个号',
  '王先生您电话',
  '麻烦您说一下您的手机',
  '我们怎样联系到您呢',
  '座机手机都可以留一个',
])('a number asked for by “%s” is taken in pieces', (question) => {
  const lines = [
    `坐席：${question}`,
    '市民：一三八零零',
    '坐席：嗯',
    '市民：二二三三',
    '坐席：您继续',
    '市民：四四',
  ]
  expect(valueOf('contactPhone', ...lines)).toBe('13800223344')
})

test.each([
  ['是 for 四', '一三是零零二二三三四四', '13400223344'],
  ['妖 for 幺', '妖八九零零二二三三四四', '18900223344'],
  ['医 for 一 at the start', '医三八零零二二三三四四', '13800223344'],
  ['期 for 七 at the end', '一三八零零二二三三四期', '13800223347'],
  ['武 and 腰', '一三武零零二二三三腰四', '13500223314'],
  ['就 and 吧 between digits', '一三八零就二吧三三四四', '13809283344'],
  ['量 for 两', '一三八零零量二三三四四', '13800223344'],
  ['流 for 六', '一三流零零二二三三四四', '13600223344'],
  ['双八', '一三八零零双二三三四四', '13800223344'],
  ['two words for one digit and a drawl', '一三八啊零零二二啊三三四四啊', '13800223344'],
  ['the copula before it', '我的电话是一三八零零二二三三四四', '13800223344'],
  ['a particle after it', '一三八零零二二三三四四吧', '13800223344'],
  ['the question that follows', '一三八零零二二三三四四是不是要回访', '13800223344'],
])('a digit heard as another word: %s', (_, words, number) => {
  expect(valueOf('contactPhone', '坐席：您的电话', `市民：${words}`)).toBe(number)
})

test.each([
  [
    'the echo mends a piece',
    ['市民：一三八', '坐席：一三八', '市民：量就', '坐席：二九', '市民：零零二二三三'],
    '13829002233',
  ],
  ['the echo adds a lost digit', ['市民：一三八零', '坐席：一三八零零', '市民：二二三三四四'], '13800223344'],
  [
    'an echo that is denied is not kept',
    ['市民：一三八零零', '坐席：一三八零五', '市民：不对零零', '坐席：哦', '市民：二二三三四四'],
    '13800223344',
  ],
  [
    'the whole so far is read back',
    ['市民：一三八零零', '坐席：一三八零零', '市民：二二三', '坐席：一三八零零二二三', '市民：三四四'],
    '13800223344',
  ],
  [
    'a piece that begins like a number',
    ['市民：一三八', '坐席：嗯', '市民：一三五六', '坐席：嗯', '市民：二二三三'],
    '13813562233',
  ],
  [
    'the citizen begins again',
    ['市民：一三八零零', '坐席：您慢点', '市民：一三八零零二二', '坐席：嗯', '市民：三三四四'],
    '13800223344',
  ],
  [
    'the last piece is said again',
    ['市民：一三八零零二二', '坐席：后面呢', '市民：二二三三四四'],
    '13800223344',
  ],
  [
    'an address before it',
    [
      '市民：三栋一零零二',
      '坐席：我问的是电话',
      '市民：一三',
      '坐席：嗯',
      '市民：八零零二二',
      '坐席：嗯',
      '市民：三三四四',
    ],
    '13800223344',
  ],
  ['a false start in one breath', ['市民：一三八零一三八零零二二三三四四'], '13800223344'],
  ['the end said again in one breath', ['市民：一三八零零二二三三四四三三四四'], '13800223344'],
  ['the country code', ['市民：八六一三八零零二二三三四四'], '13800223344'],
  [
    'the seat reads in pieces',
    ['市民：一三八零零二二', '坐席：一三八零零二二然后三三四四对吧', '市民：没错'],
    '13800223344',
  ],
  [
    '没错 agrees',
    ['市民：一三八零零二二三三四七', '坐席：一三八零零二二三三四四', '市民：没错'],
    '13800223344',
  ],
  [
    'another question is answered',
    ['市民：一三八零零二二三三是七', '坐席：一三八零零二二三三四七需要保密吗', '市民：不用'],
    '13800223347',
  ],
  ['the rest is asked for', ['市民：一三八零零二二三三', '坐席：还差两位', '市民：哦四四'], '13800223344'],
  [
    'one digit at a time at the end',
    ['市民：一三八零零二二三三', '坐席：嗯', '市民：四', '坐席：四', '市民：五'],
    '13800223345',
  ],
])('pieces: %s', (_, lines, number) => {
  expect(valueOf('contactPhone', '坐席：您的电话', ...lines)).toBe(number)
})

test.each([
  ['the last digits', '不对最后两位是四五', '13800223345'],
  ['the last digit', '最后一个是五不是四', '13800223345'],
  ['the first digits', '前面三位是一三九', '13900223344'],
  ['the middle', '不对中间是零零三三', '13800333344'],
  ['the whole number', '不是是一三八零零二二五五四四', '13800225544'],
])('after the read-back the citizen corrects %s', (_, words, number) => {
  const lines = [
    '坐席：电话',
    '市民：一三八零零二二三三四四',
    '坐席：一三八零零二二三三四四对吗',
    `市民：${words}`,
  ]
  expect(valueOf('contactPhone', ...lines, '坐席：好的')).toBe(number)
})

test('the last read-back that nobody denies settles the number', () => {
  const lines = ['坐席：电话', '市民：一三八零零二二三三', '坐席：一三八零零二二三三四七', '市民：不是是四四']
  expect(valueOf('contactPhone', ...lines, '坐席：一三八零零二二三三四四', '市民：嗯')).toBe('13800223344')
})

test.each([
  '就打这个',
  '就我打的这个号',
  '来电这个就行',
  '现在这个手机',
  '你那边显示的那个',
  '打回这个电话',
  '就用这个号',
  '这个号码就可以',
  '本机',
  '我现在打给你的这个',
  '就是打过来的这个电话',
  '手上这个',
  '不用留了就打这个',
  '就打这各',
  '你不是有来电显示吗',
  '回拨这个就行',
  '跟来电一样的',
  '打这个电话我就能接到',
  '没变就是这个',
])('“%s” is the call-in number', (words) => {
  expect(valueOf('contactPhone', '坐席：请问您的联系方式', `市民：${words}`)).toBe(calling)
})

test.each([
  ['电话登记来电的可以吗', '可以'],
  ['电话打您现在这个对吧', '对对'],
  ['联系电话就是您现在打的这个吗', '系啊'],
  ['回访就打您来电的号码行吗', '行'],
  ['就留您打进来的这个号码', '好'],
  ['您这个手机能联系到您吗', '能联系到'],
  ['用您当前来电的号码联系您可以吧', '没问题'],
  ['号码是您正在用的这个吗', '队'],
])('the seat offers it: %s, and the citizen agrees: %s', (question, answer) => {
  expect(valueOf('contactPhone', `坐席：${question}`, `市民：${answer}`)).toBe(calling)
})

test.each([
  ['这个是我妈的手机你打一三八零零二二三三四四', '13800223344'],
  ['不是打我另外一个一三八零零二二三三四四', '13800223344'],
  ['换一个吧一三八零零二二三三四四', '13800223344'],
  ['这个快没电了记一三八零零二二三三四四', '13800223344'],
  ['别打这个', undefined],
  ['是也不是你记另外一个', undefined],
])('the seat offers it and the citizen would rather not: %s', (answer, number) => {
  expect(valueOf('contactPhone', '坐席：打您现在这个号码可以吗', `市民：${answer}`)).toBe(number)
})

test.each([
  ['您可以再来电', '好的'],
  ['感谢您的来电', '嗯好的'],
  ['您可以打一二三三三咨询', '好的这个电话我知道'],
  ['店家的电话您有吗', '有一三八零零二二三三四四'],
  ['您的订单号', '一三八零零二二三三四四'],
  ['方便留个电话吗', '算了'],
  ['方便留个电话吗', '不留了就这个问题'],
  ['电话', '一三八零零二二三三四是吧'],
  ['方便留个电话吗', '电话就不留了'],
  ['留个联系方式', '不太方便'],
  ['联系电话', '不用联系我'],
])('no number: 坐席 %s, 市民 %s', (question, answer) => {
  expect(valueOf('contactPhone', `坐席：${question}`, `市民：${answer}`)).toBeUndefined()
})

test.each([
  ['by its time', '留晚上那个'],
  ['by its place', '第二个'],
  ['by its last digits', '留一一八五的'],
])('one of two numbers is chosen %s', (_, words) => {
  const given = '市民：白天打一三七一零九四四五二一晚上打一三九二六零七一一八五'
  const lines = ['坐席：您的电话', given, '坐席：只能登记一个留哪个', `市民：${words}`]
  expect(valueOf('contactPhone', ...lines)).toBe('13926071185')
})

test('a relative’s number is no contact unless that person is to be called', () => {
  const beside = ['坐席：电话打您来电号码', '市民：可以老人女儿的电话我也有一三八零二五六三三一九']
  expect(valueOf('contactPhone', ...beside, '坐席：一三八零二五六三三一九是女儿的对吗', '市民：对')).toBe(
    calling,
  )
  const instead = ['坐席：怎么联系您', '市民：打给我儿子吧', '坐席：他的电话', '市民：一三八零二五六三三一九']
  expect(valueOf('contactPhone', ...instead)).toBe('13802563319')
})

test('to ask whether this is the number to call settles nothing', () => {
  const said = [
    '市民：表扬人是不是也打这个电话',
    '坐席：是的',
    '坐席：您电话',
    '市民：一三八零零',
    '坐席：嗯',
    '市民：二二三三四四',
  ]
  expect(valueOf('contactPhone', said[0] ?? '')).toBeUndefined()
  expect(valueOf('contactPhone', ...said)).toBe('13800223344')
})

test('a hotline that the seat tells is not the caller’s', () => {
  const told = ['坐席：您可以打零二零三八七六五五零零咨询', '市民：好的']
  expect(valueOf('contactPhone', '坐席：电话', '市民：不方便', ...told)).toBeUndefined()
})

test('an extension is no part of the number', () => {
  expect(valueOf('contactPhone', '坐席：电话', '市民：零二零三八七六五五零零转二零六')).toBe('02038765500')
})

test('an address said between the pieces does not spoil the number', () => {
  const lines = [
    '坐席：电话',
    '市民：一三八零零二二',
    '坐席：地址呢',
    '市民：三栋一零零二',
    '坐席：电话后面是',
    '市民：三三四四',
  ]
  expect(valueOf('contactPhone', ...lines)).toBe('13800223344')
})

test('a read-back by the seat is among the evidence', () => {
  const heard = hear(
    '坐席：电话',
    '市民：一三八零零二二三三四四',
    '坐席：一三八零零二二三三四四',
  ).contactPhone
  expect(heard?.evidence.map((piece) => piece.turn)).toEqual([1, 2])
})
