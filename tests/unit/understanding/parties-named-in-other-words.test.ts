import { expect, test } from 'vitest'
import { fullBySeat } from '#shared/domain/understanding/party/name-in-full.ts'
import { joinedByName, ownPart } from '#shared/domain/understanding/party/own-part.ts'
import { sideSign } from '#shared/domain/understanding/party/party-classes.ts'
import { tradeWords } from '#shared/domain/understanding/party/party-trades.ts'
import { askedWho, asksWhere, toldNames } from '#shared/domain/understanding/party/subject-answer.ts'
import { isLandmark, isSummoned } from '#shared/domain/understanding/party/subject-role.ts'
import { subjectForms } from '#shared/domain/understanding/party/subject-names.ts'
import type { WeighedMention } from '#shared/domain/understanding/party/weighed-mentions.ts'
import { listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { flatten } from '#shared/text/flat-text.ts'
import { context, turnsOf } from './small-pack.ts'

const heard = (...lines: readonly string[]) => listen(turnsOf(...lines), context, ({ text }) => flatten(text))

function lineOf(text: string) {
  const [line] = heard(`市民：${text}`).lines
  if (line === undefined) throw new Error('no line')
  return line
}

function mentionOf(name: string, lines: readonly string[]): WeighedMention {
  const line = heard(...lines).lines.find(({ text }) => text.includes(name))
  if (line === undefined) throw new Error(`${name} is not said`)
  const start = line.text.indexOf(name)
  return { line, start, end: start + name.length, name, subjects: [], confidence: 1, role: 2, told: 2 }
}

test.each([
  ['阿辉牙科', ['牙科']],
  ['穗通管道工程队', ['管道', '工程队']],
  ['正合律师事务所', ['律师事务所']],
  ['你好请讲', []],
])('trades in %s', (text, words) => {
  expect(tradeWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(words)
})

test.each([
  ['那个石溪社区里面叫阿辉牙科', '阿辉牙科'],
  ['叫粤坤混凝土搅拌站', '粤坤混凝土搅拌站'],
  ['说是埋水管的叫穗通管道工程队', '穗通管道工程队'],
  ['开发商叫广州盛泽置业我投诉这个开发商', '广州盛泽置业'],
  ['就是桥头那边叫顺康货运场他们天天洒一地土', '顺康货运场'],
  ['我儿子说叫明达律师事务所', '明达律师事务所'],
])('%s tells of %s', (text, name) => {
  const line = lineOf(text)
  expect(toldNames(line, 'none').map(({ start, end }) => line.text.slice(start, end))).toEqual([name])
})

test.each(['叫我小张就行', '他叫我去物业交钱', '我叫了一份快餐'])('%s tells of nobody', (text) => {
  expect(toldNames(lineOf(text), 'none')).toEqual([])
})

test.each([
  ['您说的是哪个搅拌站', 'which'],
  ['请问是哪个货运场', 'which'],
  ['什么牙科知道吗', 'which'],
  ['您说的是哪个路口', 'none'],
  ['您住哪个小区', 'none'],
])('%s asks %s', (question, asked) => {
  const hearing = heard(`坐席：${question}`, '市民：顺康')
  const line = hearing.lines[1]
  if (line === undefined) throw new Error('no line')
  expect(askedWho(hearing, line)).toBe(asked)
})

test.each([
  ['请问是哪个楼盘', true],
  ['哪个小区', true],
  ['请问是哪个工地', false],
  ['哪个平台', false],
])('%s asks for a place: %s', (question, place) => {
  expect(asksWhere.test(question)).toBe(place)
})

test.each([
  [
    '砚田斋',
    '砚田斋艺术培训中心',
    ['市民：在砚田斋学画画的校长跑了', '坐席：砚田斋艺术培训中心在西湖路那个吗'],
  ],
  ['换物猫', '换物猫二手平台', ['市民：平台叫换物猫', '坐席：换物猫二手平台多少钱买的']],
  ['穗翔的士', '穗翔出租汽车公司', ['市民：穗翔的士', '坐席：穗翔出租汽车公司什么时候坐的']],
  ['随心贷', '随心贷小额贷款公司', ['市民：我在随心贷借的钱', '坐席：随心贷小额贷款公司是吗', '市民：对']],
  ['随心贷', undefined, ['市民：我在随心贷借的钱', '坐席：随心贷小额贷款公司是吗', '市民：不是是个软件']],
  ['佰达供应链', undefined, ['市民：佰达供应链欠我工资', '坐席：佰达供应链公司欠了多久']],
  ['禾岸瑜伽', undefined, ['市民：禾岸瑜伽不退卡', '坐席：禾岸瑜伽馆在哪里']],
  ['佳园物业', undefined, ['市民：佳园物业不管', '坐席：佳园物业不管电动车是吗']],
])('%s is in full %s', (name, full, lines) => {
  expect(fullBySeat(heard(...lines), mentionOf(name, lines))).toBe(full)
})

test.each([
  ['老梁猪脚饭', 'same', ['市民：在老梁猪脚饭买的', '坐席：投诉商家还是投诉平台', '市民：商家平台挺好']],
  ['飞鹿外卖', 'other', ['市民：在飞鹿外卖买的', '坐席：投诉商家还是投诉平台', '市民：投诉那个商家']],
  ['换物猫平台', 'same', ['市民：在换物猫平台买的', '坐席：投诉卖家还是平台', '市民：平台啊']],
  ['广州盛泽置业', 'same', ['市民：是广州盛泽置业', '市民：我投诉这个开发商']],
  ['云溪御府物业', 'other', ['市民：云溪御府物业', '市民：我投诉的是开发商']],
  ['云溪御府物业', 'unsaid', ['市民：云溪御府物业', '市民：我不投诉开发商']],
  ['云溪御府物业', 'unsaid', ['市民：云溪御府物业乱收费', '坐席：好的']],
])('%s is of the side blamed: %s', (name, side, lines) => {
  expect(sideSign(heard(...lines), [mentionOf(name, lines)])).toBe(side)
})

test.each([
  ['通达物流园', '通达物流园后身儿那块空地', true],
  ['添福大排档', '芳村大道西添福大排档楼上', true],
  ['远达货运场', '远达货运场斜对面', true],
  ['育英小学', '育英小学背后那条巷子', true],
  ['远达货运场', '我从远达货运场出来上开发大道', true],
  ['望江夜宵城', '是望江夜宵城我说的是他后面那条路', true],
  ['恒悦物业', '我从恒悦物业拿到的收据', false],
  ['添福大排档', '添福大排档卖死鱼', false],
])('%s in %s is a landmark: %s', (name, text, landmark) => {
  const line = lineOf(text)
  const start = line.text.indexOf(name)
  expect(isLandmark(line, start, start + name.length)).toBe(landmark)
})

test.each([
  ['派出所', '叫派出所去跟他讲一声', true],
  ['居委会', '让居委会上门看看', true],
  ['城管局', '喊城管局的人来', true],
  ['物业', '要求物业赶紧派人', true],
  ['老王烧烤', '叫老王烧烤去年开的', false],
  ['物业', '物业叫我们自己去', false],
])('%s in %s is summoned: %s', (name, text, summoned) => {
  const line = lineOf(text)
  const start = line.text.indexOf(name)
  expect(isSummoned(line, start, start + name.length)).toBe(summoned)
})

test.each([
  ['穗翔出租汽车公司', '穗翔'],
  ['穗翔的士', '穗翔'],
  ['粤坤混凝土搅拌站', '粤坤'],
  ['砚田斋', '砚田斋'],
  ['天河区税务局', undefined],
  ['广州银行', undefined],
])('of %s its own part is %s', (name, own) => {
  expect(ownPart(name)).toBe(own)
})

const listedAs = (ids: readonly string[]) =>
  ids.map((id) => ({ id, name: id, aliases: [], address: '', kind: 'business' as const }))
const named = (name: string, ids: readonly string[]): WeighedMention => ({
  ...mentionOf(name, [`市民：${name}`]),
  subjects: listedAs(ids),
})

test.each<[readonly (readonly [string, readonly string[]])[], readonly string[]]>([
  [
    [
      ['易步单车', ['S1']],
      ['易步公司', []],
    ],
    ['易步单车+易步公司'],
  ],
  [
    [
      ['穗翔的士', []],
      ['穗翔出租汽车公司', []],
    ],
    ['穗翔的士+穗翔出租汽车公司'],
  ],
  [
    [
      ['云舍公寓', ['S1', 'S2']],
      ['云舍公寓元岗店', []],
      ['云舍长租公寓元岗店', ['S2']],
    ],
    ['云舍长租公寓元岗店+云舍公寓+云舍公寓元岗店'],
  ],
  [
    [
      ['穗禾西饼', ['S1', 'S2']],
      ['穗禾西饼江南西店', ['S1']],
      ['穗禾西饼体育西路店', ['S2']],
    ],
    ['穗禾西饼', '穗禾西饼江南西店', '穗禾西饼体育西路店'],
  ],
  [
    [
      ['翠湖湾物业', []],
      ['翠湖湾工地', []],
    ],
    ['翠湖湾物业', '翠湖湾工地'],
  ],
  [
    [
      ['阿辉牙科', []],
      ['阿芳牙科', []],
    ],
    ['阿辉牙科', '阿芳牙科'],
  ],
])('%j are %j', (names, joined) => {
  const groups = names.map(([name, ids]) => [named(name, ids)])
  expect(joinedByName(groups).map((group) => group.map(({ name }) => name).join('+'))).toEqual(joined)
})

test('a street office is known by its shorter names', () => {
  const office = { id: 'S9', name: '大石街道办事处', aliases: [], address: '', kind: 'government' }
  expect(subjectForms(office)).toEqual(expect.arrayContaining(['大石街办事处', '大石街道办']))
})

test('a business is known by the first of its trades', () => {
  const gym = { id: 'S9', name: '森跃游泳健身', aliases: [], address: '', kind: 'business' }
  expect(subjectForms(gym)).toContain('森跃游泳')
})
