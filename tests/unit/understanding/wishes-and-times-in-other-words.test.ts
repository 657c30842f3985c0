import { expect, test } from 'vitest'
import { createUnderstanding } from '#shared/domain/understanding/understand-call.ts'
import { hearWishAt, smallPack, turnsOf } from './small-pack.ts'

const understanding = createUnderstanding(smallPack)
const hear = (lines: readonly string[], startedAt: string) =>
  understanding.understand(turnsOf('坐席：您好请讲', ...lines), { startedAt })

test.each<[string, readonly string[]]>([
  // The seat's words for it, however it puts them.
  ['要求维修路灯', ['市民：晚上黑漆漆的路灯全灭了', '坐席：好的帮您登记维修路灯可以吗', '市民：没错']],
  [
    '要求退还多收的四十元',
    ['市民：停个车多收我四十', '坐席：我这边给您记退还多收的四十元您看行不行', '市民：行'],
  ],
  [
    '要求安排人员清运垃圾',
    ['市民：垃圾堆了一个礼拜', '坐席：地址呢', '市民：石牌村', '坐席：安排人员清运垃圾对吗', '市民：对'],
  ],
  // What the caller wants, behind what he does not.
  ['要求把马蜂窝摘掉', ['市民：有个马蜂窝', '坐席：要他们道歉吗', '市民：不是道歉我要的是把马蜂窝摘掉']],
  ['要求调查那个网吧', ['市民：里面全是小孩', '坐席：您的诉求', '市民：也没什么查一下那个网吧就行了']],
  ['要求两千块全退', ['市民：中介扣着押金', '坐席：您的诉求是', '市民：刚才不是讲了嘛两千块全退啊']],
  // Two wishes settled one after the other, and a sum settled last.
  [
    '建议安排引导员，调大叫号音量，取号机老人不会用',
    [
      '市民：我提个建议取号机老人不会用',
      '坐席：建议安排引导员',
      '市民：对',
      '坐席：还有吗',
      '市民：再有就是叫号声音太小',
      '坐席：建议调大叫号音量',
      '市民：对',
    ],
  ],
  [
    '要求退费六千三百元',
    [
      '市民：瑜伽馆关门了',
      '坐席：您希望',
      '市民：全退六千四百',
      '坐席：用过一次扣一百可以吗',
      '市民：那退六千三百',
      '坐席：好的诉求退费六千三百元',
      '市民：行',
    ],
  ],
])('%s from %j', (demand, lines) => {
  expect(hearWishAt({ startedAt: '2026-06-11T10:00:00' }, '坐席：您好请讲', ...lines)?.value).toBe(demand)
})

test.each<[unknown, readonly string[]]>([
  ['2026-06-09', ['市民：我投诉他们店前日多收了我六十']],
  ['2026-06-11T02:00', ['市民：保安打人', '坐席：什么时候', '市民：昨晚凌晨两点']],
  [{ from: '2026-02', to: '2026-04' }, ['市民：欠工资', '坐席：哪段时间的', '市民：二月三月四月三个月']],
  ['2026-06-10', ['市民：保安骂我', '坐席：是今天吗', '市民：不是今天是昨天']],
  // What is to come, a habit, a comparison and the hours of others date nothing.
  ['2026-06-08', ['市民：他们这周一上门吓唬我', '坐席：希望什么时候回复', '市民：明天下午三点之前']],
  ['2026-06-08', ['市民：司机这周一甩站不停', '坐席：您几点下班', '市民：六点下班']],
  [undefined, ['市民：我投诉房东不退押金合同签到明年六月']],
  [undefined, ['市民：我投诉那条路每逢周末堵得走不动']],
  // A meal at noon after which people fell ill in the evening was not going on since.
  [
    '2026-06-10T12:00',
    ['市民：投诉他们盒饭', '坐席：什么时候吃的', '市民：昨天中午十二点吃的昨晚就开始有人吐'],
  ],
  // The day within the holiday; the clock within the hour.
  ['2026-05-03', ['市民：我反映五一那几天的事', '坐席：什么事', '市民：五月三号我们去农庄多收了钱']],
  ['2026-06-10T17:45', ['市民：投诉收费', '坐席：昨天几点', '市民：昨天下午五点四十多吧五点四十五']],
])('%j from %j', (time, lines) => {
  expect(hear(lines, '2026-06-11T10:00:00').incidentTime?.value).toEqual(time)
})

test('who calls himself by surname and title has told no given name', () => {
  const heard = hear(['市民：投诉', '坐席：您贵姓', '市民：葛诸葛亮的葛葛先生'], '2026-06-11T10:00:00')
  expect(heard.contactName?.value).toBe('葛先生')
})
