import { expect, test } from 'vitest'
import type { IncidentTime } from '#shared/domain/ticket-fields.ts'
import { createUnderstanding } from '#shared/domain/understanding/understand-call.ts'
import { smallPack, turnsOf } from './small-pack.ts'

const understanding = createUnderstanding(smallPack)
/** A Tuesday, in the evening. */
const startedAt = '2026-11-24T20:20:00'
const timeOf = (story: string): unknown => {
  const lines = story.split(' / ').map((line) => line.replace(/^市：/, '市民：').replace(/^坐：/, '坐席：'))
  return understanding.understand(turnsOf('市民：我要投诉', ...lines), { startedAt }).incidentTime?.value
}

test.each<readonly [string, IncidentTime | undefined]>([
  // The seat opens with the time it was just told, in better words, and nobody objects.
  [
    '坐：什么时候摔的 / 市：今早是点吧我在那个台阶上 / 坐：今天上午十点您摔在哪个台阶 / 市：门口那个',
    '2026-11-24T10:00',
  ],
  ['坐：哪天丢的 / 市：上个月二十几号来着二是一号 / 坐：十月二十一号当时报警了吗 / 市：没报', '2026-10-21'],
  [
    '坐：什么时候断的 / 市：十一月二号网断了 / 坐：十一月二号到现在没有恢复 / 市：打了三次电话都没人来',
    { from: '2026-11-02' },
  ],
  [
    '坐：您刚才看到的吗 / 市：不是上班的时候看到邻居说填的时候是十一月九号 / 坐：就是十一月九号填的您认识他吗 / 市：不认识',
    '2026-11-09',
  ],
  // A question that only looks like it.
  ['坐：几点撞的 / 市：早上七点四十 / 坐：七点四十还是八点四十 / 市：就第一个', '2026-11-24T07:40'],
  // The hours of a wish, or of every day, make no beginning finer.
  ['市：从上个月十八号开业就吵 / 坐：您希望怎么处理 / 市：十一点以后不要放歌', { from: '2026-10-18' }],
  [
    '坐：从什么时候开始的 / 市：十月八号开始 / 坐：一般几点到几点 / 市：晚上九点到凌晨一点',
    { from: '2026-10-08' },
  ],
  ['市：上个礼拜三开始天天这样 / 坐：您贵姓 / 市：姓陈下午三点以后打我', { from: '2026-11-18' }],
  ['坐：是什么时间段 / 市：凌晨两点以后一直到天亮上个月六号开始的', { from: '2026-10-06' }],
  // One of several that fell ill is no state.
  ['坐：症状从几点开始 / 市：下午六点十分左右第一个开始吐的', '2026-11-24T18:10'],
  ['坐：几时有人不舒服的 / 市：中午十二点左右吃的下午开始就有人拉肚子', '2026-11-24T12:00'],
  // What was so then is so still.
  ['坐：什么时候发现的 / 市：大前天早上就有了', { from: '2026-11-21' }],
  [
    '坐：电梯什么时候停的 / 市：上个星期五停的 / 坐：好的 / 市：什么时候能修好啊我妈下不了楼',
    { from: '2026-11-20' },
  ],
  ['坐：是从今天开始还是一直有 / 市：十月九号上班以后天天都有', { from: '2026-10-09' }],
  // Misheard hours and minutes.
  ['坐：几点的事 / 市：昨天下午三点办去交费他们就关门了', '2026-11-23T15:30'],
  ['坐：几点到的站 / 市：昨晚八点五时到的站门口就被人抢了包', '2026-11-23T20:50'],
  ['坐：几点发生的 / 市：昨天晚上时点一刻', '2026-11-23T22:15'],
  ['坐：哪个月开始的 / 市：今年武月份开始', { from: '2026-05' }],
  // Came and went.
  [
    '坐：几点进几点出 / 市：今天上午九点二十进的下午一点出的收了我八十',
    { from: '2026-11-24T09:20', to: '2026-11-24T13:00' },
  ],
  // A clock alone is the one that has only just been; the half of the day may follow.
  ['坐：从几点开始的 / 市：七点半就开始了现在还在放', { from: '2026-11-24T19:30' }],
  ['坐：几点开始的 / 市：八点多吧早上八点', { from: '2026-11-24T08:00' }],
  ['市：我八点钟下楼倒垃圾闻到好大的煤气味', '2026-11-24T20:00'],
  // The caller's own steps, spelt names, greetings and weekly days are no incident.
  ['市：昨天傍晚六点在他店里买的鱼少了两斤 / 坐：嗯 / 市：今天早上我去找他他不认', '2026-11-23T18:00'],
  ['坐：您贵姓 / 市：姓金今天的今字去掉不是就是黄金的金', undefined],
  ['市：你们周一能不能开门每周一都闭馆我们周一没地方去', undefined],
  ['市：元旦快到了我想反映一下楼道堆满了纸箱', undefined],
  ['市：今天还有没有车到从化', undefined],
  // As the caller wants it to stand.
  ['坐：什么时候坏的 / 市：上个月六号左右吧 / 坐：十月六号 / 市：记不清了你就写十月吧', { from: '2026-10' }],
  // The thing that was asked for.
  ['坐：店关门是哪一天 / 市：办卡是八月三号店是上个礼拜四关门的', '2026-11-19'],
])('%s', (call, time) => {
  expect(timeOf(call)).toEqual(time)
})
