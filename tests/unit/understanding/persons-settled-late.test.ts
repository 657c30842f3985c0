import { expect, test } from 'vitest'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { hearDialogue } from './small-pack.ts'

/** Numbers pointed at with misheard words, names refused or put right, and totals that are settled at the end. */
const dialogues: readonly (readonly [string, Readonly<Partial<Record<keyof TicketFields, unknown>>>])[] = [
  ['坐：电话留一个 / 市：就达这个吧', { contactPhone: '13911112222' }],
  ['坐：怎么联系您 / 市：打过来的就行', { contactPhone: '13911112222' }],
  ['坐：钱先生电话一三五零零零零一二三四 / 市：嗯', { contactPhone: '13500001234' }],
  ['坐：电话一三九一一一一二二二二 / 市：二二三 / 坐：好', { contactPhone: '13911112222' }],
  ['坐：您贵姓 / 市：不说了 / 坐：那留个电话 / 市：就这个来电名字算了', { anonymous: true }],
  ['坐：您贵姓 / 市：不讲了吧 / 坐：那电话呢 / 市：一三五零零零零一二三四 / 坐：好', { anonymous: true }],
  ['坐：您贵姓 / 市：不说了 / 坐：电话呢 / 市：我姓钱就打这个 / 坐：好的钱女士', { anonymous: undefined }],
  [
    '坐：您贵姓 / 市：钱打过来这个 / 坐：钱先生还是钱女士 / 市：女 / 坐：好的钱女士',
    { contactName: '钱女士', gender: '女' },
  ],
  ['坐：您怎么称呼 / 市：姓顾 / 坐：顾师傅男士吧 / 市：男的', { gender: '男' }],
  ['坐：您贵姓 / 市：姓汲取的汲 / 坐：汲先生', { contactName: '汲先生' }],
  ['坐：怎么称呼 / 市：家委会的罗收罗的罗罗敏仪 / 坐：罗女士', { contactName: '罗敏仪' }],
  [
    '坐：联系人 / 市：写我们财务周小姐周玉兰 / 坐：周玉兰电话 / 市：一三五零零零零一二三四',
    { contactName: '周玉兰', gender: '女' },
  ],
  [
    '市：老板欠工资 / 坐：欠了多少几个人 / 市：欠我五千三个同事每人欠三千 / 坐：一共一万四 / 市：算算对一万四',
    { amountYuan: 14000 },
  ],
  ['市：中介骗我上个月三千这个月又两千一共五千 / 坐：您要求退款 / 市：对', { amountYuan: 5000 }],
  ['市：老板拖欠工资 / 坐：多少人 / 市：六个吧我和五个工人', { people: 6 }],
  ['坐：您的诉求 / 市：上门修屋顶啊老人家八十七', { amountYuan: undefined }],
]

test.each(dialogues)('%s', (words, expected) => {
  const heard = hearDialogue(words)
  for (const [field, value] of Object.entries(expected))
    expect(heard[field as keyof TicketFields]?.value, field).toEqual(value)
})
