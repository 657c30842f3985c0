import { expect, test } from 'vitest'
import { hearPlaces } from './place-pack.ts'

const spoken = (lines: readonly string[]): string =>
  Object.values(hearPlaces(...lines).incidentAddress?.value ?? {}).join(' ') || '-'

/** What is expected, part by part, and what was said. */
const said: readonly (readonly [string, readonly string[]])[] = [
  ['天河区 体育西路 103号', ['市民：我要投诉天何区体育西路一百零三号那里晚上摆摊']],
  ['海珠区 新港西路', ['市民：投诉噪音', '坐席：请问在哪个路段', '市民：海珠新港西路那边']],
  [
    '天河区 棠下街道 中山大道西 190号',
    [
      '市民：我反映路面坏了',
      '坐席：请问位置',
      '市民：堂下街中山大道西一百九十号',
      '坐席：天河区棠下街道中山大道西一百九十号是吗',
      '市民：嗯是',
    ],
  ],
  ['白云区 机场路 111号', ['市民：机场路一百一十一号', '坐席：是白云区机场路一百一十一号吧', '市民：对的']],
  [
    '白云区 机场路 118号',
    [
      '市民：机场路一百一十八号',
      '坐席：白云区机场路一百一十号',
      '市民：是一百一十八',
      '坐席：哦一百一十八号好的',
    ],
  ],
  ['番禺区 大石街道', ['市民：番愚大石街这边停水了']],
  ['荔湾区 龙津东路 50号', ['市民：丽湾龙筋东路五十号', '坐席：荔湾区龙津东路五十号对吗', '市民：系啊']],
  ['黄埔区 大沙地东', ['市民：黄浦大沙地东路灯不亮']],
  ['增城区 新塘镇', ['市民：曾城新唐镇这里', '坐席：增城区新塘镇具体哪里', '市民：就那个市场旁边']],
  [
    '花都区 新华街道 建设北路',
    ['市民：花督新华街建设北路', '坐席：花都区新华街道建设北路门牌多少', '市民：没看门牌'],
  ],
  ['南沙区 黄阁镇', ['市民：南杀黄阁镇这边有工地半夜施工']],
  ['天河区 珠江新城', ['市民：我在天河珠江新城上班这里好吵']],
  ['白云区 同和街道', ['市民：白运区同合街', '坐席：白云区同和街道对吧', '市民：是的']],
  ['越秀区', ['市民：我在越秀这边']],
  [
    '海珠区 滨江东路 532号',
    ['市民：我家住天河区龙口西路', '坐席：那事情发生在哪里', '市民：海珠区滨江东路五百三十二号那家酒楼'],
  ],
  ['天河区 天河路 与体育东路交叉口', ['市民：天河区天河路和体育东路交叉口红绿灯坏了']],
  ['天河区 天河路 到体育东路', ['市民：天河区从天河路到体育东路那一段路灯全不亮']],
  ['海珠区 客村站 B口', ['市民：海珠区客村站B口有人摆摊']],
  ['天河区 骏景花园 5栋1203', ['市民：天河区骏景花园五栋一二零三']],
  ['天河区 黄埔大道西', ['坐席：哪个区', '市民：天河区', '坐席：什么路', '市民：黄埔大道西']],
  ['番禺区 沙湾街道', ['市民：番禺杀湾那边', '坐席：番禺区沙湾街道是吗', '市民：没错']],
  ['-', ['市民：我想问一下天河城几点开门']],
  ['-', ['市民：我是白云区的我要投诉我老公']],
  ['-', ['坐席：您好', '市民：我从白云机场过来', '坐席：您说']],
  ['荔湾区 石围塘街道', ['市民：在石维塘', '坐席：荔湾区石围塘街道对吧', '市民：对对']],
  [
    '海珠区 江燕路 108号',
    ['市民：我们是江燕路一百零八号', '坐席：海珠区江燕路一百零八号什么时候关的', '市民：上周六'],
  ],
  [
    '白云区 西槎路 410号',
    ['市民：白云区西差路四百一十号旁边', '坐席：白云区西槎路四百一十号对吗', '市民：是啊'],
  ],
  ['天河区 体育西路', ['市民：天河区体育西路珠江新城那边']],
  ['体育西路', ['市民：体育西路', '坐席：海珠区体育西路吗', '市民：不是']],
  ['白云区 西槎路 410号 对面', ['市民：白云区西槎路四百一十号对面有人摆摊']],
  ['海珠区 客村站 B口旁边', ['市民：海珠区客村站B口旁边积水']],
  ['天河区 体育西路 15号', ['市民：体育西路十五号', '坐席：是天河区吧', '市民：是的']],
  ['-', ['市民：师傅一直说在路上路上路上']],
]

test.each(said)('%s from %j', (expected, lines) => {
  expect(spoken(lines)).toBe(expected)
})

test('a road that does not lie in the district said lowers the confidence, gives the reason and a question', () => {
  const heard = hearPlaces('市民：我要投诉海珠区机场路有人摆摊').incidentAddress
  expect(heard?.confidence).toBeLessThan(0.6)
  expect(heard?.reason).toBe('机场路不在海珠区，请核对')
  expect(heard?.ask).toBe('请问您说的机场路是在白云区还是海珠区？')
  expect(heard?.alternatives).toContainEqual({ district: '白云区', road: '机场路' })
})

test('a road of the same sound that does lie in the district is taken instead', () => {
  const heard = hearPlaces('市民：我要投诉海珠区新光路有人摆摊').incidentAddress
  expect(heard?.value).toEqual({ district: '海珠区', road: '星光路' })
  expect(heard?.alternatives).toContainEqual({ district: '海珠区', road: '新光路' })
})

test('a road of several districts offers each of them and fills in none', () => {
  const heard = hearPlaces('市民：解放北路那里路灯坏了').incidentAddress
  expect(heard?.value).toEqual({ road: '解放北路' })
  expect(heard?.alternatives).toEqual([
    { road: '解放北路', district: '越秀区' },
    { road: '解放北路', district: '增城区' },
  ])
  expect(heard?.ask).toBe('请问您说的解放北路是在哪个区？')
})
