import { expect, test } from 'vitest'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { hearDialogue } from './small-pack.ts'

const number = '一三五零零零零一二三四'
type Expected = Readonly<Partial<Record<keyof TicketFields, unknown>>>

/** Whose number is taken is the contact, whatever they are to the caller; and what only looks like it. */
const contacts: readonly (readonly [string, Expected])[] = [
  // Relations of all kinds, named when the seat asks once more.
  [
    `坐：您贵姓 / 市：姓莫 / 坐：莫先生电话是来电吗 / 市：我这个手机要交公的打我干妈一三五零 / 坐：一三五零 / 市：零零零一二三四 / 坐：她怎么称呼 / 市：姓池池塘的池 / 坐：好`,
    { contactName: '池女士', gender: '女' },
  ],
  [
    `坐：贵姓 / 市：姓戴 / 坐：戴女士电话用来电吗 / 市：这是公用电话打我契爷的他姓劳勤劳的劳${number}`,
    { contactName: '劳先生', gender: '男' },
  ],
  [
    `坐：怎么称呼 / 市：姓向 / 坐：向女士电话 / 市：以后都联系我弟媳她叫甘露 / 坐：号码 / 市：${number}`,
    { contactName: '甘露', gender: '女' },
  ],
  [
    `坐：怎么称呼 / 市：我姓冼 / 坐：冼先生电话 / 市：你揾我大佬啦冼家强${number}`,
    { contactName: '冼家强', gender: '男' },
  ],
  [
    `坐：您贵姓 / 市：姓巩 / 坐：巩先生电话 / 市：打我孩子他妈的叫柳青${number}`,
    { contactName: '柳青', gender: '女' },
  ],
  // What everybody calls them, and what the seat asks of it.
  [
    `坐：您怎么称呼 / 市：免贵姓连 / 坐：连女士电话 / 市：你打我们楼组长${number} / 坐：楼组长贵姓 / 市：老欧欧阳的欧男的 / 坐：好的`,
    { contactName: '欧先生', gender: '男' },
  ],
  [
    `坐：您贵姓 / 市：姓武 / 坐：武先生电话呢 / 市：打我家保姆小方${number} / 坐：小方是女士吗 / 市：是的`,
    { contactName: '方女士', gender: '女' },
  ],
  [
    `坐：怎么称呼 / 市：姓全 / 坐：全先生联系电话 / 市：我白天睡觉你们打车队的调度黄师傅${number} / 坐：黄师傅是男士吗 / 市：对`,
    { contactName: '黄先生', gender: '男' },
  ],
  [
    `坐：怎么称呼 / 市：我姓翁 / 坐：翁女士电话 / 市：打业委会的小兰${number} / 坐：小兰姓什么 / 市：姓蒋叫蒋兰`,
    { contactName: '蒋兰' },
  ],
  [
    `坐：您贵姓 / 市：姓闵 / 坐：闵先生电话 / 市：这个快没电了打我工友${number}他叫小卓`,
    { contactName: '小卓', gender: undefined },
  ],
  // The name after the number, and then whom to call.
  [
    `坐：怎么称呼 / 市：姓孔 / 坐：孔女士电话 / 市：${number}这是我堂妹的她叫孔令芝打她 / 坐：好的`,
    { contactName: '孔令芝', gender: '女' },
  ],
  [
    `坐：怎么称呼 / 市：姓时 / 坐：时先生电话 / 市：我老婆那个号一三五零零零 / 坐：后面 / 市：零一二三四她姓应你打给她 / 坐：应女士对吗 / 市：对`,
    { contactName: '应女士', gender: '女' },
  ],
  [
    `坐：您贵姓 / 市：姓闫 / 坐：闫女士联系您还是他 / 市：他 / 坐：他姓什么 / 市：单姓单位那个单 / 坐：单先生电话 / 市：${number}`,
    { contactName: '单先生', gender: '男' },
  ],
  [`坐：您老乡叫什么 / 市：展大鹏展览的展 / 坐：电话 / 市：他的${number}`, { contactName: '展大鹏' }],
  // A full name, with the number that is theirs.
  [
    `坐：您贵姓 / 市：我姓蓝 / 坐：蓝先生留个电话 / 市：留我儿媳妇冯小娟的${number} / 坐：好的`,
    { contactName: '冯小娟', gender: '女' },
  ],
  [
    `坐：您贵姓 / 市：我姓雷不是我是帮人打的联系人写鲁大川 / 坐：鲁大川先生电话 / 市：${number}`,
    { contactName: '鲁大川', gender: '男' },
  ],
  // The caller all the same.
  [
    `坐：怎么称呼 / 市：姓侯 / 坐：侯女士电话 / 市：电话是我老公的${number}他姓段但名字写我的 / 坐：好的`,
    { contactName: '侯女士', gender: '女' },
  ],
  [
    `坐：您贵姓 / 市：姓管 / 坐：管女士电话 / 市：我老公的${number}他姓华 / 坐：华先生的号码对吗 / 市：对写我名字打他电话就行`,
    { contactName: '管女士', gender: '女' },
  ],
  [
    `市：我捡到个钱包 / 坐：失主叫什么 / 市：身份证写着包建国 / 坐：您贵姓 / 市：姓鲍 / 坐：鲍先生电话 / 市：打这个`,
    { contactName: '鲍先生', gender: '男' },
  ],
  [
    `坐：您贵姓 / 市：姓苗 / 坐：苗女士电话 / 市：${number}那个医生姓钟你们找他 / 坐：好的`,
    { contactName: '苗女士', gender: '女' },
  ],
  [
    `坐：您贵姓 / 市：姓顾 / 坐：顾女士电话 / 市：打我手机${number}别打我家保姆小方`,
    { contactName: '顾女士', gender: '女' },
  ],
  [
    `坐：您贵姓 / 市：我姓贺不是我妈姓贺我姓梅 / 坐：梅女士联系谁 / 市：联系我梅小雨嘛`,
    { contactName: '梅小雨', gender: '女' },
  ],
]

/** How the seat spoke to the caller is put right, and the name made whole. */
const putRight: readonly (readonly [string, Expected])[] = [
  [
    '坐：您怎么称呼 / 市：姓车 / 坐：车先生 / 市：女的 / 坐：抱歉电话 / 市：就这个',
    { contactName: '车女士', gender: '女' },
  ],
  [
    '坐：您怎么称呼 / 市：姓尚 / 坐：尚女士电话 / 市：我男的啦就这个号 / 坐：好',
    { contactName: '尚先生', gender: '男' },
  ],
  [
    '坐：您怎么称呼 / 市：姓古 / 坐：古先生吗 / 市：不是女生 / 坐：好 / 市：嗯',
    { contactName: '古女士', gender: '女' },
  ],
  [
    '坐：您怎么称呼 / 市：姓简 / 坐：简小姐 / 市：什么小姐我一个大老爷们 / 坐：抱歉电话 / 市：就这个',
    { contactName: '简先生', gender: '男' },
  ],
  [
    '坐：您怎么称呼 / 市：姓幸 / 坐：幸女士电话 / 市：我先生的号码打不通用这个',
    { contactName: '幸女士', gender: '女' },
  ],
  [
    '坐：您贵姓 / 市：姓丁 / 坐：丁先生 / 市：女的丁小曼 / 坐：好的丁女士',
    { contactName: '丁小曼', gender: '女' },
  ],
  ['坐：您贵姓 / 市：姓应答应的应 / 坐：姓应先生 / 市：对', { contactName: '应先生', gender: '男' }],
  ['坐：您贵姓 / 市：姓宫 / 坐：宫老先生电话 / 市：就这个', { contactName: '宫先生', gender: '男' }],
  ['坐：您贵姓 / 市：我姓老 / 坐：老先生电话 / 市：就这个', { contactName: '老先生', gender: '男' }],
  ['坐：您贵信 / 市：温女士', { contactName: '温女士', gender: '女' }],
]

/** No name is left, or the surname after all. */
const unnamed: readonly (readonly [string, Expected])[] = [
  [
    '坐：您贵姓 / 市：姓不能讲这个 / 坐：那匿名电话呢 / 市：这个',
    { contactName: undefined, anonymous: true },
  ],
  ['坐：您贵姓 / 市：就叫业主吧别写姓 / 坐：好不留姓名 / 市：嗯', { anonymous: true }],
  [
    '坐：您贵姓 / 市：我不说了吧 / 坐：好不会让他知道是您 / 市：嗯 / 坐：电话可以留吗 / 市：来电',
    { anonymous: true },
  ],
  [
    '坐：您贵姓 / 市：我姓牛名字就别写了怕店里找我 / 坐：牛先生保密处理电话 / 市：这个',
    { contactName: '牛先生', anonymous: undefined, confidential: true },
  ],
  [
    '坐：您可以选择匿名或者保密 / 市：那姓可以说姓阎 / 坐：阎先生电话 / 市：这个',
    { contactName: '阎先生', anonymous: undefined },
  ],
  ['坐：您的姓名 / 市：先别管名字快来人 / 坐：已转一一九电话用来电 / 市：对', { anonymous: undefined }],
  ['坐：就是不让他们知道您是谁对吗 / 市：嗯对', { confidential: true }],
  ['坐：电话 / 市：不要打他他不知道事打我来电', { confidential: undefined }],
]

test.each([...contacts, ...putRight, ...unnamed])('%s', (words, expected) => {
  const heard = hearDialogue(words)
  for (const [field, value] of Object.entries(expected))
    expect(heard[field as keyof TicketFields]?.value, field).toEqual(value)
})
