import type { HeardFields } from '#shared/domain/ticket-fields.ts'
import { createUnderstanding, type UnderstandingPack } from '#shared/domain/understanding/understand-call.ts'
import { context, smallPack, turnsOf } from './small-pack.ts'

const districts = '天河区 海珠区 越秀区 荔湾区 白云区 黄埔区 番禺区 花都区 南沙区 从化区 增城区'.split(' ')
const streets: readonly (readonly [district: string, street: string])[] = [
  ['天河区', '棠下街道'],
  ['番禺区', '大石街道'],
  ['番禺区', '沙湾街道'],
  ['白云区', '同和街道'],
  ['增城区', '新塘镇'],
  ['南沙区', '黄阁镇'],
  ['花都区', '新华街道'],
  ['荔湾区', '石围塘街道'],
]
const codeOf = (district: string) => `4401${String(10 + districts.indexOf(district))}`
const road = (name: string, ...within: readonly string[]) => ({ name, districts: [...within], streets: [] })
const branch = (id: string, name: string, alias: string, address: string) => ({
  id,
  name,
  aliases: [alias],
  address,
  kind: 'business',
})

/** Enough of a city to tell what is said of its places from what sounds like them. */
export const placePack: UnderstandingPack = {
  ...smallPack,
  divisions: [
    ...districts.map((name) => ({ code: codeOf(name), name, level: 'district' as const, parent: '4401' })),
    ...streets.map(([district, name], index) => ({
      code: `${codeOf(district)}00${String(index)}`,
      name,
      level: 'street' as const,
      parent: codeOf(district),
    })),
  ],
  roads: [
    ...[road('体育西路', '天河区'), road('中山大道西', '天河区'), road('黄埔大道西', '天河区')],
    ...[road('新港西路', '海珠区'), road('滨江东路', '海珠区'), road('机场路', '白云区')],
    ...[road('龙津东路', '荔湾区'), road('建设北路', '花都区'), road('大沙地东', '黄埔区')],
    ...[road('天河路', '天河区'), road('体育东路', '天河区'), road('解放北路', '越秀区', '增城区')],
    ...[
      road('西槎路', '白云区'),
      road('江燕路', '海珠区'),
      road('新光路', '番禺区'),
      road('星光路', '海珠区'),
    ],
  ],
  points: [
    ...smallPack.points,
    { name: '骏景花园', kind: 'estate', district: '天河区', street: '', aliases: [] },
    { name: '客村站', kind: 'station', district: '海珠区', street: '', aliases: ['客村地铁站'] },
    { name: '珠江新城站', kind: 'station', district: '天河区', street: '', aliases: ['珠江新城地铁站'] },
  ],
  subjects: [
    branch('Q1', '青禾树教育江燕校区', '青禾树教育', '海珠区江南中街道江燕路108号'),
    branch('Q2', '青禾树教育天河校区', '青禾树教育', '天河区林和街道天河北路30号'),
    branch('Q3', '青禾树教育番禺校区', '青禾树教育', '番禺区大石街道群贤路5号'),
    { id: 'Q4', name: '广州供电局', aliases: ['供电局'], address: '', kind: 'utility' },
    { id: 'Q5', name: '康佑堂大药房', aliases: ['康佑堂'], address: '', kind: 'business' },
  ],
}

const understanding = createUnderstanding(placePack)

/** What is understood of lines such as `市民：我要投诉`, with a city's places and parties known. */
export const hearPlaces = (...lines: readonly string[]): HeardFields =>
  understanding.understand(turnsOf(...lines), context)
