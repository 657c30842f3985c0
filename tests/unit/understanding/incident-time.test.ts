import { expect, test } from 'vitest'
import { hear, understanding, turnsOf, valueOf } from './small-pack.ts'

/** The call starts on Wednesday 18 November 2026, 10:20. */
test.each([
  ['昨天晚上八点', '2026-11-17T20:00'],
  ['昨晚一点多', '2026-11-18T01:00'],
  ['昨天夜里两点', '2026-11-18T02:00'],
  ['昨晚十二点', '2026-11-18T00:00'],
  ['今天凌晨三点', '2026-11-18T03:00'],
  ['昨天凌晨两点', '2026-11-17T02:00'],
  ['昨天下午三点半', '2026-11-17T15:30'],
  ['前天中午十二点一刻', '2026-11-16T12:15'],
  ['上个月十五号', '2026-10-15'],
  ['上个月', '2026-10'],
  ['去年十二月三号', '2025-12-03'],
  ['十二月三号', '2025-12-03'],
  ['二零二六年三月', '2026-03'],
  ['上周日', '2026-11-15'],
  ['这周一', '2026-11-16'],
  ['周五', '2026-11-13'],
  ['三天前', '2026-11-15'],
  ['从上周三开始', { from: '2026-11-11' }],
  ['从昨天晚上八点开始', { from: '2026-11-17T20:00' }],
  ['停水三天了', { from: '2026-11-15' }],
  ['已经两个月了', { from: '2026-09' }],
  ['这两天', { from: '2026-11-17' }],
  ['昨晚十点到今天凌晨两点', { from: '2026-11-17T22:00', to: '2026-11-18T02:00' }],
  ['昨天晚上十点到十二点', { from: '2026-11-17T22:00', to: '2026-11-18T00:00' }],
])('%s', (words, expected) => {
  expect(valueOf('incidentTime', `市民：我要投诉${words}楼上吵`)).toEqual(expected)
})

test.each([
  ['the future', '明天能不能来修'],
  ['an earlier report', '上周我打过电话'],
  ['a habit without a date', '每天晚上十点以后很吵'],
  ['快一点', '你们快一点处理'],
  ['a date that does not exist', '二月三十号停水'],
])('no time from %s', (_, words) => {
  expect(valueOf('incidentTime', `市民：我要投诉${words}`)).toBeUndefined()
})

test('an answer to 从什么时候开始 begins a time that goes on', () => {
  const lines = ['市民：我要投诉楼上', '坐席：从什么时候开始的', '市民：就十一月十五号']
  expect(valueOf('incidentTime', ...lines)).toEqual({ from: '2026-11-15' })
})

test('a clock asked for later joins the date heard before', () => {
  const begin = ['市民：我要投诉昨天晚上楼上装修', '坐席：请问几点']
  expect(valueOf('incidentTime', ...begin, '市民：八点多')).toBe('2026-11-17T20:00')
  expect(valueOf('incidentTime', ...begin, '市民：一点多')).toBe('2026-11-18T01:00')
})

test('a correction replaces, and keeps the other reading', () => {
  const heard = hear('市民：我要投诉昨天吵', '市民：不对是前天晚上九点').incidentTime
  expect(heard?.value).toBe('2026-11-16T21:00')
  expect(heard?.alternatives).toEqual(['2026-11-17'])
})

test('nothing relative without the start of the call', () => {
  expect(understanding.understand(turnsOf('市民：我要投诉昨天吵'), {}).incidentTime).toBeUndefined()
})
