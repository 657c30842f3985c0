import { expect, test } from 'vitest'
import { hear, valueOf } from './small-pack.ts'

test.each([
  [
    'a city that the pack does not know',
    '地址是朝阳区人民路一百二十号幸福小区五号楼二单元三零二',
    { district: '朝阳区', road: '人民路', number: '120号', poi: '幸福小区', detail: '5号楼2单元302' },
  ],
  [
    'listed names',
    '天河区石牌街道体育西路十八号',
    { district: '天河区', street: '石牌街道', road: '体育西路', number: '18号' },
  ],
  [
    'a homophone of a listed name',
    '海珠区心港中路九号',
    { district: '海珠区', road: '新港中路', number: '9号' },
  ],
  ['a short form before a road', '在天河体育西路', { district: '天河区', road: '体育西路' }],
  ['an estate without a telling suffix', '在书香门第二十一号楼', { poi: '书香门第', detail: '21号楼' }],
  ['a crossing', '在人民路和中山路交叉口', { road: '人民路', detail: '与中山路交叉口' }],
  ['a school named after a road', '在光明东路小学门口', { poi: '光明东路小学', detail: '门口' }],
  ['punctuated words', '在朝阳区，人民路120号。', { district: '朝阳区', road: '人民路', number: '120号' }],
])('%s', (_, words, expected) => {
  expect(valueOf('incidentAddress', `市民：我要投诉${words}`)).toEqual(expected)
})

test.each([
  ['a generic place', '我们小区门口的路灯坏了'],
  ['an office', '我要投诉天河区城管局'],
  ['the caller’s district', '我是天河区的我要投诉'],
  ['losing one’s way', '我要投诉害我妈妈迷路'],
  ['the name of a listed shop', '我要投诉穗禾西饼体育西路店'],
  ['a date', '我要投诉十五号买的东西'],
])('no address from %s', (_, words) => {
  expect(valueOf('incidentAddress', `市民：${words}`)).toBeUndefined()
})

test('a listed name found by sound is less sure and shows what was heard', () => {
  const heard = hear('市民：我要投诉海珠区心港中路').incidentAddress
  expect(heard?.confidence).toBeLessThan(0.9)
  expect(heard?.alternatives).toContainEqual({ district: '海珠区', road: '心港中路' })
})

test('in another city nothing is taken for a listed name that only sounds like it', () => {
  expect(valueOf('incidentAddress', '市民：我要投诉大兴区心港中路')).toEqual({
    district: '大兴区',
    road: '心港中路',
  })
})

test('parts of several turns make one address; a correction replaces one part', () => {
  const lines = [
    '市民：我要投诉人民路一百二十号幸福小区',
    '坐席：哪个区',
    '市民：朝阳区',
    '市民：不对是一百二十二号',
  ]
  expect(valueOf('incidentAddress', ...lines)).toEqual({
    district: '朝阳区',
    road: '人民路',
    number: '122号',
    poi: '幸福小区',
  })
})

test('the home address stays out unless the matter is at home', () => {
  const away = ['市民：我住在天河区幸福小区我要投诉海珠区新港中路的工地']
  expect(valueOf('incidentAddress', ...away)).toEqual({ district: '海珠区', road: '新港中路' })
  const home = ['市民：我住在天河区幸福小区楼上漏水']
  expect(valueOf('incidentAddress', ...home)).toEqual({ district: '天河区', poi: '幸福小区' })
})

test('the seat’s confirmed read-back settles what was misheard', () => {
  const lines = ['市民：我要投诉人民路一百二十号', '坐席：地址是人民路一百二十一号对吗']
  expect(valueOf('incidentAddress', ...lines, '市民：对')).toEqual({ road: '人民路', number: '121号' })
  expect(valueOf('incidentAddress', ...lines, '市民：不对')).toEqual({ road: '人民路', number: '120号' })
})

test.each<[string, unknown, readonly string[]]>([
  [
    'a bare number',
    { district: '天河区', road: '体育西路', number: '18号' },
    ['市民：天河区体育西路', '坐席：多少号', '市民：十八浩'],
  ],
  [
    'a room',
    { road: '体育西路', number: '16号', detail: '501' },
    ['市民：体育西路十六号', '坐席：几楼', '市民：五零一'],
  ],
  [
    'a room of a building',
    { poi: '君悦湾', detail: '3栋1002' },
    ['坐席：哪个小区', '市民：君悦湾三动', '坐席：房号是', '市民：一零零二'],
  ],
  [
    'an estate of no telling name',
    { district: '海珠区', poi: '君悦府' },
    ['坐席：哪个小区', '市民：海珠区的君悦府'],
  ],
  [
    'a road in the district asked about',
    { district: '天河区', road: '体育西路' },
    ['坐席：天河区哪里', '市民：体育西路'],
  ],
])('%s is an answer', (_, expected, lines) => {
  expect(valueOf('incidentAddress', '市民：我要投诉', ...lines)).toEqual(expected)
})

test.each<[string, unknown, readonly string[]]>([
  [
    'the estate as the seat spells it',
    { poi: '碧翠湾', detail: '6栋' },
    ['坐席：哪个小区', '市民：必翠湾', '坐席：碧翠湾几栋', '市民：六栋'],
  ],
  ['numerals written as they sound', { road: '体育西路', number: '71号' }, ['市民：体育西路七是一号']],
  ['the last digit by its sound', { road: '体育西路', number: '52号' }, ['市民：体育西路五十而号那一排']],
  ['four and ten behind a zero', { road: '体育西路', number: '204号' }, ['市民：体育西路二百零是号']],
  ['six as it is said in the south', { road: '体育西路', number: '116号' }, ['市民：体育西路一百一十路号']],
  ['the hundreds by their sound', { road: '体育西路', number: '305号' }, ['市民：体育西路山百零五号']],
  ['the place of the caller’s home left out', { district: '天河区' }, ['市民：我在新港中路住店在天河那边']],
  [
    'a party’s own address left out',
    { district: '海珠区', road: '新港中路' },
    ['市民：海珠区新港中路', '坐席：公司的地址知道吗', '市民：在天河区体育西路'],
  ],
  ['a bridge', { district: '海珠区', poi: '海印桥' }, ['市民：海珠区海印桥']],
])('%s', (_, expected, lines) => {
  expect(valueOf('incidentAddress', '市民：我要投诉', ...lines)).toEqual(expected)
})
