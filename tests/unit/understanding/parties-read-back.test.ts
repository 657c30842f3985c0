import { expect, test } from 'vitest'
import { fullBySeat } from '#shared/domain/understanding/party/name-in-full.ts'
import { joinedByName } from '#shared/domain/understanding/party/own-part.ts'
import { candidatesOf } from '#shared/domain/understanding/party/party-candidates.ts'
import { partyMeant } from '#shared/domain/understanding/party/party-choice.ts'
import { readBackSign } from '#shared/domain/understanding/party/party-readback.ts'
import { dealingSigns, isExcused } from '#shared/domain/understanding/party/party-standing.ts'
import { isPartOfLonger, knownIn } from '#shared/domain/understanding/party/subject-mentions.ts'
import { indexSubjects } from '#shared/domain/understanding/party/subject-names.ts'
import { askedWho, asksWhere } from '#shared/domain/understanding/party/subject-answer.ts'
import { isLandmark } from '#shared/domain/understanding/party/subject-role.ts'
import type { WeighedMention } from '#shared/domain/understanding/party/weighed-mentions.ts'
import { listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { flatten } from '#shared/text/flat-text.ts'
import { context, smallPack, turnsOf } from './small-pack.ts'

const heard = (...lines: readonly string[]) => listen(turnsOf(...lines), context, ({ text }) => flatten(text))

function mentionOf(name: string, lines: readonly string[], speaker?: 'seat' | 'citizen'): WeighedMention {
  const line = heard(...lines).lines.find(
    (one) => one.text.includes(name) && (speaker === undefined || one.speaker === speaker),
  )
  if (line === undefined) throw new Error(`${name} is not said`)
  const start = line.text.indexOf(name)
  return { line, start, end: start + name.length, name, subjects: [], confidence: 1, role: 2, told: 2 }
}

test.each([
  ['金茂源小额贷款', '石牌西路的金茂源小额贷款公司吗', '金茂源小额贷款公司'],
  ['快闪跑腿', '快闪跑腿平台闪电的闪', '快闪跑腿平台'],
  ['远航二手车', '黄石东路的远航二手车行吗', '远航二手车行'],
  ['静禾瑜伽', '是静禾瑜伽馆对吗', '静禾瑜伽馆'],
  ['静禾瑜伽', '静禾瑜伽馆在哪里', undefined],
  ['顺达供应链', '顺达供应链公司欠了多久', undefined],
  ['逍遥行旅行社', '逍遥行旅行社越秀区教育路三十号吗', undefined],
  ['逍遥行旅行社', '逍遥行旅行社教育路三十号吗', undefined],
  ['红星洗衣', '红星洗衣店白云区体育东路六号对吗', '红星洗衣店'],
])('%s, which the seat reads back as %s', (name, seat, full) => {
  const lines = [`市民：${name}`, `坐席：${seat}`, '市民：对']
  expect(fullBySeat(heard(...lines), mentionOf(name, lines))).toBe(full)
})

test.each([
  [
    ['市民：心园足浴晚上太亮', '坐席：沁园足浴下塘西路八十一号对吗', '市民：对就是它'],
    '沁园足浴',
    'agreed nearly',
  ],
  [['市民：王记肠粉店', '坐席：旺记肠粉店对吗', '市民：对'], '旺记肠粉店', 'agreed full'],
  [['市民：王记肠粉店', '坐席：旺记肠粉店好的'], '旺记肠粉店', 'open full'],
  [['市民：那个店很吵', '坐席：旺记肠粉店对吗', '市民：是的'], '旺记肠粉店', 'agreed never'],
])('%j reads %s back: %s', (lines, name, sign) => {
  expect(readBackSign(heard(...lines), [mentionOf(name, lines, 'seat')])).toBe(`readback ${sign}`)
})

test('whom only the citizen names the seat does not read back', () => {
  const lines = ['市民：旺记肠粉店', '坐席：好的']
  expect(readBackSign(heard(...lines), [mentionOf('旺记肠粉店', lines)])).toBe('readback none')
})

test.each([
  ['华强电子厂不过厂我不投诉就投诉人社局拖', '华强电子厂', true],
  ['悦泊物业但物业我们没想投诉', '悦泊物业', true],
  ['对悦泊停车场但堵的不是他们是外面的车', '悦泊停车场', true],
  ['华强电子厂他们也不想告', '华强电子厂', true],
  ['华强电子厂不给我工资', '华强电子厂', false],
  ['悦泊停车场不是他们的地也收钱', '悦泊停车场', false],
])('%s: whether %s is excused: %s', (text, name, excused) => {
  const lines = [`市民：${text}`]
  expect(isExcused(heard(...lines), [mentionOf(name, lines)])).toBe(excused)
})

test.each([
  ['彩滨小学们口堵车', '彩滨小学', true],
  ['彩滨小学门扣堵车', '彩滨小学', true],
  ['有人冒充社保局让我转账', '社保局', true],
  ['打电话说是社保局让我转账', '社保局', true],
  ['他自称是公安局的', '公安局', true],
  ['我住在云舍公寓三栋', '云舍公寓', true],
  ['我住在云舍公寓房东不给我登记', '云舍公寓', false],
  ['我老婆说是社保局拖了三个月', '社保局', false],
])('%s: whether %s only stands aside: %s', (text, name, aside) => {
  const { line, start, end } = mentionOf(name, [`市民：${text}`])
  expect(isLandmark(line, start, end)).toBe(aside)
})

test.each([
  ['那新荔幼儿园电话多少', '新荔幼儿园', 'inquired true'],
  ['新荔幼儿园学费贵吗', '新荔幼儿园', 'inquired true'],
  ['彩滨小学在彩滨北路十七号门口', '彩滨小学', 'located true'],
  ['帮我联系公交公司找包', '公交公司', 'reached true'],
  ['新荔幼儿园乱收费', '新荔幼儿园', 'inquired false'],
])('%s deals with %s: %s', (text, name, sign) => {
  expect(dealingSigns([mentionOf(name, [`市民：${text}`])], 'type 求助')).toEqual(
    expect.arrayContaining([sign, `${sign} type 求助`]),
  )
})

test.each(['这栋楼叫什么', '哪座楼', '小区叫什么'])('%s asks where', (question) => {
  const { lines } = heard(`坐席：${question}`, '市民：叫青年驿站公寓')
  const answer = lines[1]
  expect(asksWhere.test(question)).toBe(true)
  expect(
    answer === undefined ? undefined : askedWho(heard(`坐席：${question}`, '市民：叫青年驿站公寓'), answer),
  ).toBe('none')
})

test('an office without its district is the office that the call names in full', () => {
  const office = {
    ...{ id: 'S9', name: '黄埔区人力资源和社会保障局', aliases: ['黄埔人社局'] },
    ...{ address: '', kind: 'government' as const },
  }
  const [full, short, other] = ['黄埔区人力资源和社会保障局', '人社局', '税务局'].map((name) =>
    mentionOf(name, [`市民：${name}`]),
  )
  if (full === undefined || short === undefined || other === undefined) throw new Error('no mention')
  const groups = joinedByName([[{ ...full, subjects: [office] }], [short], [other]])
  expect(groups.map((group) => group.map(({ name }) => name).join('+'))).toEqual([
    '黄埔区人力资源和社会保障局+人社局',
    '税务局',
  ])
})

test.each([
  ['池电充电桩公司的枪线弹回来', true],
  ['充电桩公司不退钱', false],
])('%s names a longer name than the list has: %s', (text, longer) => {
  const subject = {
    ...{ id: 'S9', name: '安充充电桩公司', aliases: ['充电桩公司'] },
    ...{ address: '', kind: 'platform' as const },
  }
  const index = indexSubjects({ ...smallPack, subjects: [subject] })
  const [line] = heard(`市民：${text}`).lines
  const match = line === undefined ? undefined : knownIn(line, index)[0]
  if (line === undefined || match === undefined) throw new Error('nothing is known')
  expect(isPartOfLonger(line, match)).toBe(longer)
})

test.each([false, true])(
  'whom a call that blames nobody only deals with is not meant: %s',
  (onlyDealtWith) => {
    const candidate = { mentions: [], signs: [], early: true, onlyDealtWith }
    expect(partyMeant([candidate])).toBe(onlyDealtWith ? undefined : candidate)
  },
)

test.each([
  ['市民：帮我联系公交公司找一下包', '求助', true],
  ['市民：帮我联系公交公司找一下包', '投诉', false],
  ['市民：公交公司的包很好', '求助', false],
] as const)('%s as %s: whether it only deals with 公交公司: %s', (line, requestType, only) => {
  const hearing = heard(line)
  const mention = { ...mentionOf('公交公司', [line]), told: 0.6 }
  const [candidate] = candidatesOf({ hearing, parties: [], requestType }, [mention])
  expect(candidate?.onlyDealtWith).toBe(only)
})
