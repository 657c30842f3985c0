import { expect, test } from 'vitest'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { hearDialogue } from './small-pack.ts'

const dialogues: readonly (readonly [string, Readonly<Partial<Record<keyof TicketFields, unknown>>>])[] = [
  // What the seat makes of it.
  [
    '坐：交了多少钱 / 市：六千四百八分十期每期还六百多 / 坐：六千四百八十元是什么时候的事 / 市：上个月 / 坐：好',
    { amountYuan: 6480 },
  ],
  [
    '市：打表是五十他要了我九十 / 坐：多收了您四十元对吗 / 市：九十减五十嘛四十对对 / 坐：好',
    { amountYuan: 40 },
  ],
  [
    '坐：一共收了多少 / 市：两次三百加一百八再加七十八百五 / 坐：总共八百五十元什么时候收的 / 市：上学期 / 坐：好',
    { amountYuan: 850 },
  ],
  ['坐：您要求退多少 / 市：按六块算退我十九 / 坐：退十九元对吗 / 市：对', { amountYuan: 19 }],
  // What is no sum.
  ['坐：门牌号多少 / 市：我看下啊三百一十二 / 坐：三百一十二号是吗 / 市：对', { amountYuan: undefined }],
  ['坐：新港中路五百六十几号 / 市：对五百六十八', { amountYuan: undefined }],
  ['市：墙上砖头掉了三块 / 坐：好', { amountYuan: undefined }],
  ['市：桶装水花了几十块 / 坐：好', { amountYuan: undefined }],
  ['市：我搭的是两百三十是路在车上摔了 / 坐：好', { amountYuan: undefined }],
  ['市：退我运费十块一共五百二十 / 坐：一共五百二十对吗 / 市：对', { amountYuan: 520 }],
  ['市：没欠费我上个月才充了三百 / 坐：好', { amountYuan: undefined }],
  ['市：今年都交了两千多了 / 坐：好', { amountYuan: undefined }],
  ['市：我已经交了五千定金他不退 / 坐：好', { amountYuan: 5000 }],
  ['市：苹果九十八块一箱烂了一半 / 坐：好', { amountYuan: 98 }],
  ['坐：花了多少钱 / 市：三十六块五小票还在', { amountYuan: 36.5 }],
  // Which of several is at issue.
  ['市：车值四千 / 坐：要求赔四千吗 / 市：赔一半也行两千 / 坐：那就写两千元 / 市：对', { amountYuan: 2000 }],
  ['坐：就是要求赔医药费九百八十并且退餐费二百二对吗 / 市：是啊加起来一千二', { amountYuan: 1200 }],
  ['市：说好四百结果给了两百五 / 坐：少给了一百五 / 市：嗯少给一百五', { amountYuan: 150 }],
  ['市：我交了一万二大家统计是五万四 / 坐：好', { amountYuan: 54000 }],
  ['市：阿姨滑倒我赔了五百也要他们出 / 坐：好', { amountYuan: 500 }],
  ['坐：要求三万七全额支付五千不扣 / 市：对', { amountYuan: 37000 }],
  ['市：床垫六千八退不了 / 坐：好', { amountYuan: 6800 }],
  // Who is counted.
  ['坐：一共多少人 / 市：我数了一下有二十七个去了厕所有三个在发烧', { people: 27 }],
  ['坐：几个人不舒服 / 市：现在十一个人不舒服四个去医院了', { people: 11 }],
  ['坐：一共多少人 / 市：六个啊哦小许没办五个 / 坐：好的五个人 / 市：对', { people: 5 }],
  ['市：来三个人把灯箱拆了 / 坐：好', { people: undefined }],
  ['市：我交了两个小孩的学费 / 坐：好', { people: undefined }],
  ['市：楼下八个小伙子放烟花 / 坐：好', { people: 8 }],
  ['市：小班十一个孩子发烧 / 坐：全班多少人 / 市：二十六个', { people: 11 }],
  ['坐：具体多少 / 市：四百三十六块五', { people: undefined, amountYuan: 436.5 }],
]

test.each(dialogues)('%s', (words, expected) => {
  const heard = hearDialogue(words)
  for (const [field, value] of Object.entries(expected))
    expect(heard[field as keyof TicketFields]?.value, field).toEqual(value)
})
