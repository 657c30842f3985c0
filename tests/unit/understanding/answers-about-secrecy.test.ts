import { expect, test } from 'vitest'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { hearDialogue } from './small-pack.ts'

const dialogues: readonly (readonly [string, Readonly<Partial<Record<keyof TicketFields, unknown>>>])[] = [
  ['坐：您不希望对方知道您的信息是吧 / 市：是的', { confidential: true }],
  ['坐：您不想让他们知道是您反映的对吗 / 市：对', { confidential: true }],
  ['坐：您是不希望公开身份是吗 / 市：不是公开没事', { confidential: undefined }],
  ['坐：需要保密吗 / 市：保密就不用了大家都知道', { confidential: undefined }],
  ['坐：要不要保密 / 市：保密嘛免了吧', { confidential: undefined }],
  ['市：我不向说我是谁可以吧 / 坐：可以匿名的', { anonymous: true }],
  ['市：我不想讲名字 / 坐：可以', { anonymous: true }],
  ['市：这个事不好给厂里知道 / 坐：好的会保密', { confidential: true }],
  ['市：不好让他晓得是我 / 坐：好', { confidential: true }],
  ['坐：需要保密吗 / 市：不用我实名反映的', { confidential: undefined, anonymous: undefined }],
  ['坐：实名还是匿名 / 市：实名', { anonymous: false }],
  ['市：我要匿名举报 / 坐：好 / 市：算了实名吧我不怕', { anonymous: false }],
  ['市：千万别让老板知道我打过电话 / 坐：好', { confidential: true }],
  ['市：你们不要把我供出来 / 坐：好', { confidential: true }],
  ['市：别到时候你们一查人家就知道是我 / 坐：放心', { confidential: true }],
  ['市：我还在那上班呢你懂的 / 坐：您的信息需要保密对吧 / 市：那是', { confidential: true }],
  ['坐：转办时要不要隐去您的信息 / 市：隐去隐去', { confidential: true }],
  ['坐：转办时您的姓名电话可以提供给物业吗 / 市：可以他们好联系我', { confidential: undefined }],
  ['市：上次投诉完物业就知道是我家了这次别再说了 / 坐：好的给您保密', { confidential: true }],
  ['坐：您放心举报信息都是保密的 / 市：好', { confidential: undefined }],
  ['坐：我们会对您的信息严格保密 / 市：那就好我就怕他们找我麻烦', { confidential: true }],
  ['市：他们说要签保密协议不然不给工资 / 坐：好', { confidential: undefined }],
  ['市：有人匿名在网上骂我 / 坐：好', { anonymous: undefined }],
  ['市：隔壁匿名投诉我装修 / 坐：请说', { anonymous: undefined }],
  ['坐：怎么称呼您 / 市：不留名了做好事而已', { anonymous: true }],
  ['坐：怎么称呼 / 市：就一个路过的市民 / 坐：好的不留姓名', { anonymous: true }],
  ['坐：贵姓 / 市：免了吧 / 坐：那按匿名登记', { anonymous: true }],
  [
    '坐：请问贵姓 / 市：姓就不说了吧 / 坐：好电话呢 / 市：就这个',
    { anonymous: true, contactPhone: '13911112222' },
  ],
  [
    '坐：贵姓 / 市：你先别问我姓什么快点派人来 / 坐：好派了您贵姓 / 市：姓刘',
    { anonymous: undefined, contactName: '刘' },
  ],
  ['市：我不怕他知道就是我投诉的 / 坐：好', { confidential: undefined }],
  ['市：让他知道又怎样 / 坐：好', { confidential: undefined }],
  ['市：不要告诉我这个归谁管你们就说管不管 / 坐：管', { confidential: undefined }],
  ['市：别告诉我又要等七天 / 坐：好', { confidential: undefined }],
  ['坐：您的情况需要保密处理吗 / 市：嗯最好是', { confidential: true }],
  ['坐：您需要保密吗 / 市：保密有什么用 / 坐：就是不告诉对方 / 市：那要', { confidential: true }],
  ['坐：是否保密 / 市：否', { confidential: undefined }],
  ['坐：回访时如果对方问起能说是您吗 / 市：不能不能', { confidential: true }],
  ['市：你们来的时候不要穿制服敲我家门邻居看见就知道了 / 坐：好的保密', { confidential: true }],
]

test.each(dialogues)('a wish: %s', (words, expected) => {
  const heard = hearDialogue(words)
  for (const [field, value] of Object.entries(expected))
    expect(heard[field as keyof TicketFields]?.value, field).toEqual(value)
})
