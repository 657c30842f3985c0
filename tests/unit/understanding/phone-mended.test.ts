import { expect, test } from 'vitest'
import { hearDialogue } from './small-pack.ts'

/** The number that is meant. */
const number = '13760425981'
const landline = '02083610452'

const dialogues: readonly (readonly [string, string | undefined])[] = [
  // The seat asks on for the number that is being told.
  ['坐：联系电话 / 市：一三七六零四二五 / 坐：还有几位 / 市：九八幺', number],
  ['坐：联系电话 / 市：一三七六零四二五 / 坐：剩下几位您说 / 市：九八幺', number],
  ['坐：联系电话 / 市：一三七六零四二五九 / 坐：九位还差两位 / 市：八一', number],
  ['坐：联系电话 / 市：一三七六零四二五 / 坐：后面几位再念 / 市：九八一', number],
  ['坐：联系电话 / 市：一三七六零四二五 / 坐：一共几位家人 / 市：三九八一', undefined],
  [
    '坐：电话 / 市：记我邻居的号 / 坐：邻居叫什么 / 市：她叫方敏一三七 / 坐：嗯 / 市：六零四二五九八一',
    number,
  ],
  // Nobody asked, yet it is dictated.
  ['坐：怎么称呼 / 市：我姓高一三七六零四二五 / 坐：嗯 / 市：九八一', number],
  ['坐：怎么称呼 / 市：我姓高一三七六零四二五 / 坐：您说说是哪家店 / 市：九八一', undefined],
  // A piece said twice, a slip in the same breath.
  ['坐：电话 / 市：一三七六零四零四二五九八一 / 坐：好', number],
  ['坐：电话 / 市：一三七六零四二六零四二五九八一 / 坐：好', number],
  ['坐：电话 / 市：一三七六零四二 / 坐：嗯 / 市：五九一八哦五九八一', number],
  ['坐：电话 / 市：一三七六零四二 / 坐：嗯 / 市：五九一八哎呀五九八一', number],
  ['坐：电话 / 市：一三七六零四二 / 坐：嗯 / 市：五九一八啊不五九八一', number],
  ['坐：电话 / 市：一三七六 / 坐：嗯 / 市：零四二五五不是五九八一', number],
  ['坐：电话 / 市：一三七六零四二五九八一是九八一', number],
  ['坐：电话 / 市：可一一三七六零四二五九八一', number],
  // What the seat wrote of it tells whether the last sound was a digit.
  ['坐：电话 / 市：一三七六一 / 坐：一三七六 / 市：零四二 / 坐：零四二 / 市：五九八一', number],
  // The end is put right after the read-back.
  [
    '坐：电话 / 市：一三七六零四二五九一八 / 坐：一三七六零四二五九一八 / 市：不是一八是八一 / 坐：九八一',
    number,
  ],
  [
    '坐：电话 / 市：一三七六零四二五九一八 / 坐：一三七六零四二五九一八 / 市：八一八一不是一八 / 坐：好',
    number,
  ],
  [
    '坐：电话 / 市：一三七六零四二五九一八 / 坐：一三七六零四二五九一八 / 市：最后两位反了 / 坐：八一 / 市：对',
    number,
  ],
  [
    '坐：电话 / 市：一三七六零四二五九一八 / 坐：一三七六零四二五九一八 / 市：五九八一 / 坐：五九八一',
    number,
  ],
  ['坐：电话 / 市：一三七六零四二五九一八 / 坐：一三七六零四二五九一八 / 市：末位是八一啊 / 坐：好', number],
  [
    '坐：电话 / 市：一三七六零四二五九八二 / 坐：一三七六零四二五九八二 / 市：不是二是一 / 坐：九八一',
    number,
  ],
  [
    '坐：电话 / 市：一三七六零四二五九八一 / 坐：一三七六零四二五九八一 / 市：三栋一四零六房 / 坐：好',
    number,
  ],
  ['坐：电话 / 市：一三七六零四二五九八一 / 坐：好记下了 / 市：五零二八 / 坐：是房号吗 / 市：对', number],
  // The seat reads back how it wrote it.
  ['坐：电话 / 市：一三七六零二四 / 坐：一三七六零二四 / 市：四二 / 坐：七六零四二 / 市：对五九八一', number],
  ['坐：电话 / 市：一三七六幺幺不对零四二 / 坐：一三七六零四二 / 市：五九八一 / 坐：好', number],
  ['坐：电话 / 市：一三七六零四二五九八一 / 坐：五九八七 / 市：嗯', number],
  ['坐：电话 / 市：一三七六零四二五九八一 / 坐：我核对一三七六零四二五九八一十一位够了 / 市：够了', number],
  ['坐：电话 / 市：一三七六零四二五九一八 / 坐：一八 / 市：八一 / 坐：八一', number],
  ['坐：电话 / 市：一三七六零四二五九八一 / 坐：八一 / 市：八一 / 坐：好', number],
  // From the beginning again.
  ['坐：电话 / 市：一三七六四零 / 坐：嗯 / 市：从新报一次一三七六零四 / 坐：嗯 / 市：二五九八一', number],
  ['坐：电话 / 市：一三七六四零 / 坐：嗯 / 市：号我再念一三七六零四后面二五九八一', number],
  ['坐：电话 / 市：一三七六零四二五九八一 / 坐：好 / 市：最后两位我再说下八一', number],
  [
    '坐：电话 / 市：护士长的一三九二二二二三三三三不是我 / 坐：您的电话 / 市：一三七六零 / 坐：嗯 / 市：四二五九八一',
    number,
  ],
  // The area code, before or after.
  ['坐：电话 / 市：打座机八三六一零四五二零二零的 / 坐：好', landline],
  ['坐：电话 / 市：打座机八三六一 / 坐：八三六一 / 市：零四五二区号零二零', landline],
  [
    '坐：电话 / 市：这部没电了别打打家里的八三六一 / 坐：嗯 / 市：零四五二 / 坐：前面加零二零 / 市：嗯',
    landline,
  ],
  ['坐：座机 / 市：八三六一零五四二哦零四五二 / 坐：零二零的 / 市：对', landline],
  ['坐：电话 / 市：别打家里的八三六一零四五二 / 坐：那打哪个', undefined],
  // Digits of the story are none of the number.
  [
    '市：从五月二十五手机就没信号 / 坐：联系电话 / 市：打家里座机八三六一零四五二 / 坐：要区号 / 市：加零二零',
    landline,
  ],
  [
    '坐：电话 / 市：一三七六零四二五九八一 / 坐：还有备用吗 / 市：一三九二二二二三三三三 / 坐：记了备用',
    number,
  ],
]

test.each(dialogues)('a number in pieces and put right: %s', (words, expected) => {
  expect(hearDialogue(words).contactPhone?.value).toBe(expected)
})
