import { expect, test } from 'vitest'
import { hearStory } from './small-pack.ts'

const families: Readonly<Record<string, readonly (readonly [number | undefined, string])[]>> = {
  'the old and the young': [
    [4, '市:门票的事/坐:几位/市:两大两小'],
    [3, '市:缆车停了/坐:困了几位/市:两大一小都吓哭了'],
    [4, '市:门票的事/坐:几位/市:我们两个大人两个小孩四个'],
    [3, '市:门票的事/坐:你们几位去的/市:两个大人带一个娃'],
    [4, '市:景区把我们两大两小晾在外面'],
    [undefined, '市:三大一小四个垃圾桶都满了'],
  ],
  'persons named one by one, oneself anywhere': [
    [3, '市:门票的事/坐:您几个人去的/市:我老婆我还有我妈'],
    [4, '市:吃坏了/坐:几个人不舒服/市:我老公我跟爸妈'],
    [2, '市:民宿漏电我跟我对象都被电了一下'],
    [2, '市:我和我老公被锁在天台'],
    [undefined, '市:我和邻居吵了一架'],
  ],
  'two and three together': [
    [2, '市:电梯坏了/坐:里面还有谁/市:就我们俩'],
    [3, '市:电梯坏了我们母女仨困在里面'],
    [undefined, '市:他们夫妻俩天天吵架'],
    [undefined, '市:我们俩上次打过电话/坐:您说'],
  ],
  'a count that the seat repeats': [
    [10, '市:欠薪/坐:多少人/市:八个/坐:八位/市:等等还有两个保洁一共十个'],
    [9, '市:欠薪/坐:多少人/市:八个/坐:八位/市:不是九个'],
    [8, '市:欠薪/坐:多少人/市:八个/坐:八位/市:嗯他们都在等'],
  ],
  'one alone': [
    [1, '市:电梯关着人了/坐:里面几个人/市:就一个老人'],
    [1, '市:电梯关着人了/坐:里面几个/市:就我一个'],
  ],
}

test.each(Object.entries(families).flatMap(([family, rows]) => rows.map((row) => [family, ...row] as const)))(
  '%s: %s of %s',
  (_, people, story) => {
    expect(hearStory(story).people?.value).toBe(people)
  },
)
