import { expect, test } from 'vitest'
import { correct } from '#shared/domain/understanding/phone/phone-digits.ts'
import { hear, understanding, turnsOf, valueOf } from './small-pack.ts'

const ask = '坐席：请您留一下联系电话'

test.each([
  ['in one breath', ['市民：我的电话是一三八零零一二三四五六'], '13800123456'],
  ['with 幺, 洞 and 拐', ['市民：幺三八洞洞幺二三四五拐'], '13800123457'],
  ['三个八', ['市民：幺三九三个八二二三三四'], '13988822334'],
  [
    'in pieces with the seat saying 嗯',
    ['市民：一三八零零', '坐席：嗯', '市民：一二三', '坐席：您说', '市民：四五六'],
    '13800123456',
  ],
  ['a landline with its area code', ['市民：零二零八七六五四三二一'], '02087654321'],
  ['a landline without one, since a number was asked for', ['市民：八三三三五五六六'], '83335566'],
  ['said twice', ['市民：一三八零零一二三四五六一三八零零一二三四五六'], '13800123456'],
])('a number %s', (_, lines, number) => {
  expect(valueOf('contactPhone', ask, ...lines)).toBe(number)
})

test.each([
  ['the last digits', ['市民：一三八零零一二三四五六不对是四五七'], '13800123457'],
  ['a piece of an unfinished number', ['市民：一三八零零幺不对是零零二', '市民：三四五六七'], '13800234567'],
  ['by naming the wrong piece', ['市民：一三八零零一二八八九九不对不是八八九九是八八六六'], '13800128866'],
  [
    'the whole number',
    ['市民：一三八零零一二三四五六', '市民：说错了是一三九零零一二三四五六'],
    '13900123456',
  ],
])('a correction replaces %s', (_, lines, number) => {
  expect(valueOf('contactPhone', ask, ...lines)).toBe(number)
})

test('the read-back is the checksum: agreed, it settles digits that were misheard', () => {
  const said = [ask, '市民：一三八零零一二三四五七', '坐席：一三八零零一二三四五六对吗']
  const agreed = hear(...said, '市民：对的').contactPhone
  expect(agreed?.value).toBe('13800123456')
  expect(agreed?.alternatives).toEqual(['13800123457'])
  expect(agreed?.confidence).toBeGreaterThan(0.9)
  const denied = hear(...said, '市民：不对是四五七').contactPhone
  expect(denied?.value).toBe('13800123457')
})

test('the call-in number only when the caller says so', () => {
  expect(valueOf('contactPhone', ask, '市民：就这个号码')).toBe('13911112222')
  expect(valueOf('contactPhone', '坐席：是您现在打来的这个号码吗', '市民：对')).toBe('13911112222')
  expect(valueOf('contactPhone', '坐席：是您现在打来的这个号码吗', '市民：不是这个是借的')).toBeUndefined()
  const { contactPhone } = understanding.understand(turnsOf(ask, '市民：就这个号码'), {})
  expect(contactPhone).toBeUndefined()
})

test.each([
  ['refused', ['市民：不方便留电话']],
  ['refused after it was said', ['市民：一三八零零一二三四五六', '市民：算了电话别留了', '坐席：好的']],
  ['cut off', ['市民：一三八零零一二']],
])('no number when it is %s', (_, lines) => {
  expect(valueOf('contactPhone', ask, ...lines)).toBeUndefined()
})

test.each([
  '市民：我身份证号是四四零一零六一九八零零一零一一二三四',
  '市民：银行卡号六二二二零二一二三四五六七八九零一二',
  '市民：商家电话是一三八零零一二三四五六',
  '市民：工单编号是二零二六一一零五零零八',
])('no number from %s', (line) => {
  expect(valueOf('contactPhone', line)).toBeUndefined()
})

test('a corrected piece lies where fewest digits differ', () => {
  expect(correct('13800123456', '4457')).toBe('13800124457')
  expect(correct('13800123456', '0112')).toBe('13801123456')
  expect(correct('1380012', '0013')).toBe('1380013')
})
