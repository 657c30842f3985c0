import { expect, test } from 'vitest'
import { hear, valueOf } from './small-pack.ts'

const ask = '坐席：请问您贵姓'

test.each([
  ['surname and the seat’s form of address', [ask, '市民：我姓王', '坐席：王先生您好'], '王先生'],
  ['surname alone while nobody settles the form of address', [ask, '市民：免贵姓李'], '李'],
  ['a spelled surname, whatever was recognised', [ask, '市民：我姓章弓长张', '坐席：张女士'], '张女士'],
  ['a surname that a word illustrates', [ask, '市民：我姓罗罗马的罗', '坐席：罗先生'], '罗先生'],
  ['a full name before other words', [ask, '市民：我叫王芳家住天河'], '王芳'],
  [
    'a bare full name with the number after it',
    ['坐席：请留下姓名和电话', '市民：邱丽华电话一三八'],
    '邱丽华',
  ],
  ['a full name whose last character is spelled', [ask, '市民：我叫周敏敏捷的敏'], '周敏'],
  ['a homophone put right by spelling', [ask, '市民：我叫李剑国建设的建'], '李建国'],
  ['a compound surname', [ask, '市民：我姓欧阳', '坐席：欧阳小姐'], '欧阳小姐'],
  ['the seat’s address alone when nobody objects', ['坐席：好的刘女士', '市民：嗯'], '刘女士'],
])('contact name: %s', (_, lines, name) => {
  expect(valueOf('contactName', ...lines)).toBe(name)
})

test.each([
  ['a landlord', ['市民：房东姓赵叫赵伟不退押金']],
  ['a manager asked about', ['坐席：经理叫什么', '市民：叫张强']],
  ['a place', [ask, '市民：我是高新区的']],
  ['a seat’s slip that the citizen rejects', ['坐席：王先生您好', '市民：我不是先生我是女的']],
  ['an anonymous caller', ['市民：我要匿名', '坐席：好的王先生']],
])('no contact name from %s', (_, lines) => {
  expect(valueOf('contactName', ...lines)).toBeUndefined()
})

test('gender follows the form of address and gives way to the caller', () => {
  expect(valueOf('gender', '坐席：王先生您好')).toBe('男')
  expect(valueOf('gender', '坐席：高小姐您好', '市民：我是男的')).toBe('男')
  expect(valueOf('gender', '市民：我是她妈妈')).toBe('女')
  expect(valueOf('gender', '市民：那位先生骂人')).toBeUndefined()
})

test('another contact takes the caller’s place with name, gender and number', () => {
  const heard = hear('坐席：林先生怎么联系您', '市民：联系我老婆吧她叫陈丽电话一三四二二二二三三三三')
  expect(heard.contactName?.value).toBe('陈丽')
  expect(heard.gender?.value).toBe('女')
  expect(heard.contactPhone?.value).toBe('13422223333')
})

test('confidential and anonymous: wished, offered, declined, or not mentioned', () => {
  expect(valueOf('confidential', '市民：别告诉他们是我说的')).toBe(true)
  expect(valueOf('confidential', '坐席：需要保密吗', '市民：要')).toBe(true)
  expect(valueOf('confidential', '坐席：需要保密吗', '市民：不用')).toBeUndefined()
  expect(valueOf('confidential', '坐席：我们会保密的', '坐席：再见')).toBeUndefined()
  expect(valueOf('anonymous', '市民：不想留名字')).toBe(true)
  expect(valueOf('anonymous', '市民：我实名举报')).toBe(false)
})
