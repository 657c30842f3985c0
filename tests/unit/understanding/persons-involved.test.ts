import { expect, test } from 'vitest'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { hearDialogue } from './small-pack.ts'

const dialogues: readonly (readonly [string, Readonly<Partial<Record<keyof TicketFields, unknown>>>])[] = [
  ['坐：有几个人受伤 / 市：五个', { people: 5 }],
  ['坐：有多少工人没拿到工资 / 市：连我二十三个', { people: 23 }],
  ['市：我们班四十个学生都拉肚子了 / 坐：四十个学生 / 市：对', { people: 40 }],
  ['市：电梯里困了三个人 / 坐：三个人 / 市：对一个老人两个小孩', { people: 3 }],
  ['市：我和我爸妈三个人被困在电梯里 / 坐：好的', { people: 3 }],
  ['坐：几个人被困 / 市：就我和我女儿两个', { people: 2 }],
  ['市：一个保安管三栋楼 / 坐：好的', { people: undefined }],
  ['市：来了两个人看了一下就走了 / 坐：好的', { people: undefined }],
  ['市：我打了三次电话没有一个人理我 / 坐：好的', { people: undefined }],
  ['市：前面排了二十几个人才到我 / 坐：好的', { people: undefined }],
  ['坐：多少人一起投诉 / 市：八户八个业主 / 坐：好的', { people: 8 }],
  ['坐：涉及多少人 / 市：十五个差不多 / 坐：十五人 / 市：嗯', { people: 15 }],
  ['坐：涉及多少人 / 市：十几个吧数不清 / 坐：好的', { people: undefined }],
  ['坐：几个人吃坏肚子 / 市：我们一桌八个人有六个拉肚子', { people: 6 }],
  ['坐：欠薪的有多少人 / 市：一百二十号人 / 坐：一百二十人 / 市：对', { people: 120 }],
  ['坐：多少个家长 / 市：二十八不对三十个 / 坐：三十个 / 市：对', { people: 30 }],
  ['市：我儿子八岁跟他三个同学在楼下玩掉了个砖头下来 / 坐：有没有人受伤 / 市：没有', { people: undefined }],
  ['坐：家里几口人 / 市：四口人停水没法做饭 / 坐：好的', { people: 4 }],
  ['市：司机一个人开车打电话 / 坐：好', { people: undefined }],
  ['坐：你们一共多少人 / 市：十个加上我十一个 / 坐：十一个人好的 / 市：对', { people: 11 }],
  ['市：我们七个姐妹的工资都没发 / 坐：七个人 / 市：对', { people: 7 }],
  ['市：两个小孩掉河里了 / 坐：马上 / 市：快点', { people: 2 }],
  ['市：他带了五六个人来打我 / 坐：好', { people: undefined }],
  ['坐：多少人中毒 / 市：连老师九个 / 坐：九个人 / 市：对', { people: 9 }],
  ['坐：欠薪多少人 / 市：我们班组十六个 / 坐：好的', { people: 16 }],
  ['市：三个保安打我一个 / 坐：好', { people: undefined }],
  ['坐：有多少个同学呕吐 / 市：全班三十五个都吐了 / 坐：三十五人是吗 / 市：是', { people: 35 }],
  ['市：一家四口住这里十年了楼上漏水 / 坐：好', { people: undefined }],
  ['市：电梯困住了我们四个人快来 / 坐：四个人是吧 / 市：是', { people: 4 }],
  ['市：我们五十个业主联名投诉物业 / 坐：五十位业主 / 市：对', { people: 50 }],
  ['市：我排了半天前面三个人插队 / 坐：好', { people: undefined }],
  ['坐：伤了几个人 / 市：两个 / 坐：好', { people: 2 }],
  ['坐：屋里有几个人 / 市：三个我老婆我和孩子', { people: 3 }],
  ['市：有个老人七十多岁摔倒了旁边围了十几个人 / 坐：好', { people: undefined }],
  ['坐：一共多少位工友 / 市：十八位名单我有 / 坐：好', { people: 18 }],
  ['市：我跟老伴两个人住 / 坐：好', { people: undefined }],
  ['市：六个工人被埋了 / 坐：六个人 / 市：对六个', { people: 6 }],
  ['市：我们这一层十二户十二个人签了名 / 坐：好', { people: 12 }],
]

test.each(dialogues)('persons: %s', (words, expected) => {
  const heard = hearDialogue(words)
  for (const [field, value] of Object.entries(expected))
    expect(heard[field as keyof TicketFields]?.value, field).toEqual(value)
})
