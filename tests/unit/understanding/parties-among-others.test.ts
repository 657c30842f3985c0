import { expect, test } from 'vitest'
import { isExcused, namesNobody } from '#shared/domain/understanding/party/party-standing.ts'
import { personAsked, saidOnce } from '#shared/domain/understanding/party/subject-answer.ts'
import { subjectForms } from '#shared/domain/understanding/party/subject-names.ts'
import type { WeighedMention } from '#shared/domain/understanding/party/weighed-mentions.ts'
import { listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { flatten } from '#shared/text/flat-text.ts'
import { context, hear, turnsOf } from './small-pack.ts'

const heard = (...lines: readonly string[]) => listen(turnsOf(...lines), context, ({ text }) => flatten(text))
const partyOf = (...lines: readonly string[]) => hear('坐席：您好请讲', ...lines).subject?.value

function mentionOf(name: string, line: string): WeighedMention {
  const [first] = heard(line).lines
  if (first === undefined) throw new Error('no line')
  const start = first.text.indexOf(name)
  return { line: first, start, end: start + name.length, name, subjects: [], confidence: 1, role: 2, told: 2 }
}

test('an alias that is but the kind of firm does not name a thing', () => {
  const firm = {
    id: 'S9',
    name: '安充充电桩公司',
    aliases: ['安充', '充电桩公司'],
    address: '',
    kind: 'platform',
  }
  expect(subjectForms(firm)).toContain('安充充电桩')
  expect(subjectForms(firm)).toContain('充电桩公司')
  expect(subjectForms(firm)).not.toContain('充电桩')
})

test('a region before an alias leaves its shorter form', () => {
  const firm = {
    id: 'S9',
    name: '广州市粤通物流公司',
    aliases: ['粤通物流公司'],
    address: '',
    kind: 'business',
  }
  expect(subjectForms(firm)).toContain('粤通物流')
})

test.each([
  ['恒辉电子厂', ['市民：恒辉电子厂的食堂', '市民：我们厂没有问题是承包的问题'], true],
  ['淘闲平台', ['市民：在淘闲平台买的', '市民：我不投诉平台我举报那个卖家'], true],
  ['翠湖公交', ['坐席：您是想投诉翠湖公交吗', '市民：也不是投诉就建议一下'], true],
  ['翠湖公交', ['坐席：您是想投诉翠湖公交吗', '市民：对投诉他们'], false],
  ['恒辉电子厂', ['市民：恒辉电子厂的食堂有虫', '市民：别的厂没有问题'], false],
])('%s excused in %j: %s', (name, lines, excused) => {
  const mention = mentionOf(name, lines[0] ?? '')
  expect(isExcused(heard(...lines), [mention])).toBe(excused)
})

test.each([
  [['坐席：知道是什么店吗', '市民：没有招牌就是一个档口'], true],
  [['坐席：店名叫什么', '市民：叫老地方烧烤'], false],
  [['坐席：您贵姓', '市民：不知道你们要不要登记'], false],
])('%j names nobody: %s', (lines, nobody) => {
  expect(namesNobody(heard(...lines))).toBe(nobody)
})

test.each([
  ['房东叫什么', 'other'],
  ['承包人姓名知道吗', 'other'],
  ['承包人的名字', 'other'],
  ['您贵姓', 'caller'],
  ['店叫什么名字', undefined],
])('%s asks for the name of %s', (question, whose) => {
  expect(personAsked(question)).toBe(whose)
})

test.each([
  ['土石方宏达土石方', '宏达土石方'],
  ['写城建二公司', '城建二公司'],
  ['写真馆', '写真馆'],
])('%s is said once as %s', (told, name) => {
  expect(saidOnce(told)).toBe(name)
})

test('of two branches the one of which the seat makes sure is meant', () => {
  const subject = partyOf(
    '市民：我要投诉穗禾西饼蛋糕是馊的',
    '坐席：穗禾西饼哪一家店',
    '市民：我先去体育西路店后来去江南西店换江南西不给换',
    '坐席：那您投诉的是江南西店对吗',
    '市民：对就江南西这家',
  )
  expect(subject?.id).toBe('S2')
})

test.each([
  [
    '雅匠装饰工程公司',
    [
      '市民：装修一半人跑了',
      '坐席：哪家装修公司',
      '市民：雅匠装饰',
      '坐席：雅匠装饰工程公司对吗',
      '市民：对合同上写的雅匠装饰工程公司',
    ],
  ],
  [
    '顺佰达供应链',
    [
      '市民：拖欠我工资',
      '坐席：请问是哪家公司欠您的工资',
      '市民：顺佰达供应链',
      '坐席：顺佰达供应链公司欠了多久',
      '市民：两个月',
    ],
  ],
])('%s from %j', (name, lines) => {
  expect(partyOf(...lines)?.name).toBe(name)
})
