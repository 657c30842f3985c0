import { expect, test } from 'vitest'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { hearDialogue } from './small-pack.ts'

type Expected = Readonly<Partial<Record<keyof TicketFields, unknown>>>

const callIn = '13911112222'
const told = '13500778691'

/** Names told late, in pieces, by how they are written, and of others; the caller's number is 13911112222. */
const names: readonly (readonly [string, Expected])[] = [
  ['坐：您怎么称呼 / 市：赵磊三个石头的磊 / 坐：赵先生', { contactName: '赵磊' }],
  ['坐：您怎么称呼 / 市：周喆两个吉 / 坐：周先生', { contactName: '周喆' }],
  ['坐：您怎么称呼 / 市：我叫马骉三匹马的骉 / 坐：马先生', { contactName: '马骉' }],
  ['坐：您怎么称呼 / 市：狄猛反犬旁的狄凶猛的猛 / 坐：狄先生', { contactName: '狄猛' }],
  ['坐：您怎么称呼 / 市：冯晶晶两个晶都是三个日 / 坐：冯女士', { contactName: '冯晶晶' }],
  ['坐：您怎么称呼 / 市：我姓冯三个人在等 / 坐：冯女士', { contactName: '冯女士' }],
  ['坐：怎么称呼 / 市：我叫林昊昊是日天昊 / 坐：林先生', { contactName: '林昊' }],
  ['坐：怎么称呼 / 市：我叫陈圆圆圆满的圆 / 坐：陈女士', { contactName: '陈圆圆' }],
  ['坐：怎么称呼 / 市：孙芸云彩的云加草字头 / 坐：孙女士', { contactName: '孙芸' }],
  ['坐：您贵姓 / 市：姓程 / 坐：程先生对吗 / 市：对程大志 / 坐：好', { contactName: '程大志' }],
  ['坐：您贵姓 / 市：姓程 / 坐：程先生对吗 / 市：是先生程大志志气的志', { contactName: '程大志' }],
  ['坐：您贵姓 / 市：姓程 / 坐：程先生 / 市：嗯全名程大志 / 坐：好', { contactName: '程大志' }],
  ['坐：怎么称呼 / 市：我姓佐藤 / 坐：佐藤先生', { contactName: '佐藤先生', gender: '男' }],
  ['坐：怎么称呼 / 市：我姓田中日本人 / 坐：田中女士', { contactName: '田中女士', gender: '女' }],
  ['坐：您的名字 / 市：铃木惠子 / 坐：铃木女士', { contactName: '铃木惠子' }],
  ['坐：您贵姓 / 市：欧阳复姓 / 坐：欧阳女士', { contactName: '欧阳女士' }],
  ['坐：怎么称呼 / 市：我叫金善浩 / 坐：今先生', { contactName: '金善浩' }],
  ['坐：怎么称呼 / 市：我是办公室的高主任女的 / 坐：高主任电话', { contactName: '高女士' }],
  ['坐：怎么称呼 / 市：我是三号楼的毛先生 / 坐：好', { contactName: '毛先生', gender: '男' }],
  ['坐：怎么称呼 / 市：叫我李妈妈就行 / 坐：李女士', { contactName: '李女士' }],
  ['坐：怎么称呼 / 市：张伯就得 / 坐：好', { contactName: '张先生' }],
  ['坐：您贵姓 / 市：姓颜颜色的颜颜恒永恒的恒 / 坐：颜先生 / 市：我是女的颜女士', { contactName: '颜恒' }],
  ['坐：姓名 / 市：田甜 / 坐：田甜甜女士 / 市：田甜就一个甜 / 坐：田甜女士', { contactName: '田甜' }],
]

/** Another contact, by a relation, by a choice, and the gender that is told of them. */
const contacts: readonly (readonly [string, Expected])[] = [
  [
    '坐：您贵姓 / 市：姓谢 / 坐：谢女士电话 / 市：打我邻居的一三五零零七七八六九一 / 坐：邻居姓什么 / 市：姓阮也是位先生',
    { contactName: '阮先生', gender: '男', contactPhone: told },
  ],
  [
    '坐：您贵姓 / 市：姓隆 / 坐：隆女士 / 市：你打我们队长的吧 / 坐：队长电话是多少姓什么 / 市：姓邹一三五零零七七八六九一 / 坐：邹队长是男的吧 / 市：嗯男的',
    { contactName: '邹先生', gender: '男', contactPhone: told },
  ],
  [
    '坐：您贵姓 / 市：我叫喻兵 / 坐：喻先生电话 / 市：打我同事小龚的一三五零零七七八六九一 / 坐：联系人写您还是小龚 / 市：写小龚是个男的 / 坐：好的龚先生',
    { contactName: '龚先生', gender: '男' },
  ],
  [
    '坐：您贵姓 / 市：姓竺 / 坐：竺先生电话 / 市：一三五零零七七八六九一接电话的是我姐竺梅你打她的 / 坐：好',
    { contactName: '竺梅', gender: '女' },
  ],
  [
    '坐：您贵姓 / 市：我叫劳国华 / 坐：劳先生电话 / 市：写我爱人的她白天在家一三五零零七七八六九一 / 坐：好 / 市：她姓安',
    { contactName: '安女士', gender: '女' },
  ],
  [
    '坐：您儿子叫什么 / 市：他叫何一凡我姓何 / 坐：联系哪位 / 市：联系他一三五零零七七八六九一',
    { contactName: '何一凡', contactPhone: told },
  ],
  [
    '坐：短信发给您 / 市：我不会看你跟我儿子说他号码一三五零零七七八六九一 / 坐：他叫什么 / 市：我儿子叫关少聪',
    { contactName: '关少聪', gender: '男', contactPhone: told },
  ],
  [
    '坐：您贵姓 / 市：姓赵 / 坐：赵先生电话 / 市：打我女儿吧一三五零零七七八六九一 / 坐：您女儿怎么称呼 / 市：随我姓赵名字赵晓晓',
    { contactName: '赵晓晓', gender: '女' },
  ],
  [
    '坐：您贵姓 / 市：姓赵 / 坐：赵女士电话 / 市：我弟弟的一三五零零七七八六九一 / 坐：您弟弟怎么称呼 / 市：赵勇勇敢的勇 / 坐：登记赵勇先生',
    { contactName: '赵勇', gender: '男', contactPhone: told },
  ],
  [
    '坐：您贵姓 / 市：我妈叫车秀兰我叫俞宁 / 坐：俞宁女士电话留哪个 / 市：打她还是打我呢 / 坐：打您的 / 市：那打我这个',
    { contactName: '俞宁', contactPhone: callIn },
  ],
  ['市：我姓王找我儿子他不理我 / 坐：王先生电话 / 市：就这个', { contactName: '王先生' }],
]

/** Digits held against the display, miscounted, put right, and one of two numbers that goes before. */
const phones: readonly (readonly [string, unknown])[] = [
  ['市：一三九一一一一二二二三 / 坐：您说的尾号是二三吗来电显示二二二二 / 市：哦二二二二对我看错', callIn],
  ['市：一三九一一一二二二二 / 坐：好像少一位来电是一三九一一一一二二二二 / 市：对我掉了一个一', callIn],
  ['市：一三九一一一一二二二三 / 坐：来电显示是二二二二哪个对 / 市：显示的对', callIn],
  ['市：一三九一一一一二二二三 / 坐：来电是二二二二 / 市：那是我老公的我的是二二二三', '13911112223'],
  ['市：一三五零零七七八六九一 / 坐：跟来电二二二二不一样 / 市：对我另外的号', told],
  ['市：一三五零零 / 坐：嗯 / 市：七七八八六九一 / 坐：多了一位吧 / 市：我讲快了是七七八六九一', told],
  ['市：一三五零零七七八六九一零 / 坐：十二位了 / 市：最后那个零不要', told],
  ['市：一三五零七七八六九一 / 坐：才十位 / 市：一三五零零少了个零', told],
  ['市：一三五零零七七八六九 / 坐：还差一位 / 市：末尾加个一', told],
  ['市：一三五零零 / 坐：嗯 / 市：七七六八等下七七八六 / 坐：嗯 / 市：九一', told],
  ['市：这个是单位的你打我一三五零零 / 坐：一三五零零 / 市：七七八六九一', told],
  ['市：公司打我一三五零零七七八六九一这个号 / 坐：您的电话 / 市：就这个来电', callIn],
  ['市：一三五零零七七八六九一不接就打座机零二零三四五零六六七八 / 坐：好的 / 市：嗯', told],
  ['市：一三五零零七七八六九二那是我媳妇的我的是一三五零零七七八六九一 / 坐：记您的 / 市：对', told],
  ['市：我现在用女朋友的手机 / 坐：那您的 / 市：先留她的就这号 / 坐：登记马女士的来电号', callIn],
]

/** Who must not know, and what is merely not told. */
const secrecy: readonly (readonly [string, Expected])[] = [
  ['坐：哪家店 / 市：我不想说是哪家店先问问', { confidential: undefined }],
  ['坐：您贵姓 / 市：千万咪话俾老板听系我讲嘅 / 坐：好', { confidential: true }],
  ['坐：您贵姓 / 市：我怕厂里知道 / 坐：我们会保密的您贵姓', { confidential: true }],
  ['坐：您电话 / 市：电话不想给你们 / 坐：好', { confidential: undefined }],
  ['坐：您电话 / 市：就这个别让家里人知道我多管闲事 / 坐：好', { confidential: undefined }],
  ['坐：您电话 / 市：就这个名字你们自己知道就行了 / 坐：好', { confidential: true }],
  ['坐：您贵姓 / 市：姓江不要公布名字 / 坐：江女士', { confidential: true }],
  ['坐：您贵姓 / 市：姓江这事别扯到我头上 / 坐：江女士', { confidential: true }],
  ['坐：您的名字不会透露 / 市：名字透露没关系', { confidential: undefined }],
  ['市：他威胁我说不要告诉别人 / 坐：您贵姓 / 市：姓江 / 坐：江女士', { confidential: undefined }],
  ['坐：您贵姓 / 市：能匿名吗 / 坐：不方便回访 / 市：那算了我姓崔 / 坐：崔女士', { contactName: '崔女士' }],
  ['坐：您贵姓 / 市：先不说名字能解决吗 / 坐：能您贵姓 / 市：姓崔 / 坐：崔女士', { anonymous: undefined }],
  ['市：站名我不记得 / 坐：您贵姓 / 市：姓邬 / 坐：邬先生', { anonymous: undefined, contactName: '邬先生' }],
]

test.each([...names, ...contacts, ...secrecy])('%s', (words, expected) => {
  const heard = hearDialogue(words)
  for (const [field, value] of Object.entries(expected))
    expect(heard[field as keyof TicketFields]?.value, field).toEqual(value)
})

test.each(phones)('%s', (words, expected) => {
  expect(hearDialogue(`坐：您的电话 / ${words}`).contactPhone?.value).toBe(expected)
})
