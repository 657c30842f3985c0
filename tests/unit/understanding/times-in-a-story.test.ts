import { expect, test } from 'vitest'
import { createUnderstanding } from '#shared/domain/understanding/understand-call.ts'
import { smallPack, turnsOf } from './small-pack.ts'

const understanding = createUnderstanding(smallPack)
/** A Tuesday, early in the afternoon. */
const startedAt = '2026-11-24T14:10:00'
const timeOf = (story: string, at = startedAt): unknown => {
  const lines = story.split(' / ').map((line) => line.replace(/^市：/, '市民：').replace(/^坐：/, '坐席：'))
  return understanding.understand(turnsOf('市民：我要投诉', ...lines), { startedAt: at }).incidentTime?.value
}

test.each([
  ['2026-11-24T20:45:00', '2026-11-24T20:30'],
  ['2026-11-24T10:20:00', '2026-11-24T08:30'],
  ['2026-11-24T23:50:00', '2026-11-24T08:30'],
])('in a call at %s half past eight is %s', (at, time) => {
  expect(timeOf('坐：什么时候爆的 / 市：八点半左右砰的一声', at)).toBe(time)
})

test.each<[string, unknown]>([
  ['市：没煤气了 / 坐：什么时候停的 / 市：中午煮饭还好好的一点半一开就没了', { from: '2026-11-24T13:30' }],
  // Words of time as a recogniser writes them.
  ['市：今天找上六点就停水了', { from: '2026-11-24T06:00' }],
  ['坐：神么时侯开史的 / 市：作天晚尚九电半', { from: '2026-11-23T21:30' }],
  ['坐：什么时候 / 市：十越五好下午三典', '2026-10-05T15:00'],
  ['坐：什么时候的事 / 市：上各礼拜三道礼拜五', { from: '2026-11-18', to: '2026-11-20' }],
  [
    '市：没电了 / 坐：什么时候停的 / 市：六点四十左右听的 / 坐：是今天早上六点四十 / 市：对',
    { from: '2026-11-24T06:40' },
  ],
  ['市：三点帮我把东西卸了 / 坐：哪天 / 市：昨天', '2026-11-23'],
  // What somebody did before anything went wrong, and what came of it.
  ['市：我上个月八号交的钱前天他们就关门跑了', '2026-11-22'],
  ['市：九月六号下的单十月二十五号收到的货是坏的', '2026-10-25'],
  ['坐：什么时候发现的 / 市：一号送去修的六号拿回来就发现了', '2026-11-06'],
  ['市：机器压到手是十月十二号那天 / 坐：有合同吗 / 市：没有从六月份开始做的', '2026-10-12'],
  ['市：上个月才充了两百今早八点煮粥就没有气了', { from: '2026-11-24T08:00' }],
  // Times of something else.
  ['市：医保卡有效期到十二月三十一号现在能换吗', undefined],
  ['市：我三月份生日想问老人卡', undefined],
  ['市：你们上个月十五号答复我说整改了还在排烟', undefined],
  ['市：叫他们晚上八点前给我回个话', undefined],
  ['市：说好十一月十六号上班到今天都没有上 / 坐：哪天交的钱 / 市：十一月十号', '2026-11-10'],
  ['市：昨晚下雨水还没退电线掉下来了 / 坐：什么时候掉的 / 市：今早六点多', '2026-11-24T06:00'],
  ['坐：昨晚几点 / 市：昨天晚上十一点半保安打我电话', '2026-11-23T23:30'],
  ['市：元旦过后一月三号开始搭的', { from: '2026-01-03' }],
  ['市：我这张十二月卡他不让用昨天去的', '2026-11-23'],
  // A clock without a date.
  ['市：外墙掉砖早上七点半砸到我的车', '2026-11-24T07:30'],
  ['市：平时也吵今天早上特别早五点半开始的', { from: '2026-11-24T05:30' }],
  ['市：建议早上六点半就开门晚上十点关', undefined],
  ['坐：什么时候看到的 / 市：刚才路过大概一点五十', '2026-11-24T13:50'],
  ['市：六月三号开始天天打电话有时候夜里十一点都打', { from: '2026-06-03' }],
  // What goes on still, and what is over.
  ['坐：什么时候停的 / 市：昨天晚上七点半货都扫不了 / 坐：好的 / 市：快点来电', { from: '2026-11-23T19:30' }],
  ['坐：什么时候坏的 / 市：上个礼拜二', { from: '2026-11-17' }],
  ['坐：几点坏的 / 市：大概半个小时前', '2026-11-24T13:40'],
  ['坐：多久了 / 市：早上八点我就听到了', '2026-11-24T08:00'],
  ['市：去年十二月就开始搭了今年三月盖完的', { from: '2025-12', to: '2026-03' }],
  ['坐：拖欠的是哪几个月 / 市：八月九月十月', { from: '2026-08', to: '2026-10' }],
  // What the seat takes down, and asks once more.
  ['市：从上个月初三号开始 / 坐：十月三号开始没有护栏 / 市：对', { from: '2026-10-03' }],
  ['市：从国庆后 / 坐：具体 / 市：十月八号复工那天', { from: '2026-10-08' }],
  ['坐：什么时候 / 市：十四号星期六', '2026-11-14'],
  ['坐：麻烦说一下事发时间 / 市：十一点二十', '2026-11-24T11:20'],
  ['市：东路那个市场旁边九号 / 坐：是东路几号 / 市：九号', undefined],
])('%s', (story, expected) => {
  expect(timeOf(story)).toEqual(expected)
})
