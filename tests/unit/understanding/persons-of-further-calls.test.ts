import { expect, test } from 'vitest'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { hearDialogue } from './small-pack.ts'

const dialogues: readonly (readonly [string, Readonly<Partial<Record<keyof TicketFields, unknown>>>])[] = [
  [
    '坐：您好 / 市：我是酒店前台的我们客人投诉隔壁工地吵 / 坐：怎么联系您 / 市：打酒店总机零二零八三三三四四四四转八零零一',
    { contactPhone: '02083334444' },
  ],
  ['坐：电话 / 市：妖三五零零零零妖二三四 / 坐：好', { contactPhone: '13500001234' }],
  ['坐：电话 / 市：一三五洞洞洞洞幺两三四', { contactPhone: '13500001234' }],
  [
    '坐：电话报一下 / 市：一三五零零 / 坐：一三五零零 / 市：零零一 / 坐：零零一 / 市：二三四 / 坐：一三五零零零零一二三四 / 市：没错',
    { contactPhone: '13500001234' },
  ],
  [
    '坐：电话报一下 / 市：一三五零零不对一三六零零 / 坐：一三六零零 / 市：零零一二三四',
    { contactPhone: '13600001234' },
  ],
  ['坐：这个号码能联系上您吗 / 市：能 / 坐：好', { contactPhone: '13911112222' }],
  [
    '坐：回复打哪个电话 / 市：打我老婆那个吧她有空 / 坐：多少 / 市：一三五零零零零一二三四她姓何 / 坐：何女士',
    { contactPhone: '13500001234', contactName: '何女士', gender: '女' },
  ],
  ['市：我手机一三五零零零零一二三四收到诈骗短信 / 坐：好', { contactPhone: '13500001234' }],
  [
    '坐：电话是一三五零零零零一二三四吗 / 市：那个不用了记一三六一一一一二二二二 / 坐：好',
    { contactPhone: '13611112222' },
  ],
  ['坐：您这个号码后四位二二二二对吧 / 市：对的', { contactPhone: '13911112222' }],
  ['坐：您的来电是一三九一一一一二二二二回访打这个可以吗 / 市：可以', { contactPhone: '13911112222' }],
  ['坐：您可以打一二三四八法律援助热线 / 市：一二三四八是吧好 / 坐：嗯', { contactPhone: undefined }],
  [
    '坐：您打一二三三三问一下 / 市：一二三三三我记了 / 坐：还有其他需要吗 / 市：没有',
    { contactPhone: undefined },
  ],
  [
    '市：退役军人事务局电话能不能给我 / 坐：八三一二三四五六 / 市：好谢谢 / 坐：您方便留个电话吗 / 市：就这个',
    { contactPhone: '13911112222' },
  ],
  [
    '市：我打了他们电话四零零八二三八二三没人接 / 坐：您的电话 / 市：一三五零零零零一二三四',
    { contactPhone: '13500001234' },
  ],
  ['坐：还有补充吗 / 市：我再留一个吧一三六一一一一二二二二 / 坐：好的', { contactPhone: '13611112222' }],
  ['坐：怎么称呼 / 市：免贵姓晏就是晏子使楚那个晏 / 坐：晏先生', { contactName: '晏先生' }],
  [
    '坐：怎么称呼 / 市：姓仝人字下面一个工 / 坐：童女士 / 市：不是童是仝 / 坐：仝女士',
    { contactName: '仝女士' },
  ],
  ['坐：请问先生怎么称呼 / 市：敝姓邱丘字旁边一个耳朵 / 坐：邱先生', { contactName: '邱先生', gender: '男' }],
  ['坐：大姐贵姓 / 市：姓孔孔子的孔 / 坐：孔大姐', { contactName: '孔女士', gender: '女' }],
  [
    '坐：您贵姓 / 市：姓胡古月胡叫胡建华 / 坐：胡先生 / 市：我是女的 / 坐：抱歉胡女士',
    { contactName: '胡建华', gender: '女' },
  ],
  [
    '市：我帮我外婆打的她姓尹今年八十二 / 坐：您贵姓 / 市：我姓文 / 坐：文先生',
    { contactName: '文先生', gender: '男' },
  ],
  ['坐：您贵姓 / 市：免贵姓田我叫田野田地的田野外的野 / 坐：田先生', { contactName: '田野' }],
  ['坐：联系人写您吗 / 市：写我爱人吧她叫程晓梅 / 坐：程女士', { contactName: '程晓梅', gender: '女' }],
  ['坐：您叫 / 市：周美 / 坐：周梅女士 / 市：美丽的美 / 坐：周美女士', { contactName: '周美' }],
  ['坐：请问全名 / 市：黎伟强黎明的黎伟大的伟强大的强 / 坐：黎先生', { contactName: '黎伟强', gender: '男' }],
  [
    '市：我要感谢社区的王主任 / 坐：您贵姓 / 市：我姓李 / 坐：李阿姨',
    { contactName: '李女士', gender: '女' },
  ],
  ['坐：您是车主本人吗 / 市：是我姓康 / 坐：康先生', { contactName: '康先生' }],
  [
    '市：我的定金五千车行不退 / 坐：合同签了吗 / 市：签了定金合同五千元 / 坐：要求退五千元 / 市：是',
    { amountYuan: 5000 },
  ],
  [
    '市：工程款还有八十六万没付农民工工资三十二万也没付 / 坐：您反映哪笔 / 市：先说工资三十二万',
    { amountYuan: 320000 },
  ],
  ['市：上个月水费两百三这个月五百四十多 / 坐：具体是多少 / 市：五百四十六块七', { amountYuan: 546.7 }],
  ['市：停车一晚上收三百二牌子写着封顶六十 / 坐：要求 / 市：多收的二百六退给我', { amountYuan: 260 }],
  ['市：罚单一百五扣三分 / 坐：您不服 / 市：对', { amountYuan: 150 }],
  ['市：我们十六个保洁员被辞退补偿没给 / 坐：十六位 / 市：对十六', { people: 16 }],
  ['市：一车四十五个人堵在高速 / 坐：好', { people: 45 }],
  ['坐：多少人没领到钱 / 市：除了他俩都没领一共二十一', { people: 21 }],
  ['坐：需要对被举报人保密您的身份吗 / 市：一定要', { confidential: true }],
  ['坐：那您的个人信息我们会保密的 / 市：嗯嗯主要是怕他报复', { confidential: true }],
  ['市：不要写我名字写我们小区业主就行 / 坐：好', { anonymous: true }],
  ['市：我不留姓名电话你们查就是了 / 坐：好的', { anonymous: true, contactPhone: undefined }],
]

test.each(dialogues)('who called, for whom and how much: %s', (words, expected) => {
  const heard = hearDialogue(words)
  for (const [field, value] of Object.entries(expected))
    expect(heard[field as keyof TicketFields]?.value, field).toEqual(value)
})
