import { expect, test } from 'vitest'
import { particles } from '#shared/domain/understanding/hearing/particles.ts'

test.each([
  ['我再天河路那边', '我在天河路那边'],
  ['现再还没修好', '现在还没修好'],
  ['不用再来了再见', '不用再来了再见'],
  ['天河北路地高盛大厦', '天河北路的高盛大厦'],
  ['天河地铁站', '天河地铁站'],
  ['滨江路得栏杆', '滨江路的栏杆'],
  ['黄石西路个云峰花园', '黄石西路的云峰花园'],
  ['我门小区物业', '我们小区物业'],
  ['我门口有个坑', '我门口有个坑'],
  ['就再那力', '就在那里'],
  ['荷光路哪里的烧烤档', '荷光路那里的烧烤档'],
])('a citizen’s %s is %s', (heard, meant) => {
  expect(particles(heard, 'citizen')).toBe(meant)
})

test.each([
  ['请问在那里', '请问在哪里'],
  ['您好请问是那一家健身房', '您好请问是哪一家健身房'],
  ['是海珠的那家对吧', '是海珠的那家对吧'],
  ['清问您再那个小区', '请问您在哪个小区'],
])('a seat’s %s is %s', (heard, meant) => {
  expect(particles(heard, 'seat')).toBe(meant)
})
