import { expect, test } from 'vitest'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { hearDialogue } from './small-pack.ts'

/** Names that are spelt character by character, rare surnames, titles of all kinds, and words that are no name. */
const dialogues: readonly (readonly [string, Readonly<Partial<Record<keyof TicketFields, unknown>>>])[] = [
  // The word that spells a character follows the name at once.
  ['坐：您怎么称呼 / 市：屠呦呦的屠屠鸣一鸣惊人的鸣 / 坐：屠先生', { contactName: '屠鸣' }],
  ['坐：您贵姓 / 市：我叫覃雯上面雨字头下面文 / 坐：覃女士', { contactName: '覃雯' }],
  ['坐：您贵姓 / 市：我叫商晗左边日右边含 / 坐：商女士', { contactName: '商晗' }],
  ['坐：您贵姓 / 市：叫葛凡平凡的凡 / 坐：葛先生', { contactName: '葛凡' }],
  ['坐：怎么称呼您 / 市：商量的商商雨桐 / 坐：商小姐', { contactName: '商雨桐', gender: '女' }],
  ['坐：怎么称呼 / 市：金针菇的金金明哲明白的明哲学的哲', { contactName: '金明哲' }],
  ['坐：怎么称呼 / 市：姓倪倪萍那个倪倪小川四川的川 / 坐：倪先生', { contactName: '倪小川' }],
  ['坐：联系人 / 市：名字叫别洪宇别就是告别的别我的姓 / 坐：别先生电话', { contactName: '别洪宇' }],
  ['坐：怎么称呼 / 市：我叫俞宁写我名字吧宁静的宁 / 坐：俞宁女士电话', { contactName: '俞宁', gender: '女' }],
  [
    '坐：贵姓 / 市：叫我叶落就好叶子的叶落下的落 / 坐：叶先生吗 / 市：女的 / 坐：叶女士',
    { contactName: '叶落', gender: '女' },
  ],
  // The character is only pointed at.
  ['坐：您贵姓 / 市：姓温温度那个 / 坐：温先生', { contactName: '温先生' }],
  ['坐：您贵姓 / 市：我姓骆骆驼那个 / 坐：骆女士', { contactName: '骆女士' }],
  ['坐：您怎么称呼 / 市：信池水池的池 / 坐：池先生', { contactName: '池先生' }],
  ['坐：您怎么称呼 / 市：我信浦浦东的浦 / 坐：浦先生', { contactName: '浦先生' }],
  ['坐：您贵姓 / 市：我姓利息的利利生 / 坐：利先生', { contactName: '利先生', gender: '男' }],
  // The caller tells the gender with the name.
  ['坐：贵姓电话 / 市：我姓钮扣那个钮金字旁男的你打来电这个', { contactName: '钮先生', gender: '男' }],
  [
    '坐：称呼和电话 / 市：姓慕容慕容雪女的电话一三五零零零零一二三四',
    { contactName: '慕容雪', gender: '女' },
  ],
  ['坐：您称呼 / 市：我叫印月印章的印月亮的月女的打这个就行', { contactName: '印月', gender: '女' }],
  [
    '坐：贵姓 / 市：姓阴阴天的阴 / 坐：阴先生还是女士 / 市：先森哈声音细',
    { contactName: '阴先生', gender: '男' },
  ],
  ['坐：怎么称呼 / 市：姓阙宫阙的阙 / 坐：好的阙先森', { contactName: '阙先生', gender: '男' }],
  // A student's, a teacher's title.
  [
    '坐：您的姓名 / 市：我姓植植物的植植同学 / 坐：植同学是男生还是女生 / 市：女仔 / 坐：植女士',
    { contactName: '植女士', gender: '女' },
  ],
  [
    '坐：您怎么称呼 / 市：叫我游同学就行 / 坐：游同学男生吧 / 市：对男生',
    { contactName: '游先生', gender: '男' },
  ],
  [
    '坐：您怎么称呼 / 市：叫我荣老师吧 / 坐：荣老师是女士对吗 / 市：是',
    { contactName: '荣女士', gender: '女' },
  ],
  // Not a name.
  ['市：公众号我不会我叫我孙搞 / 坐：阿姨您打错了', { contactName: undefined }],
  ['坐：交了多少年 / 市：我交左二十一年零三个月', { contactName: undefined }],
  ['坐：好的还有吗 / 市：我叫我同学去看了没用', { contactName: undefined }],
  // Parts, further words for a character, and a sex put right.
  ['坐：贵姓 / 市：姓奚溪水的溪去掉三点水 / 坐：奚女士', { contactName: '奚女士', gender: '女' }],
  ['坐：贵姓 / 市：免贵姓褚衣字旁一个者 / 坐：褚先生', { contactName: '褚先生' }],
  ['坐：怎么称呼 / 市：我叫漆雨漆油漆的漆下雨的雨 / 坐：漆女士', { contactName: '漆雨' }],
  ['坐：怎么称呼 / 市：我叫竺可竺就是竹字头下面一个二可以的可 / 坐：竺先生', { contactName: '竺可' }],
  ['坐：姓名 / 市：揭晓的揭揭小东 / 坐：揭先生', { contactName: '揭小东', gender: '男' }],
  ['坐：姓名 / 市：司徒静安静的静 / 坐：司徒女士', { contactName: '司徒静', gender: '女' }],
  ['坐：您的名字 / 市：麻烦记一下臧红红色的红 / 坐：臧女士', { contactName: '臧红' }],
  ['坐：怎么称呼 / 市：叫我大刘就行 / 坐：刘先生', { contactName: '刘先生' }],
  [
    '坐：怎么称呼 / 市：叫我乔老师 / 坐：乔老师您是女老师吧 / 市：嗯女的',
    { contactName: '乔女士', gender: '女' },
  ],
  ['坐：您贵姓 / 市：姓麻麻烦的麻 / 坐：麻女士 / 市：是先生', { contactName: '麻先生', gender: '男' }],
  ['坐：您贵姓 / 市：贺知章的贺单名一个朗字 / 坐：贺朗先生', { contactName: '贺朗', gender: '男' }],
  ['坐：您贵姓 / 市：我叫白鹭就是那个鸟白鹭 / 坐：白鹭女士', { contactName: '白鹭', gender: '女' }],
  [
    '坐：您叫什么 / 市：言字旁的许许愿的许名字两个字文静的文博士的博 / 坐：许文博先生',
    { contactName: '许文博' },
  ],
  ['坐：您叫什么 / 市：我叫蒲英蒲公英的蒲英雄的英 / 坐：蒲女士', { contactName: '蒲英' }],
  [
    '坐：那个师傅叫什么 / 市：叫龚正 / 坐：您怎么称呼 / 市：姓蔚蔚蓝的蔚 / 坐：蔚女士',
    { contactName: '蔚女士' },
  ],
]

test.each(dialogues)('%s', (words, expected) => {
  const heard = hearDialogue(words)
  for (const [field, value] of Object.entries(expected))
    expect(heard[field as keyof TicketFields]?.value, field).toEqual(value)
})
