import { expect, test } from 'vitest'
import { createUnderstanding } from '#shared/domain/understanding/understand-call.ts'
import { smallPack, turnsOf } from './small-pack.ts'

const understanding = createUnderstanding(smallPack)
const timeOf = (startedAt: string, lines: readonly string[]): unknown =>
  understanding.understand(turnsOf('市民：我要投诉', ...lines), { startedAt }).incidentTime?.value

/** A Wednesday. */
const morning = '2026-11-18T10:20:00'

test.each<[unknown, string, readonly string[]]>([
  ['2026-11-12', morning, ['坐席：什么时候', '市民：上个礼拜三我去得时候还开着礼拜四就贴了张纸']],
  [
    '2026-11-16T21:30',
    morning,
    ['坐席：什么时候', '市民：礼拜一晚上我八点下班的时候还好好的九点半车窗就被砸了'],
  ],
  [
    '2026-11-17T02:00',
    morning,
    [
      '坐席：什么时候',
      '市民：前天夜里两点钟',
      '坐席：就是十七号凌晨两点对吗',
      '市民：对',
      '坐席：今天是十八号前天是十六号过了十二点就是十七号',
      '市民：是是',
    ],
  ],
  [
    '2026-11-18T06:30',
    morning,
    ['市民：我爸今天早上出去到现在没回来', '坐席：什么时候出门', '市民：七十九六点半出门的'],
  ],
  ['2026-11-18T06:30', morning, ['坐席：几点出门', '市民：今早六点半平时七点多就回来了']],
  ['2026-11-18T19:00', '2026-11-18T19:30:00', ['坐席：什么时候', '市民：就刚刚七点钟看到的']],
  ['2026-11-18T07:00', '2026-11-18T09:30:00', ['坐席：什么时候', '市民：就刚刚七点钟看到的']],
  ['2026-11-18T06:55', morning, ['坐席：什么时候', '市民：今天七点差五分']],
  [{ from: '2026-11-13' }, morning, ['坐席：什么时候', '市民：上周五开始到今天都没好']],
  [{ from: '2026-11-04' }, morning, ['坐席：多久了', '市民：有两个多星期了']],
  ['2026-09-28', morning, ['坐席：几号交的钱', '市民：九月二十八交的']],
  [undefined, morning, ['坐席：从哪里出门的', '市民：逢源路那个耀华大街十二号']],
])('%j at %s from %j', (expected, startedAt, lines) => {
  expect(timeOf(startedAt, lines)).toEqual(expected)
})
