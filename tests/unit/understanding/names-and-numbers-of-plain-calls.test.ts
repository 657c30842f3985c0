import { expect, test } from 'vitest'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { hearDialogue } from './small-pack.ts'

const dialogues: readonly (readonly [string, Readonly<Partial<Record<keyof TicketFields, unknown>>>])[] = [
  // Forms of address.
  [
    '坐：您贵姓 / 市：姓巢鸟巢的巢 / 坐：巢叔电话留这个吗 / 市：是啊',
    { contactName: '巢先生', gender: '男', contactPhone: '13911112222' },
  ],
  ['坐：您贵姓 / 市：姓卓卓越的卓 / 坐：卓姨您别急 / 市：好', { contactName: '卓女士', gender: '女' }],
  [
    '坐：您怎么称呼 / 市：姓麻芝麻的麻 / 坐：麻先生吗 / 市：我女 / 坐：不好意思',
    { contactName: '麻女士', gender: '女' },
  ],
  ['坐：您贵姓 / 市：姓那那英的那那先生 / 坐：那先生联系电话', { contactName: '那先生', gender: '男' }],
  [
    '坐：您贵姓 / 市：我姓斗左边一个金字旁 / 坐：金字旁的钭钭先生对吗 / 市：对',
    { contactName: '钭先生', gender: '男' },
  ],
  // Full names, and what follows them.
  ['坐：您叫什么名字 / 市：邬大勇屋是乌加右耳旁 / 坐：邬先生联系电话', { contactName: '邬大勇' }],
  [
    '坐：您怎么称呼 / 市：我叫车敏 / 坐：车女士联系电话 / 市：打我弟弟陈伟的吧 / 坐：电话多少 / 市：一三三零零零零一一一一 / 坐：陈先生',
    { contactName: '陈伟', contactPhone: '13300001111' },
  ],
  ['坐：您贵姓 / 市：姓颛孙复姓的颛孙 / 坐：颛孙先生电话', { contactName: '颛孙先生', gender: '男' }],
  // The number in hand.
  [
    '坐：姓名 / 市：我姓罗罗小姐就打这个啦 / 坐：好的罗小姐',
    { contactName: '罗小姐', contactPhone: '13911112222' },
  ],
  [
    '坐：怎么称呼 / 市：姓容联系就打这个座机八点半到五点半有人听 / 坐：好容先生',
    { contactName: '容先生', contactPhone: '13911112222' },
  ],
  ['坐：电话 / 市：我这是座机就打这里吧 / 坐：好的', { contactPhone: '13911112222' }],
  ['坐：您贵姓 / 市：姓利快点 / 坐：利女士保持这个电话畅通 / 市：好好好', { contactPhone: '13911112222' }],
  // A number that was told, and then words like those for the one in hand.
  [
    '坐：电话呢 / 市：幺三三零零零零一一一一这个是我微信绑的号打这个就成 / 坐：一三三零零零零一一一一 / 市：对的',
    { contactPhone: '13300001111' },
  ],
  [
    '坐：电话呢 / 市：幺三三零零零零一一一一是我的老号了新的是一三七零零零零二二二二 / 坐：好的',
    { contactPhone: '13700002222' },
  ],
  [
    '坐：电话 / 市：一三三零零零零一二三四 / 坐：一三三零零零零一二三四 / 市：不是不是我讲错了后面是二四三 / 坐：尾数二四三更正了 / 市：店里那个写的是我以前的号一三八零零零零三三三三那个停机了你们别打 / 坐：好的',
    { contactPhone: '13300001243' },
  ],
  [
    '坐：称呼电话 / 市：不要写我名字也不要留电话我怕查到 / 坐：不留电话没法给您回复 / 市：没关系我会再打来查 / 坐：好',
    { contactPhone: undefined },
  ],
]

test.for(dialogues)('%s', ([call, wanted]) => {
  const heard = hearDialogue(call)
  for (const [field, value] of Object.entries(wanted))
    expect(heard[field as keyof TicketFields]?.value, field).toEqual(value)
})
