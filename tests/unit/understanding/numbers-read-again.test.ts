import { expect, test } from 'vitest'
import { hearDialogue } from './small-pack.ts'

/** The number that calls, and another one. */
const own = '13911112222'
const other = '15322890076'

const pieces: readonly (readonly [string, string | undefined])[] = [
  // Every piece goes on from the one before, whatever the seat makes of it.
  ['坐：电话 / 市：一五三二二 / 坐：一五三三二 / 市：二二 / 坐：一五三二二 / 市：八九零零七六', other],
  ['坐：电话 / 市：这台是店里的你打我老公的一五三二 / 坐：嗯您说 / 市：二八九零零七六他姓莫', other],
  ['坐：电话 / 市：打我同屋的一五三二二八 / 坐：一五三二二八 / 市：九零零七六他叫小董', other],
  // A piece puts right what it is most like.
  ['坐：电话 / 市：一五三二二八九零零六七啊呸七六 / 坐：七六', other],
  [
    '坐：电话 / 市：一五三二二八九 / 坐：一五三二二八九 / 市：零零六七 / 坐：零零六七 / 市：六七不对七六',
    other,
  ],
  ['坐：电话 / 市：一五三二二八九零零七九 / 坐：七九 / 市：最后是七六不是七九 / 坐：好', other],
  [
    '坐：电话 / 市：一五三二二六九 / 坐：一五三二二六九 / 市：不对二八九一五三二二八九 / 坐：后面呢 / 市：零零七六',
    other,
  ],
  ['坐：电话 / 市：一五三二二八九零零七六那尾号不是二二二二 / 坐：尾号零零七六 / 市：对', other],
  [
    '坐：电话 / 市：一五三二二八九零零七五 / 坐：一五三二二八九零零七五 / 市：错了末位六 / 坐：末位六好',
    other,
  ],
  // Of two whole numbers, words choose; and a number put right in words stays so.
  ['坐：电话 / 市：一三五零零零零一二三四 / 坐：还有吗 / 市：另外一五三二二八九零零七六备用', '13500001234'],
  ['坐：电话 / 市：一五三二二八九零零六七 / 坐：一五三二二八九零零六七 / 市：最后两位反了 / 坐：好', other],
  // What is cut off, given up or somebody else's is none.
  ['坐：电话 / 市：一五三二二八九 / 坐：后面呢 / 市：喂喂', undefined],
  ['坐：电话 / 市：一五三二二八九 / 坐：还差四位 / 市：忘了算了不要了 / 坐：那就不留电话', undefined],
  ['坐：商家电话有吗 / 市：一五三二二 / 坐：嗯 / 市：八九零零七六 / 坐：好', undefined],
  [
    '坐：电话 / 市：你打我儿子一五三二二八 / 坐：嗯 / 市：哎算了别打他 / 坐：那电话不留 / 市：不留',
    undefined,
  ],
]

test.each(pieces)('a number of all pieces: %s', (words, expected) => {
  expect(hearDialogue(words).contactPhone?.value).toBe(expected)
})

const inHand: readonly (readonly [string, string | undefined])[] = [
  ['坐：电话 / 市：我拿着讲话的就手上这台', own],
  ['坐：电话 / 市：我这个通话的', own],
  ['坐：电话 / 市：你们系统不是跳出来了吗照那个写', own],
  ['坐：电话 / 市：跟我打进来的没两样', own],
  ['坐：您手机 / 市：我说不来你回拨这边就成', own],
  ['坐：打这个电话能找到您吗 / 市：找得到', own],
  ['坐：就这个号码联系吗 / 市：对啊我没别的号', own],
  ['坐：电话留这个吗 / 市：留但是不要告诉他们', own],
  ['坐：电话留吗 / 市：不用记了看到的这个就得', own],
  ['坐：号码 / 市：我一直都用这一个', own],
  // A number of the story, and of another, is not the one to call.
  ['市：有个号一五三二二八九零零七六老发短信 / 坐：您的号码留吗 / 市：留啊打来的', own],
  ['坐：一五三二二八九零零七六 / 市：那是老板你打我就手上这个', own],
  [
    '坐：电话 / 市：骗子的号是一五三二二八九零零七六 / 坐：一五三二二八九零零七六 / 市：对那是骗子的我的你照显示那个写',
    own,
  ],
  // Put aside, refused, or told in digits after all.
  ['坐：电话 / 市：正在用的这个是我借保安大哥的别打回来 / 坐：有别的吗 / 市：没有', undefined],
  ['坐：电话 / 市：这个手机不行 / 坐：好的', undefined],
  ['坐：电话方便吗 / 市：我自己的也不留', undefined],
  ['坐：电话 / 市：你那里有也别打过来 / 坐：那就不登记', undefined],
  ['坐：电话留吗 / 市：不留了 / 坐：系统登记来电号码作内部查询 / 市：嗯', undefined],
  ['坐：电话 / 市：打我手机吧 / 坐：您说', undefined],
  ['市：你是不是拨错号了 / 坐：您是不是拨错号码了 / 市：我打的是八一七一零九三三', undefined],
  ['市：我手机落车上了有没有他电话 / 坐：请在软件里联系司机', undefined],
]

test.each(inHand)('the telephone in hand, in other words: %s', (words, expected) => {
  expect(hearDialogue(words).contactPhone?.value).toBe(expected)
})
