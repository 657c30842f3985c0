import { expect, test } from 'vitest'
import { hearDialogue } from './small-pack.ts'

type Wishes = Readonly<Partial<Record<'confidential' | 'anonymous', boolean>>>

const dialogues: readonly (readonly [string, Wishes])[] = [
  // Who must not be told, with a little word before the person.
  ['市：名字我可以告诉你但是千万不能告诉那个老板 / 坐：您放心', { confidential: true }],
  ['市：我说了你别告诉我们主管啊 / 坐：好的', { confidential: true }],
  ['市：不要告知这个物业是哪一户 / 坐：好的', { confidential: true }],
  ['市：你不要告诉了他们经理 / 坐：好的', { confidential: true }],
  ['市：不能告诉班主任是哪个家长 / 坐：好的', { confidential: true }],
  // What becomes of those of whom it is told.
  ['坐：您贵姓 / 市：不方便啊一个村的讲出去我家房子都要被砸', { confidential: true }],
  ['市：这个传出去我在厂里就待不下去了 / 坐：明白', { confidential: true }],
  ['市：说出去我肯定挨打 / 坐：给您保密', { confidential: true }],
  ['市：捅出去他们要整我的 / 坐：明白', { confidential: true }],
  ['市：他们把肥料都搬出去了 / 坐：好的', {}],
  // Feared, and no ticket made of it.
  ['市：我怕孩子被针对 / 坐：那就不登记了', {}],
  ['市：我怕老板报复我算了 / 坐：好的不用登机了是吗', {}],
  ['市：我怕老板报复我 / 坐：好的已登记', { confidential: true }],
  // Words that only look like secrets.
  ['市：不用登报是吧那他为什么讲要 / 坐：是的', {}],
  ['市：不用申报我的收入吧 / 坐：不用', {}],
  ['市：不用预报我也知道要下雨 / 坐：是', {}],
  // A name that is not to be asked for; the number refused too, or the ticket filed without one.
  [
    '坐：请问您怎么称乎 / 市：我就是个路过的不要问我名字了 / 坐：好的电话留吗 / 市：不留不留',
    { anonymous: true },
  ],
  ['坐：您贵姓 / 市：过路的别记我名字 / 坐：好的匿名登记', { anonymous: true }],
  ['坐：怎么称呼 / 市：一个普通市民 / 坐：那不登记姓名了', { anonymous: true }],
  ['坐：请问您怎么称乎 / 市：不说了怕麻烦 / 坐：电话留不留 / 市：电话你打这个', { anonymous: true }],
  ['坐：您贵性 / 市：不讲了 / 坐：电话呢 / 市：就这个', { anonymous: true }],
  ['坐：您贵姓可以不留 / 市：不留不留', { anonymous: true }],
  ['坐：您的姓名可以不说 / 市：那不说了 / 坐：好的', { anonymous: true }],
  ['坐：您贵姓可以不留 / 市：姓方', {}],
  // A name that was told.
  [
    '坐：怎么称呼 / 市：姓窦窦娥的窦 / 坐：窦先生为您保密 / 市：最好我们名字都不要出现',
    { confidential: true },
  ],
  ['坐：您贵姓 / 市：姓方 / 坐：方先生 / 市：名字不要给对方看到', { confidential: true }],
  ['坐：您叫什么名字 / 市：我叫方建国 / 坐：好的 / 市：我做好事不留名哈哈 / 坐：好的方先生', {}],
  ['坐：您叫什么名字 / 市：我叫方建国算了还是匿名吧 / 坐：好的给您匿名登记', { anonymous: true }],
  // 实名 and 匿名 as the caller settles them.
  ['坐：匿名还是实名 / 市：匿名', { anonymous: true }],
  ['市：我要匿名 / 坐：好 / 市：算了实名吧', { anonymous: false }],
]

test.each(dialogues)('a secret or none: %s', (words, expected) => {
  const heard = hearDialogue(words)
  expect({
    ...(heard.confidential === undefined ? {} : { confidential: heard.confidential.value }),
    ...(heard.anonymous === undefined ? {} : { anonymous: heard.anonymous.value }),
  }).toEqual(expected)
})
