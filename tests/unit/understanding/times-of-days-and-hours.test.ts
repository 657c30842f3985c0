import { expect, test } from 'vitest'
import type { IncidentTime } from '#shared/domain/ticket-fields.ts'
import { createUnderstanding } from '#shared/domain/understanding/understand-call.ts'
import { smallPack, turnsOf } from './small-pack.ts'

const understanding = createUnderstanding(smallPack)
/** A Tuesday, in the afternoon. */
const startedAt = '2026-11-24T15:20:00'
const timeOf = (story: string): unknown => {
  const lines = story.split(' / ').map((line) => line.replace(/^市：/, '市民：').replace(/^坐：/, '坐席：'))
  return understanding.understand(turnsOf('市民：我要投诉', ...lines), { startedAt }).incidentTime?.value
}

type Story = readonly [story: string, time: IncidentTime | undefined]

test.each<Story>([
  [
    '市：培训班偷偷开课 / 坐：哪几天 / 市：七号同八号两日朝早八点半到十二点',
    { from: '2026-11-07', to: '2026-11-08' },
  ],
  ['市：河边钓鱼的打架 / 坐：哪几天 / 市：二十一二十二号两天', { from: '2026-11-21', to: '2026-11-22' }],
  [
    '市：商场停电 / 坐：哪几天 / 市：上个周末嘛 / 坐：十一月二十一和二十二日 / 市：嗯',
    { from: '2026-11-21', to: '2026-11-22' },
  ],
  ['市：十月十二十三号那两天学校都没供餐', { from: '2026-10-12', to: '2026-10-13' }],
  ['市：他们十八跟十九号两晚都放鞭炮', { from: '2026-11-18', to: '2026-11-19' }],
  // A house and a choice are no days.
  ['市：我住东湖路二十四二十五号 / 坐：好的', undefined],
  ['市：停车场乱收费 / 坐：哪天停的 / 市：九号 / 坐：几栋 / 市：二十一二十二号楼中间', '2026-11-09'],
])('days told with one 号 are one stretch: %s', (story, time) => {
  expect(timeOf(story)).toEqual(time)
})

test.each<Story>([
  ['市：医院太慢了昨天我去看病两点排到四点半', { from: '2026-11-23T14:00', to: '2026-11-23T16:30' }],
  [
    '市：前天下午两点我带老人去医院 / 坐：等到什么时候 / 市：五点多',
    { from: '2026-11-22T14:00', to: '2026-11-22T17:00' },
  ],
  ['市：楼上昨晚又开派对 / 坐：闹到几点 / 市：凌晨两点', '2026-11-23'],
  [
    '市：楼上昨晚十一点又开派对 / 坐：闹到几点 / 市：凌晨两点左右',
    { from: '2026-11-23T23:00', to: '2026-11-24T02:00' },
  ],
  [
    '市：黑车绕路 / 坐：几点 / 市：中午十二点上的车十二点半到',
    { from: '2026-11-24T12:00', to: '2026-11-24T12:30' },
  ],
  [
    '市：隔壁装修 / 坐：几点装的 / 市：今天早上六点就开始敲了敲到七点半',
    { from: '2026-11-24T06:00', to: '2026-11-24T07:30' },
  ],
  [
    '市：工头二十三号三十七度还叫他们干活 / 坐：哪个工地 / 市：村口十一月二十三号嘛一点一直搞到两点半 / 坐：下午一点到两点半同时干活的有多少人 / 市：七个',
    { from: '2026-11-23T13:00', to: '2026-11-23T14:30' },
  ],
  ['市：出租车拒载 / 坐：哪天的事 / 市：上周四嘛晚上 / 坐：几点 / 市：八点二十', '2026-11-19T20:20'],
  ['市：镜子碎了 / 坐：什么时候扎到的 / 市：昨天傍晚七点前六点五十吧', '2026-11-23T18:50'],
  ['市：水管裂了 / 坐：什么时候裂的 / 市：前天早上八点不到七点四十', { from: '2026-11-22T07:40' }],
  ['市：饭店不开票 / 坐：什么时候吃的 / 市：十一月十三号夜晚九点十几个人吃的', '2026-11-13T21:00'],
  ['市：车被砸 / 坐：几点发现的 / 市：早上八点十几分', '2026-11-24T08:10'],
  ['市：仓库漏水 / 坐：几点开始漏的 / 市：一点水就进来了', { from: '2026-11-24T13:00' }],
  // The hours of every day tell nothing of its beginning.
  [
    '市：电梯一到晚上就停 / 坐：从哪天开始 / 市：十一月五号 / 坐：晚上几点停 / 市：十一点到六点',
    { from: '2026-11-05' },
  ],
])('hours belong to the day that was told: %s', (story, time) => {
  expect(timeOf(story)).toEqual(time)
})

test.each<Story>([
  ['市：我要说公交司机的事 / 坐：什么时间 / 市：母亲节那天上午九点二十', '2026-05-10T09:20'],
  ['市：餐厅不退定金 / 坐：哪天吃的 / 市：父亲节', '2026-06-21'],
  ['市：宠物店卖病狗 / 坐：哪天买的 / 市：光棍节那天', '2026-11-11'],
  ['市：路牌错了 / 坐：什么时候发现的 / 市：国庆放假那天看到的', '2026-10-01'],
  ['市：景区宰客 / 坐：什么时候 / 市：国庆放假那几天', { from: '2026-10-01', to: '2026-10-07' }],
  ['市：超市卖过期货 / 坐：什么时候买的 / 市：金日十二点半下班去的', '2026-11-24T12:30'],
  ['市：大巴坏了 / 坐：几点停在那里的 / 市：九点半停到宜家', { from: '2026-11-24T09:30' }],
  [
    '市：物业上个礼拜贴出来要涨价 / 坐：从几月起涨 / 市：明年一月一号起',
    { from: '2026-11-16', to: '2026-11-22' },
  ],
  ['市：学校要涨价 / 坐：什么时候通知的 / 市：十一月二十号贴的通知十二月一号起涨', '2026-11-20'],
  ['市：房子十月十五号到期押金不给', '2026-10-15'],
])('days are known by other words: %s', (story, time) => {
  expect(timeOf(story)).toEqual(time)
})
