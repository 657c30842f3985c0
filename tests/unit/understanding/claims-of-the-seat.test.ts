import { expect, test } from 'vitest'
import { hearWish } from './small-pack.ts'

/** Words that the demand must hold (and, after a stroke, must not), and the turns: 民 the caller, 坐 the seat. */
const calls: readonly (readonly [readonly string[], readonly string[], string])[] = [
  // What the seat says the caller wants stands where the answer is neither yes nor no.
  [
    ['恢复', '供电'],
    [],
    '民：停电了整个楼都黑的|坐：您希望尽快恢复供电是吧|民：冰箱里东西都化了|坐：您贵姓|民：姓何',
  ],
  [
    ['退还', '学费'],
    [],
    '民：书法班关门了|坐：您的素求是退还学费吗|民：一万二我起码要回八千吧|坐：您贵姓|民：姓何',
  ],
  [
    ['限期清理', '搬走'],
    [],
    '民：楼道里全是垃圾|坐：您主张物业限期清理|民：这个礼拜之内把垃圾搬走|坐：您贵姓',
  ],
  [['抽水'], [], '民：地库都泡了|坐：希望排水公司来抽水|民：对快点抽|坐：您贵姓|民：姓何'],
  [
    ['增设座椅'],
    [],
    '民：公交站没地方坐我提个建议|坐：您希望增设座椅|民：老人多嘛站着累|坐：您贵姓|民：姓何',
  ],
  [['协调'], [], '民：门前的灯杆挡住出口了|坐：您是请求街道协调|民：行啊协调挪开就好|坐：您贵姓|民：姓何'],
  // The caller's own words for it go with the seat's, or take their place.
  [
    ['重新安装', '换个师傅'],
    [],
    '民：空调装了两次都漏水|坐：您是想要求商家重新安装|民：重装可以但得换个师傅',
  ],
  [['剩下的四百'], ['退费'], '民：美容店骗我办卡|坐：您要求退费|民：不是退费是把剩下的四百退回来|坐：您贵姓'],
  [
    ['退还定金', '三千'],
    ['两千'],
    '民：订金不给退|坐：诉求是退还定金三千|民：退三千退两千我也认|坐：您贵姓|民：姓何',
  ],
  // A question that leaves a choice.
  [
    ['道歉', '三百'],
    [],
    '民：洗衣店把我羽绒服洗坏了|坐：要求赔偿还是道歉|民：道歉加赔三百|坐：怎么称呼|民：余女士',
  ],
  [
    ['喇叭', '禁止摆'],
    [],
    '民：水果摊喇叭吵|坐：您想怎么解决|民：叫他把喇叭关了要么禁止摆|坐：您贵姓|民：姓何',
  ],
  // What the seat offers to have done, and the caller accepts.
  [['上门检查'], [], '民：家里的灶有臭鸡蛋味|坐：我请燃气公司上门检查好吗|民：好呀好呀|坐：您贵姓|民：姓何'],
  // How praise is to be passed on.
  [
    ['表扬', '师傅', '转'],
    [],
    '民：我要多谢三路公交的李师傅|坐：您希望我们转达表扬|民：对麻烦转达|坐：您贵姓',
  ],
  // A wish of the hotline's own is none of the caller's.
  [[], ['谅解'], '民：我要投诉前面那家店卖坏肉|坐：希望您能谅解|民：我不管|坐：您贵姓|民：姓何'],
]

test.each(calls)('%j, not %j: %s', (words, others, turns) => {
  const lines = turns.split('|').map((turn) => turn.replace(/^民：/, '市民：').replace(/^坐：/, '坐席：'))
  const demand = hearWish(...lines)?.value ?? ''
  expect(words.filter((word) => !demand.includes(word))).toEqual([])
  expect(others.filter((word) => demand.includes(word))).toEqual([])
})
