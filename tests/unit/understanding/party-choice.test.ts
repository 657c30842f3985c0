import { expect, test } from 'vitest'
import { bestOf } from '#shared/domain/understanding/party/party-choice.ts'
import { createUnderstanding } from '#shared/domain/understanding/understand-call.ts'
import { context, smallPack, turnsOf } from './small-pack.ts'

const understanding = createUnderstanding(smallPack)
const partyOf = (lines: readonly string[]) =>
  understanding.understand(turnsOf('坐席：您好请讲', ...lines), context).subject?.value?.name

test('of several the one whose signs weigh most, and none where none weighs enough', () => {
  const weights: Readonly<Record<string, number>> = { told: 2, echo: 1.5, landmark: -3 }
  const weightOf = (sign: string) => weights[sign] ?? 0
  expect(bestOf([['told'], ['told', 'echo'], ['told', 'landmark']], weightOf)).toBe(1)
  expect(bestOf([['echo', 'landmark'], ['other']], weightOf)).toBeUndefined()
  expect(bestOf([], weightOf)).toBeUndefined()
})

test.each<[string, readonly string[]]>([
  [
    '南风小厨',
    ['市民：昨晚去南风小厨吃饭多收了我们八十', '坐席：海珠区青年路三号的南风小厨是吧', '市民：对'],
  ],
  [
    '慧光电焊',
    ['市民：老板拖欠工资', '坐席：厂叫什么', '市民：交慧光电焊智慧的慧光明的光', '坐席：慧光电焊'],
  ],
  [
    '味聚团膳',
    [
      '市民：我们公司订的盒饭吃完好几个人拉肚子',
      '坐席：盒饭是谁家的',
      '市民：味聚团膳聚会的聚',
      '坐席：味聚团膳在哪里',
    ],
  ],
  [
    '好味园餐饮公司',
    [
      '市民：食堂的菜是馊的我要投诉',
      '坐席：食堂是哪家承包的',
      '市民：好味园餐饮公司',
      '坐席：好味园餐饮公司',
    ],
  ],
  [
    '蓝帆健身',
    [
      '市民：我办的卡不退',
      '坐席：是翠湖健身吗',
      '市民：不是翠湖旁边那个',
      '坐席：那叫什么',
      '市民：叫蓝帆健身',
      '坐席：蓝帆健身好',
    ],
  ],
  [
    '青禾装饰',
    ['市民：装修一半人跑了', '坐席：公司叫什么', '市民：我老婆说叫青禾装饰禾苗的禾', '坐席：好的青禾装饰'],
  ],
])('%s from %j', (name, lines) => {
  expect(partyOf(lines)).toBe(name)
})

test.each<[readonly string[]]>([
  [
    [
      '市民：我要举报有人倒垃圾',
      '坐席：您全名',
      '市民：方国伟国家的国伟大的伟',
      '坐席：方国伟先生什么时候的事',
    ],
  ],
  [
    [
      '市民：我们店停水了',
      '坐席：在哪里',
      '市民：青年路五号我兰香茶餐厅',
      '坐席：停多久了',
      '市民：两个小时',
    ],
  ],
  [['市民：树倒了压在电线上', '坐席：具体位置', '市民：育英小学门口', '坐席：育英小学门口对吗', '市民：对']],
])('nobody from %j', (lines) => {
  expect(partyOf(lines)).toBeUndefined()
})
