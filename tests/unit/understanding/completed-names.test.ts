import { expect, test } from 'vitest'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { hearDialogue } from './small-pack.ts'

const dialogues: readonly (readonly [string, Readonly<Partial<Record<keyof TicketFields, unknown>>>])[] = [
  [
    '坐：您怎么称呼 / 市：林就是双木那个林林慧芳 / 坐：智慧的慧吗 / 市：不是优惠的惠 / 坐：林惠芳林女士电话',
    { contactName: '林惠芳', gender: '女' },
  ],
  ['坐：您贵姓 / 市：张就是弓长张张建国 / 坐：张先生', { contactName: '张建国' }],
  ['坐：怎么称呼 / 市：陈啊耳东那个陈陈小东 / 坐：陈先生', { contactName: '陈小东' }],
  ['市：我是业委会的副主任我姓贝 / 坐：贝主任您全名 / 市：贝家明', { contactName: '贝家明' }],
  ['市：我是这里的楼长我姓苟 / 坐：您全名是 / 市：苟文强', { contactName: '苟文强' }],
  [
    '坐：怎么称呼您 / 市：姓余不对不是人未余是干钩的那个于 / 坐：干钩于于女士是吗 / 市：对的于小婷',
    { contactName: '于小婷', gender: '女' },
  ],
  ['坐：您贵姓 / 市：姓许言午许 / 坐：许先生 / 市：对许志强', { contactName: '许志强' }],
  ['坐：您贵姓 / 市：姓章立早章 / 坐：章女士对吧 / 市：是的章美玲 / 坐：好的', { contactName: '章美玲' }],
  [
    '坐：您怎么称呼 / 市：我姓钱 / 坐：钱阿姨吗 / 市：我是男的 / 坐：钱先生',
    { contactName: '钱先生', gender: '男' },
  ],
  ['坐：姓名 / 市：欧阳明月 / 坐：欧阳女士', { contactName: '欧阳明月' }],
  ['坐：名字怎么写 / 市：王是三横王文化的文军人的军 / 坐：王文军先生', { contactName: '王文军' }],
  ['坐：您的全名 / 市：李红红色的红 / 坐：李女士', { contactName: '李红' }],
  ['坐：全名方便说吗 / 市：冼志明志气的志明天的明 / 坐：好', { contactName: '冼志明' }],
  ['坐：贵姓 / 市：免贵姓覃西早覃 / 坐：覃先生', { contactName: '覃先生' }],
  ['坐：怎么称呼 / 市：你叫我小李吧 / 坐：小李先生电话', { contactName: '李先生' }],
  ['坐：您贵姓 / 市：我姓宁宁静的宁不是林 / 坐：宁女士', { contactName: '宁女士' }],
  [
    '坐：您贵姓 / 市：姓肖 / 坐：肖像的肖还是萧何的萧 / 市：草字头那个 / 坐：萧先生',
    { contactName: '萧先生' },
  ],
  [
    '坐：您贵姓 / 市：我老婆打的我帮她说她叫黄小丽联系人写她 / 坐：黄女士电话 / 市：一三五零零零零一二三四',
    { contactName: '黄小丽', gender: '女' },
  ],
  [
    '坐：您贵姓 / 市：我姓周但是你联系我儿子周志强他电话一三五零零零零一二三四 / 坐：好',
    { contactName: '周志强', gender: '男' },
  ],
  ['坐：联系人写谁 / 市：写我女儿吧姓林 / 坐：林小姐电话', { contactName: '林小姐', gender: '女' }],
  ['坐：请问您贵姓 / 市：我叫何子轩儿子的子轩辕的轩 / 坐：何先生', { contactName: '何子轩' }],
  ['坐：您的姓名 / 市：莫小兰小大的小兰花的兰 / 坐：莫女士', { contactName: '莫小兰' }],
  ['坐：先生贵姓 / 市：我是女的声音粗而已姓邓 / 坐：不好意思邓女士', { contactName: '邓女士', gender: '女' }],
  ['坐：怎么称呼您 / 市：就叫我老曾行了 / 坐：曾先生 / 市：嗯', { contactName: '曾先生' }],
  ['坐：怎么称呼 / 市：我公司的不方便说个人名字你写天成公司吧 / 坐：好的', { contactName: undefined }],
  ['坐：您叫什么名字 / 市：苏珊 / 坐：苏女士', { contactName: '苏珊' }],
  ['坐：您贵姓 / 市：卓越的卓 / 坐：卓先生', { contactName: '卓先生' }],
  ['坐：您贵姓 / 市：单人旁一个言午的那个许不是双人旁徐是言午许 / 坐：许女士', { contactName: '许女士' }],
  ['坐：怎么称呼 / 市：我姓区地区的区读欧 / 坐：区先生', { contactName: '区先生' }],
  [
    '坐：那个司机叫什么 / 市：工牌上写陈大文 / 坐：您贵姓 / 市：姓伍队伍的伍 / 坐：伍女士',
    { contactName: '伍女士' },
  ],
  [
    '坐：您贵姓 / 市：姓麦麦子的麦叫麦嘉怡嘉宾的嘉心旷神怡的怡 / 坐：麦小姐',
    { contactName: '麦嘉怡', gender: '女' },
  ],
  ['坐：您好请问怎么称呼 / 市：姓蔡蔡英文的蔡 / 坐：蔡女士', { contactName: '蔡女士' }],
  ['市：你好我叫罗大成我要投诉 / 坐：罗先生请说', { contactName: '罗大成' }],
  ['市：你好我是阳光小区业主姓季季节的季 / 坐：季女士', { contactName: '季女士' }],
  ['坐：您的名字 / 市：名字不重要吧姓郭 / 坐：郭先生', { contactName: '郭先生' }],
  ['坐：您贵姓 / 市：贵姓啊我姓连连续的连 / 坐：连先生', { contactName: '连先生' }],
  ['坐：称呼 / 市：徐晓燕 / 坐：徐小燕女士 / 市：破晓的晓 / 坐：徐晓燕', { contactName: '徐晓燕' }],
  ['坐：徐小姐是吧 / 市：不是姓许 / 坐：许小姐', { contactName: '许小姐' }],
  ['坐：是王先生吗 / 市：我姓黄草头黄 / 坐：黄先生 / 市：诶对', { contactName: '黄先生' }],
  ['坐：您姓什么 / 市：简单的简 / 坐：简小姐', { contactName: '简小姐' }],
  ['坐：贵姓呀 / 市：姓古古代的古单名一个峰山峰的峰 / 坐：古峰先生', { contactName: '古峰' }],
  ['坐：您的姓氏是 / 市：甘蔗的甘甘先生 / 坐：甘先生', { contactName: '甘先生' }],
]

test.each(dialogues)('a name: %s', (words, expected) => {
  const heard = hearDialogue(words)
  for (const [field, value] of Object.entries(expected))
    expect(heard[field as keyof TicketFields]?.value, field).toEqual(value)
})
