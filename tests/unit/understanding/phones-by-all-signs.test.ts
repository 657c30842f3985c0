import { expect, test } from 'vitest'
import { listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { asMeant } from '#shared/domain/understanding/hearing/little-words.ts'
import { readSignWeights } from '#shared/domain/understanding/hearing/sign-weights.ts'
import { phoneByRules } from '#shared/domain/understanding/phone/phone.ts'
import { phoneExchange } from '#shared/domain/understanding/phone/phone-exchange.ts'
import { withOwner } from '#shared/domain/understanding/phone/whose-phone.ts'
import { flatten } from '#shared/text/flat-text.ts'
import { context, linesOf, turnsOf, valueOf } from './small-pack.ts'

/** 联系电话, and the turns; the call comes from 13911112222. */
const calls: readonly (readonly [string, string])[] = [
  [
    '13911112222',
    '坐：您好 / 市：我二叔的房子塌了一面墙 / 坐：人有没有事 / 市：没有在外面 / 坐：您想要什么帮助 / 市：给他申请临时救助 / 坐：联系您还是二叔 / 市：联系我他没电话这个号就行备用你记我堂哥一三七零零零零一一一一 / 坐：好的 / 市：谢谢',
  ],
  [
    '13911112222',
    '坐：您好 / 市：我车买了三天就坏了 / 坐：您姓名 / 市：潘志龙 / 坐：潘先生电话 / 市：就打这个打不通打我妹的 / 坐：打不通的话妹妹号码是 / 市：一三七零零 / 坐：一三七零零 / 市：零零一一一一 / 坐：好的备用登记 / 市：主要还是我自己的',
  ],
  [
    '13700001111',
    '坐：您好 / 市：楼上漏水 / 坐：哪里 / 市：三栋 / 坐：多久了 / 市：一星期 / 坐：电话留这个吗 / 市：这个是公司的留我手机一三七零零零零一一一一 / 坐：好的记下了 / 市：谢谢',
  ],
]

test.for(calls)('%s is to be called: %s', ([wanted, call]) => {
  expect(valueOf('contactPhone', ...linesOf(call))).toBe(wanted)
})

const spouse =
  '坐：您好 / 市：我家没水 / 坐：哪里 / 市：三栋 / 坐：多久了 / 市：一天 / 坐：您的电话 / 市：打我爱人的一三七零零零零一一一一 / 坐：好的 / 市：谢谢'
const hearingOf = (call: string) =>
  asMeant(listen(turnsOf(...linesOf(call)), context, (turn) => flatten(turn.text)))
const judged = (call: string, signs: readonly string[], prior = 0) => {
  const hearing = hearingOf(call)
  const ruled = phoneByRules(hearing)
  return { ruled, heard: withOwner(ruled, hearing, readSignWeights({ prior, signs, words: [] })) }
}

test('signs that outweigh the rules by far drop the number, and others do not', () => {
  expect(judged(spouse, [], -2000).heard).toBeUndefined()
  expect(judged(spouse, [], -200).heard).toMatchObject({ value: '13700001111' })
})

test('the number in hand is cited with the words of the exchange, and the other stays to be chosen', () => {
  const { heard } = judged(spouse, ['casked=2000'])
  expect(heard).toMatchObject({ value: '13911112222', alternatives: ['13700001111'] })
  expect(heard).toHaveProperty('evidence.0.quote', expect.stringContaining('打我爱人'))
})

test('digits are the rules’ to put together: another number that was said never takes their place', () => {
  const two = spouse.replace('打我爱人的', '不是一三六零零零零二二二二打我爱人的')
  expect(judged(two, ['ttfirst=2000']).heard).toMatchObject({ value: '13700001111' })
})

test('in the first turns of a call, and where nobody speaks of telephones, the rules are left alone', () => {
  const first = judged(spouse.split(' / ').slice(4).join(' / '), [], -2000)
  expect(first.heard).toBe(first.ruled)
  const unasked = judged(spouse.replace('您的电话', '还有吗'), [], -2000)
  expect(unasked.heard).toBe(unasked.ruled)
})

test('the exchange is what is said of the number, not of the matter', () => {
  const lines = phoneExchange(hearingOf(spouse)).map(({ text }) => text)
  expect(lines).toContain('您的电话')
  expect(lines).not.toContain('我家没水')
})
