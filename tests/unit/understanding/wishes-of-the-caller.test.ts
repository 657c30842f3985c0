import { expect, test } from 'vitest'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { hearDialogue } from './small-pack.ts'

const dialogues: readonly (readonly [string, Readonly<Partial<Record<keyof TicketFields, unknown>>>])[] = [
  [
    '坐：您贵姓 / 市：姓王你们可不能说是我打的电话啊 / 坐：好的',
    { confidential: true, anonymous: undefined },
  ],
  ['市：我怕他们知道是谁举报的会报复 / 坐：我们会保密的', { confidential: true }],
  ['坐：需要对您的个人信息保密吗 / 市：那肯定的呀', { confidential: true }],
  ['坐：您看您的信息要不要保密 / 市：最好别让他们知道', { confidential: true }],
  ['坐：您看您的信息要不要保密 / 市：无所谓光明正大', { confidential: undefined }],
  ['坐：请问需要保密吗 / 市：不用保密我不怕他', { confidential: undefined }],
  ['坐：请问需要保密吗 / 市：没必要吧', { confidential: undefined }],
  ['坐：您的信息可以公开给物业吗 / 市：可以啊没关系', { confidential: undefined }],
  ['坐：您的信息可以告诉被投诉方吗 / 市：不行不行', { confidential: true }],
  ['坐：是否需要为您保密 / 市：是', { confidential: true }],
  ['市：我就住他楼上别跟他讲是我反映的 / 坐：明白', { confidential: true }],
  ['市：麻烦帮我保个密 / 坐：好', { confidential: true }],
  ['市：我的电话号码不要给到他们公司 / 坐：明白', { confidential: true }],
  ['市：你们去检查的时候就说是例行检查 / 坐：明白', { confidential: true }],
  ['市：千祈唔好俾老细知道系我讲嘅 / 坐：明白', { confidential: true }],
  [
    '坐：我们会对您的信息保密请问您贵姓 / 市：姓王 / 坐：王先生',
    { confidential: undefined, anonymous: undefined },
  ],
  [
    '市：公司的合同里有保密协议他们不给我发工资 / 坐：好的',
    { confidential: undefined, anonymous: undefined },
  ],
  ['市：他们不公开物业费的账目 / 坐：好的', { confidential: undefined, anonymous: undefined }],
  ['市：老板叫我们不要告诉别人工资的事 / 坐：好的', { confidential: undefined, anonymous: undefined }],
  ['市：我怕老人摔倒你们快点来 / 坐：好的', { confidential: undefined, anonymous: undefined }],
  ['市：他威胁我说要报复我 / 坐：好的', { confidential: undefined, anonymous: undefined }],
  ['市：你告诉他们不要再吵了 / 坐：好的', { confidential: undefined, anonymous: undefined }],
  ['坐：您贵姓 / 市：这个名字就不留了吧 / 坐：好的匿名登记', { anonymous: true, confidential: undefined }],
  ['坐：怎么称呼您 / 市：不方便说 / 坐：那给您匿名处理', { anonymous: true }],
  ['坐：您要实名还是匿名 / 市：匿名吧', { anonymous: true }],
  ['坐：您要实名还是匿名 / 市：实名我不怕', { anonymous: false }],
  ['市：我可以不说我叫什么吗 / 坐：可以的', { anonymous: true }],
  ['坐：您贵姓 / 市：你就写热心市民吧 / 坐：好的不登记您的姓名', { anonymous: true }],
  ['坐：您的姓名需要登记吗 / 市：不需要 / 坐：好的', { anonymous: true }],
  ['坐：司机叫什么 / 市：不知道名字他没说 / 坐：好的', { anonymous: undefined }],
  [
    '坐：您贵姓 / 市：这个先不说你先听我讲 / 坐：好您说 / 市：路灯坏了 / 坐：您贵姓 / 市：姓林 / 坐：林先生',
    { anonymous: undefined },
  ],
  [
    '坐：您贵姓 / 市：我不想留名字怕他打击报复 / 坐：可以匿名电话呢 / 市：就这个',
    { anonymous: true, contactPhone: '13911112222', confidential: undefined },
  ],
  ['坐：您贵姓 / 市：匿名别让他们知道是我 / 坐：好的', { anonymous: true, confidential: true }],
  ['坐：您放心我们会保密 / 市：一定要保密啊', { confidential: true }],
  ['坐：需要匿名吗 / 市：不需要我姓陈 / 坐：陈女士', { anonymous: false }],
  ['坐：信息需不需要保密 / 市：唔使', { confidential: undefined }],
  ['坐：信息需不需要保密 / 市：要嘅要嘅', { confidential: true }],
  ['坐：个人信息需要保密处理吗 / 市：保密保密', { confidential: true }],
  ['坐：请问需要保密吗 / 市：什么 / 坐：算了', { confidential: undefined }],
  ['市：我名字你们内部知道就好了别传出去 / 坐：好', { confidential: true }],
  ['坐：需要给您的信息加密吗 / 市：要', { confidential: true }],
  ['坐：您介意对方知道是您反映的吗 / 市：不介意', { confidential: undefined }],
  ['坐：您介意对方知道是您反映的吗 / 市：介意', { confidential: true }],
  ['市：你们千万不能跟学校说是哪个家长我孩子还要读书 / 坐：好', { confidential: true }],
  ['市：我名不能让村里知道 / 坐：好', { confidential: true }],
  ['坐：需要匿名或者保密吗 / 市：都不用', { confidential: undefined, anonymous: false }],
  [
    '坐：需要匿名还是保密 / 市：保密就行名字可以写姓罗 / 坐：罗先生',
    { confidential: true, anonymous: undefined },
  ],
  ['坐：信息需要保密不 / 市：需啊', { confidential: true }],
]

test.each(dialogues)('secrecy and namelessness: %s', (words, expected) => {
  const heard = hearDialogue(words)
  for (const [field, value] of Object.entries(expected))
    expect(heard[field as keyof TicketFields]?.value, field).toEqual(value)
})
