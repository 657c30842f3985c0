import { expect, test } from 'vitest'
import { listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { asMeant } from '#shared/domain/understanding/hearing/little-words.ts'
import { readSignWeights } from '#shared/domain/understanding/hearing/sign-weights.ts'
import { thirdPersons } from '#shared/domain/understanding/person/third-persons.ts'
import { overrulingContact } from '#shared/domain/understanding/person/whose-name.ts'
import { flatten } from '#shared/text/flat-text.ts'
import { context, hearDialogue, linesOf, turnsOf } from './small-pack.ts'

const head = '坐：您好 / 市：楼道灯坏了 / 坐：哪里 / 市：三栋 / 坐：多久了 / 市：一星期 / '
/** 联系人, 性别 (– for none), and the end of the call. */
const calls: readonly (readonly [string, string, string])[] = [
  [
    '庄先生',
    '男',
    '坐：您贵姓电话多少 / 市：姓符符合的符符女士电话给合同上签字那个吧我先生签的他姓庄一三九二二二 / 坐：嗯 / 市：八八五二一零 / 坐：尾号五二一零庄先生对吗 / 市：对',
  ],
  [
    '吕女士',
    '女',
    '坐：您的称呼 / 市：我姓游游泳的游 / 坐：游先生还是女士 / 市：男的不过你找我嫂子我上夜班 / 坐：嫂子贵姓电话 / 市：姓吕双口吕一五二一八三 / 坐：继续 / 市：零二零零九 / 坐：好吕女士尾号二零零九 / 市：嗯',
  ],
  [
    '钱先生',
    '男',
    '坐：您贵姓 / 市：姓钱 / 坐：钱先生电话呢 / 市：就这个我爱人姓仇她也知道这件事 / 坐：好的钱先生已经登记 / 市：谢谢',
  ],
  [
    '郝先生',
    '男',
    '坐：您怎么称呼 / 市：我姓郝 / 坐：郝先生这个号码能联系您吗 / 市：可以那个师傅叫王德发你们查一下他 / 坐：好的郝先生 / 市：嗯',
  ],
]

test.for(calls)('%s (%s) is the contact: %s', ([name, gender, end]) => {
  const heard = hearDialogue(head + end)
  expect([heard.contactName?.value ?? '–', heard.gender?.value ?? '–']).toEqual([name, gender])
})

const hearingOf = (call: string) =>
  asMeant(listen(turnsOf(...linesOf(call)), context, (turn) => flatten(turn.text)))
const weighed = (ruled: string | undefined, call: string, signs: readonly string[], prior = 0) =>
  overrulingContact(ruled, hearingOf(call), readSignWeights({ prior, signs, words: [] }))
const two = `${head}坐：您贵姓 / 市：我姓钱 / 坐：钱先生电话 / 市：打我老公的他姓庄叫庄明 / 坐：好的 / 市：我弟弟叫钱小龙也行`

test('those who are named beside the caller are told apart, and the caller is none of them', () => {
  const named = thirdPersons(hearingOf(two)).map(({ statement }) => [statement.surname, statement.given])
  expect(named).toEqual([
    ['庄', '明'],
    ['钱', '小龙'],
  ])
})

test('another person overrules the rules by far only', () => {
  expect(weighed(undefined, two, ['last=2000'])?.by?.statement.given).toBe('小龙')
  expect(weighed(undefined, two, ['last=400'])).toBeUndefined()
})

test('the caller is the contact where nobody else is likely', () => {
  expect(weighed('庄明', two, [], -2000)).toEqual({ by: undefined })
  expect(weighed('庄明', two, [], -400)).toBeUndefined()
})

test('whom no sign tells of stays as the rules heard, and so does everybody in the first turns', () => {
  expect(weighed('霍先生', two, ['last=2000'])).toBeUndefined()
  expect(weighed(undefined, '市：打我老公的他姓庄叫庄明', ['last=2000'])).toBeUndefined()
})
