import { expect, test } from 'vitest'
import { createUnderstanding } from '#shared/domain/understanding/understand-call.ts'
import { smallPack, turnsOf } from './small-pack.ts'

const understanding = createUnderstanding(smallPack)
/** The Wednesday of all rows that name no other day. */
const wednesday = '2026-11-18T10:20'

/** `2026-07..2026-08` for a span, `2026-07..` for what goes on, `-` for none. */
function timeOf(story: string, startedAt: string): string {
  const lines = story.split('/').map((line) => line.replace(/^市:/, '市民：').replace(/^坐:/, '坐席：'))
  const time = understanding.understand(turnsOf('市民：我要投诉', ...lines), { startedAt: `${startedAt}:00` })
    .incidentTime?.value
  return typeof time === 'object' ? `${time.from}..${time.to ?? ''}` : (time ?? '-')
}

const families: Readonly<Record<string, string>> = {
  'over at once, though it was asked since when': `
    2026-11-18T08:30|坐:几点开始的/市:八点半我听到砰的一声
    2026-11-18T08:30|坐:几点开始的/市:早上八点半就听见轰的一声
    2026-11-18T07:10|坐:从几点开始/市:今早七点十分左右嘭一声
    2026-11-17T22:00|坐:什么时候开始的/市:昨晚十点外面一声巨响
    2026-11-13|坐:从什么时候开始要求的/市:上周五发的通知
    2026-11-13|坐:从什么时候开始要收的/市:上周五学校在群里发了消息/坐:上周五十一月十三号对吗/市:对十三号
    2026-11-10|坐:什么时候开始说的/市:十一月十号贴了公告
    2026-11-01..|坐:从什么时候开始的/市:十一月一号
    2026-11-05..|坐:从什么时候关门的/市:十一月五号贴的告示
    2026-11-18T04:25..|坐:停电从几点开始/市:今早四点二十五空调一下没声了
  `,
  'a step of the caller, and what is not done since': `
    2026-10-31|坐:什么时候退的租/市:十月三十一号退租到现在都没退押金
    2026-11-06|坐:什么时候寄的/市:十一月六号寄的到现在没收到
    2026-10-20|坐:哪天交的钱/市:上个月二十号交的到现在也没开课
    2025-12-31..|坐:原定什么时候交楼/市:去年十二月三十一号到现在还没交
    2025-09..|坐:从什么时候不交的/市:去年九月开始不交的到现在
  `,
  'going on, by what is said of it': `
    2026-11-17T20:00..|市:从昨晚八点多就没停过
    2026-11-16T21:00..|市:前天晚上九点一直没断过
    2026-11-04..|坐:从什么时候开始/市:十一月四号开始一直到昨天晚上还在做
    2026-11-10..|坐:什么时候开始的/市:十一月十号开始到前天还没修
    2026-11-01..|坐:从一号开始是吗/市:从一号一直堵到今天
    2026-05..|市:书屋锁了半年/坐:什么时候锁得/市:五月份锁得说没有管理员
    2026-10..|坐:从去年九月份开始/市:不是是十月国庆完了就漏十月份
  `,
  'days that are told to the end': `
    2026-11-16..2026-11-25|坐:从哪天开始补课/市:十一月十六号开始到二十五号结束
    2026-11-17..2026-11-20|坐:哪天开始/市:昨天到二十号
    2026-11-01..2026-11-02|坐:住几晚/市:十一月一号二号两晚
    2026-11-13..2026-11-14|市:上周五周六那两天停的水
    2026-11-18T07:40..2026-11-18T08:10|坐:今天早上几点/市:今早七点四十堵道八点十分
    2026-11-17T21:00..2026-11-17T23:30|坐:几点到几点/市:昨晚九点吵道十一点半
  `,
  'quarters of an hour, and who is shut in': `
    2026-11-18T10:05..|坐:锁了多长时间/市:有一刻钟了
    2026-11-18T09:50..|坐:困了多久/市:半个小时了
    2026-11-18T10:05|市:就一刻钟前有人在楼下打架
    2026-11-18T09:35..|坐:漏了多久了/市:差不多三刻钟了
  `,
  'words that were misheard': `
    2026-11-18T07:40|坐:几点闻到的/市:七点四是我起床就闻到了
    2026-11-17T20:00|市:就在龙口东路靠近天河北那个路口/市:昨晚就倒了/坐:昨晚几点/市:下班路过八点就看到倒着
    2026-11-18T08:00..|市:还在放一冲八点就没停过
  `,
  'what is no time of the matter, and what is': `
    2026-10|市:他们抄表抄错了我上个月电费一千四
    -|市:我上个月电费一千四想问怎么交
    2025-12..2026-02|坐:加班费多少/市:我去年十二月到今年二月的算了下七千六百
    -|坐:什么时候/市:上个月的算了不说了
    -|市:修完以后这个月的燃气费突然变成三百二十六肯定是多收了
  `,
}

test.each(
  Object.entries(families).flatMap(([family, table]) =>
    table
      .trim()
      .split('\n')
      .map((line) => line.trim().split('|'))
      .map(([expected = '', story = '']) => [family, expected, story] as const),
  ),
)('%s: %s of %s', (_, expected, story) => {
  expect(timeOf(story, wednesday)).toBe(expected)
})

test.each([
  ['2026-05-01..', '2026-05-03T14:37', '市:五一那几天每天都堵三个小时'],
  ['2026-05-01..', '2026-05-03T14:37', '市:五一那几天每天都堵/坐:是五月一号到三号吗/市:从一号一直堵到今天'],
  ['2026-05-01..2026-05-05', '2026-05-12T14:37', '市:五一那几天每天都堵三个小时'],
])('a holiday tells %s at %s of %s', (expected, startedAt, story) => {
  expect(timeOf(story, startedAt)).toBe(expected)
})
