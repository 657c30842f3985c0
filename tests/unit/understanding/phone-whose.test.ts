import { expect, test } from 'vitest'
import { hearDialogue } from './small-pack.ts'

/** The number that calls, the one that is meant, and another's. */
const own = '13911112222'
const meant = '13760425981'

const dialogues: readonly (readonly [string, string | undefined])[] = [
  // The seat looks a number up for the caller, who says it again.
  ['市：问下区医院怎么走 / 坐：坐地铁 / 市：电话 / 坐：八二四五一一三三 / 市：八二四五一一三三', undefined],
  ['市：公证处的号给一个 / 坐：我查一下八二四五一一三三 / 市：八二四五幺幺三三好', undefined],
  ['市：我要修水管 / 坐：八二四五一一三三 / 市：八二四五一一三三记好了', undefined],
  ['市：电话呢 / 坐：八二四五一一三三 / 市：八二四五一一三三 / 坐：您的电话是来电吗 / 市：对', own],
  ['市：电话呢 / 坐：八二四五一一三三 / 市：好 / 坐：您留个电话 / 市：一三七六零四二五九八一', meant],
  // Of somebody else, or met with.
  ['坐：那是私人号码吗 / 市：她叫倪芳号一三七六零四二五九八一 / 坐：我这查不到', undefined],
  ['市：有人用一三七六零四二五九八一给我发短信 / 坐：已记录 / 市：好', undefined],
  ['市：骗子打电话给我号码是一三七六零四二五九八一 / 坐：记下了', undefined],
  ['市：老有一三九二二二二三三三三骚扰我 / 坐：您的电话 / 市：一三七六零四二五九八一', meant],
  ['坐：电话 / 市：打给我用的一三七六零四二五九八一 / 坐：好', meant],
  ['坐：对方电话有吗 / 市：一三九二二二二三三三三 / 坐：您的呢 / 市：一三七六零四二五九八一', meant],
  ['坐：电话 / 市：打进来这个 / 坐：表号是 / 市：一三七六零四二五九八一', own],
  ['市：我打了一三七六零四二五九八一没人理 / 坐：那是哪里电话 / 市：居委会的', undefined],
  ['坐：该店电话有吗 / 市：一三七六零 / 坐：嗯 / 市：四二五九八一 / 坐：好', undefined],
  ['坐：电话 / 市：你念一下上次的 / 坐：一三七六零四二五九八一 / 市：对就这个', meant],
  ['市：用我自己手机打的你记一下来电就好 / 坐：好的', own],
  ['坐：联系您这个可以的话我就登记了 / 市：登吧', own],
  // Another's number is the answer to the question.
  ['坐：电话 / 市：他的一三七六零 / 坐：嗯 / 市：四二五九八一 / 坐：好', meant],
  ['坐：联系您还是您女儿 / 市：我女儿一三七六零四二五九八一 / 坐：好', meant],
  // Taken back, or refused.
  [
    '坐：您贵姓 / 市：姓骆 / 坐：骆先生电话 / 市：一三七六零四二五九八一不是这个我妹的 / 坐：那您自己的 / 市：我自己的也不留',
    undefined,
  ],
  ['坐：电话 / 市：一三九二二二二三三三三我那个要换了 / 坐：那打哪个 / 市：一三七六零四二五九八一', meant],
  ['坐：电话 / 市：一三七六零四二五九八一 / 坐：您自己的呢 / 市：我那个一三九二二二二三三三三不用记', meant],
  ['坐：电话 / 市：一三七六零四二五九八一名字就不用记了 / 坐：好', meant],
  ['坐：电话 / 市：一三七六零四二五九八一不用记那么快 / 坐：好', meant],
  [
    '坐：电话 / 市：院里护士长一三九二二二二三三三三 / 坐：您自己的 / 市：一三七六零 / 坐：嗯 / 市：四二五九八一',
    meant,
  ],
  // The call-in number, by the way round.
  ['坐：燕女士联细 / 市：本机', own],
  ['坐：您贵姓 / 市：姓燕 / 坐：燕女士 / 市：就本机号码', own],
  ['坐：电话还是来电吗 / 市：来电这个别跟工地上讲是我们几栋的', own],
  ['坐：电话 / 市：你看着显示的打就成', own],
  ['坐：方便联系吗 / 市：方便这个二十四小时开机', own],
  ['坐：电话用您这个 / 市：唔', own],
  ['坐：电话用来电登记吗 / 市：登记可以但是不要给他们', own],
  ['坐：电话用来电登记吗 / 市：可以但是打我女儿的好', undefined],
  ['坐：有没有别的电话 / 市：没有只有这个', own],
  ['坐：电话 / 市：一三七六零四二五九八一 / 坐：还有别的号码吗 / 市：没有就这一个', meant],
  ['坐：电话 / 市：打我的我爸耳背现在这个', own],
  // The end of a call offers nothing.
  ['市：喂 / 坐：请讲 / 市：不说了 / 坐：那您方便的时候再打来好吗 / 市：嗯', undefined],
  ['市：好谢谢 / 坐：有事随时来电好吗 / 市：好', undefined],
]

test.each(dialogues)('whose number is whose: %s', (words, expected) => {
  expect(hearDialogue(words).contactPhone?.value).toBe(expected)
})
