import { expect, test } from 'vitest'
import { hearPlaces } from './place-pack.ts'

const parts = ['district', 'street', 'road', 'number', 'poi', 'detail'] as const

/** All that was heard of the address but the community, in one line. */
const spoken = (lines: readonly string[]): string => {
  const value = hearPlaces(...lines).incidentAddress?.value
  return parts.flatMap((part) => value?.[part] ?? []).join(' ') || '-'
}

test.each<[string, readonly string[]]>([
  // Where at the place: below, at the water, at the entrance.
  ['白云区 机场路 桥底', ['坐席：在哪里', '市民：白云区机场路那个桥底下有人睡觉']],
  ['海珠区 滨江东路 江边', ['坐席：在哪里', '市民：海珠滨江东路江边有人烧纸']],
  ['天河区 骏景花园 门口空地', ['坐席：在哪里', '市民：天河区骏景花园小区门口的空地每晚跳舞']],
  ['天河区 体育西路 50号 后面院子', ['坐席：在哪里', '市民：天河区体育西路五十号后面那个院子']],
  ['天河区 骏景花园 后面工地', ['坐席：在哪里', '市民：天河区骏景花园后头的工地半夜打桩']],
  ['天河区 骏景花园 门口', ['坐席：在哪里', '市民：天河区骏景花园们口']],
  ['天河区 骏景花园 6栋楼梯口', ['坐席：在哪里', '市民：天河区骏景花园六栋楼梯口着火']],
  // What stands on a road is the matter, not the place.
  ['天河区 体育西路', ['坐席：在哪里', '市民：天河区体育西路的工地']],
  ['天河区 体育西路', ['坐席：在哪里', '市民：天河区体育西路那个停车场乱收费']],
  ['天河区 体育西路', ['坐席：在哪里走失的', '市民：在天河区体育西路家门口不见的']],
  // Short answers that only their question makes parts of an address.
  ['海珠区 江燕路 8号 7楼', ['市民：海珠区江燕路八号空调坏了', '坐席：哪一层', '市民：七楼一共十四个人']],
  [
    '天河区 骏景花园 祠堂门口',
    ['市民：天河区骏景花园树倒了', '坐席：具体位置', '市民：祠堂门口好多学生经过'],
  ],
  [
    '天河区 体育西路 26号',
    ['坐席：在哪里', '市民：天河体育西路', '坐席：天河区体育西路', '市民：嗯二十六号那栋'],
  ],
  [
    '天河区 体育西路',
    ['坐席：在哪里', '市民：天河体育西路', '坐席：天河区体育西路', '市民：二十六号那天停的'],
  ],
  ['海珠区 江燕路 8号', ['市民：海珠区江燕路八号着火', '坐席：老人在几楼', '市民：三楼烟好大']],
  ['机场路 云峰站', ['坐席：哪个站', '市民：机场路的云峰站他不停']],
  // Alleys of a village or a street are numbered; 南街二巷 is a road.
  ['白云区 机场路 3巷8号5楼', ['坐席：在哪里', '市民：白云区机场路三巷八号五楼']],
  [
    '白云区 机场路 4巷27号',
    ['坐席：在哪里', '市民：白云区机场路四巷', '坐席：四巷几号', '市民：二十七号整栋'],
  ],
  // How many there are is no floor or building.
  ['天河区 骏景花园', ['市民：天河区骏景花园水黄', '坐席：影响多大', '市民：我晓得有五栋楼几百户']],
  ['天河区 骏景花园', ['市民：我建议天河区骏景花园一栋八层的旧楼装电梯']],
  ['天河区 骏景花园 7栋', ['坐席：天河区骏景花园是吗', '市民：嗯七栋', '坐席：整栋吗', '市民：七栋八栋都没']],
  ['天河区 体育西路', ['坐席：在哪里骑的', '市民：天河区体育西路往骏景花园车号三三零七']],
  // The seat states the whole address and the caller lets it stand, or agrees to the road alone.
  [
    '海珠区 江燕路 68号',
    ['市民：停车场玻璃被砸', '坐席：海珠区江燕路六十八号那家车场您要求赔两千四', '市民：后面还有包丢了'],
  ],
  ['江燕路', ['市民：投诉美容院不退卡', '坐席：美缘美容院江南店江燕路', '市民：对']],
  [
    '海珠区 江燕路 68号',
    ['市民：投诉管理处', '坐席：海珠区江燕路六十八号管理处对吗', '市民：细啊每个月都收'],
  ],
  ['海珠区 江燕路', ['市民：烧烤店吵', '坐席：海珠区江燕路十二号', '市民：不知到几号就江燕路那个']],
  ['-', ['市民：投诉美容院不退卡', '坐席：美缘美容院江南店江燕路', '市民：不是不是那家']],
  // The road that the city has, after words of a road's shape.
  [
    '番禺区 沙湾街道 新光路',
    ['市民：番禺沙湾横水巷那边没信号', '坐席：番禺区沙湾街道什么巷', '市民：新光路旁边'],
  ],
  // The place of the matter, after the address of the party.
  [
    '天河区 体育西路 58号',
    [
      '市民：装修公司停工',
      '坐席：在哪里',
      '市民：他们在海珠区江燕路四十一号',
      '坐席：装修的地点是哪里',
      '市民：天河区体育西路五十八号',
    ],
  ],
  // A question answered on the spot raises no ticket and has no place.
  [
    '-',
    [
      '市民：请问食品经营许可证到期怎么办',
      '坐席：提前三十日申请',
      '市民：我们在海珠江燕路二百零五号做煲仔饭',
      '坐席：您可以网上提交',
      '市民：好明白',
    ],
  ],
  // 天河南店 and 花都公交 name no district.
  ['体育西路', ['市民：天河南店的密室卡住了', '坐席：在哪', '市民：体育西路']],
  ['建设北路', ['市民：花都公交司机甩站', '坐席：在哪里', '市民：建设北路']],
  // An objection to the number alone leaves the road; the scene stands against where the caller is from.
  [
    '海珠区 江燕路 420号',
    [
      '市民：海珠那边老人院',
      '坐席：是江燕路四百号吗',
      '市民：不是四百是四百二',
      '坐席：四百二十号',
      '市民：对',
    ],
  ],
  ['天河区 体育西路', ['坐席：发生在哪里', '市民：我公司在江燕路事情是在天河区体育西路']],
])('%s from %j', (expected, lines) => {
  expect(spoken(lines)).toBe(expected)
})
