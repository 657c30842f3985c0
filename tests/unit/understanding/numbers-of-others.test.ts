import { expect, test } from 'vitest'
import { hearDialogue } from './small-pack.ts'

/** The number that calls, and another one. */
const own = '13911112222'
const other = '15322890076'

test.each<[string, string | undefined]>([
  // Told by whoever has it, and named as such by the seat.
  [
    '坐：骗子用哪个号打给您的 / 市：幺五三二二八九零零七六 / 坐：一五三二二八九零零七六是骗子号码 / 市：嗯 / 坐：您的电话呢 / 市：打现在这个',
    own,
  ],
  [
    '坐：您电话 / 市：电话就这个维修工的是一五三二二八九零零七六 / 坐：一五三二二八九零零七六维修工的记下了',
    own,
  ],
  [
    '坐：打这个电话联系您对吗 / 市：对 / 坐：好的 / 市：送餐员自己的电话是一五三二二八九零零七六 / 坐：一五三二二八九零零七六送餐员的也备注了',
    own,
  ],
  [
    '市：系统绑错了绑到对面邻居的一五三二二八九零零七六 / 坐：一五三二二八九零零七六是邻居的电话 / 市：对怎么换成我的',
    undefined,
  ],
  // No telephone at all.
  [
    '市：我的受理号是一五三二二八九零零七六 / 坐：一五三二二八九零零七六是受理号 / 市：对办到哪一步了',
    undefined,
  ],
  ['市：运单好是七七零一五三二二八九零零七六帮我查下 / 坐：抱歉查不到', undefined],
  // The caller's own, though it is read back with words that point.
  ['坐：电话 / 市：一五三二二八九零零七六 / 坐：一五三二二八九零零七六那是您的 / 市：对我的', other],
  ['坐：电话 / 市：一五三二二八九零零七六 / 坐：一五三二二八九零零七六好的 / 市：嗯', other],
  // Another's, and the one to call.
  ['坐：电话 / 市：我手机没电了店长的是一五三二二八九零零七六你打他 / 坐：一五三二二八九零零七六好的', other],
  [
    '坐：电话 / 市：打我姐的一五三二二八九零零七六 / 坐：一五三二二八九零零七六是您姐姐的号码 / 市：对',
    other,
  ],
  // The seat says itself which number stays.
  ['坐：您贵姓 / 市：姓罗 / 坐：罗先生电话保持畅通就这个号 / 市：好的', own],
])('%s', (words, expected) => {
  expect(hearDialogue(words).contactPhone?.value).toBe(expected)
})
