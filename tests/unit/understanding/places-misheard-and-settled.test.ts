import { expect, test } from 'vitest'
import { hearPlaces } from './place-pack.ts'

const spoken = (lines: readonly string[]): string =>
  Object.values(hearPlaces(...lines).incidentAddress?.value ?? {}).join(' ') || '-'

test.each<[string, readonly string[]]>([
  // House numbers as a recogniser writes them.
  ['体育西路 84号', ['坐席：体育西路多少号', '市民：八十是号楼上']],
  ['体育西路 34号', ['坐席：在哪里', '市民：体育西路三十事号']],
  ['体育西路 1288号', ['坐席：在哪里', '市民：体育西路幺二八八号']],
  ['体育西路 611号', ['坐席：在哪里', '市民：体育西路六百幺一号']],
  ['体育西路 72号', ['坐席：体育西路多少号', '市民：七十二号', '坐席：体育西路七十二号三号门', '市民：对啊']],
  // What the seat adds and the citizen agrees to.
  ['花都区 新华街道', ['市民：我们店门口被挖了', '坐席：花都区新华街道', '市民：是']],
  [
    '花都区 新华街道 建设北路',
    ['市民：学校乱收费', '坐席：花都区新华街道的那间学校', '市民：对建设北路那间'],
  ],
  ['-', ['市民：我们店门口被挖了', '坐席：花都区新华街道', '市民：不是']],
  // Names that are none.
  ['体育西路', ['坐席：在哪里', '市民：体育西路哎荔湾那边']],
  ['体育西路', ['坐席：体育西路多少号', '市民：不知道就桥底过去一点']],
  ['体育西路', ['市民：体育西路垃圾没人清打物业打街道推来推去']],
  ['体育西路', ['市民：我没饭吃社区饭堂关门了', '坐席：在哪里', '市民：体育西路']],
  // An estate that only its question and the repetition make one.
  [
    '天河区 云栖绿洲 23栋',
    ['坐席：您在哪里', '市民：云栖绿洲天河的', '坐席：天河区云栖绿洲几栋', '市民：二十三栋'],
  ],
  ['花都区 映月居', ['坐席：哪个小区的', '市民：花都映月居', '坐席：花都区映月居是吗', '市民：对']],
  // A direction that belongs to the road.
  ['水竹直街西 13号', ['坐席：在哪里', '市民：水竹直街西十三号']],
])('%s from %j', (expected, lines) => {
  expect(spoken(lines)).toBe(expected)
})
