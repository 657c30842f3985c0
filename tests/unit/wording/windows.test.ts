import { describe, expect, it } from 'vitest'
import { createWordingCheck } from '#shared/domain/wording/check-wording.ts'
import { endedCheck } from '../../support/ended-check.ts'
import { sampleNorms } from '../../support/sample-norms.ts'
import { callOf } from '../../support/wording-call.ts'

const running = createWordingCheck(sampleNorms())
const ended = endedCheck(sampleNorms())

const refusal = ['C 电梯坏了', 'S 电梯的事不归我们管你找物业去', 'C 物业不管啊', 'S 那没有了', 'C 唉']

describe('shirking waits for the next two seat turns', () => {
  it('is open while they are to come, and closed by the end of the call', () => {
    expect(running.check(callOf(...refusal))).toEqual([])
    expect(ended.check(callOf(...refusal)).map(({ turn, rule }) => [turn, rule])).toContainEqual([
      1,
      'shirking',
    ])
  })

  it('is decided with the second of them and points at its own turn', () => {
    expect(running.check(callOf(...refusal, 'S 再见')).map(({ turn, rule }) => [turn, rule])).toEqual([
      [1, 'shirking'],
    ])
  })

  it('does not change its mind when a ticket follows later', () => {
    const late = [...refusal, 'S 再见', 'C 等等', 'S 我给您登记转到街道']
    expect(running.check(callOf(...late)).map(({ rule }) => rule)).toContain('shirking')
  })
})

describe('what makes up for shirking', () => {
  const shirked = (next: string): boolean =>
    ended
      .check(callOf('C 电梯坏了', 'S 电梯的事不归我们管你找物业去', 'C 物业不管啊', `S ${next}`))
      .some(({ rule }) => rule === 'shirking')

  it.each(['那我给您转到街道', '那我给您登记派下去', '我帮您联系街道', '给您三方接通'])('is %s', (next) => {
    expect(shirked(next)).toBe(false)
  })

  it.each([
    ['a bare number', '我给您报个电话八三二一零零零零'],
    ['a number to note', '那我给您记个电话您自己打'],
    ['how to get in touch', '我给您联系方式您自己问'],
    ['a ticket that others take', '您到居委会登记'],
    ['what the hotline takes otherwise', '我们只登记一般事项'],
    ['a refusal', '没法给您登记'],
  ])('is not %s', (_, next) => {
    expect(shirked(next)).toBe(true)
  })
})

describe('opening', () => {
  const opening = (...lines: readonly string[]): readonly string[] =>
    running.check(callOf(...lines)).flatMap(({ rule, why }) => (rule === 'opening' ? [why] : []))

  it('is flagged where no slot is said, and names what is missing', () => {
    expect(opening('S 说', 'C 我要投诉物业')).toEqual(['没有问候；没有说明这里是哪里；没有询问需要什么帮助'])
  })

  it.each([
    ['in full', ['S 您好这里是12345热线请问有什么可以帮您', 'C 我要投诉物业']],
    ['with 您 misheard', ['S 宁好请讲', 'C 我要投诉物业']],
    ['over two turns', ['S 您好', 'S 请讲', 'C 我要投诉物业']],
    ['in the middle of a call', ['S 说', 'C 三单元五零二']],
    [
      'in the middle of a call that starts with the citizen',
      ['C 我要投诉楼上噪音', 'S 哪个小区', 'C 我在阳光小区'],
    ],
    ['before the citizen speaks', ['S 说']],
  ])('is not flagged %s', (_, lines) => {
    expect(opening(...lines)).toEqual([])
  })
})

describe('closing', () => {
  const closing = (check: typeof ended, ...lines: readonly string[]): readonly number[] =>
    check.check(callOf(...lines)).flatMap(({ rule, turn }) => (rule === 'closing' ? [turn] : []))

  it('is flagged on the last seat turn once the citizen has said goodbye', () => {
    expect(closing(ended, 'S 已经登记', 'C 好再见')).toEqual([0])
    expect(closing(running, 'S 已经登记', 'C 好再见')).toEqual([])
  })

  it('is not flagged where it was said or where the line broke off', () => {
    expect(closing(ended, 'S 已经登记', 'C 好再见', 'S 感谢您的来电再见')).toEqual([])
    expect(closing(ended, 'S 已经登记', 'C 还有就是')).toEqual([])
  })
})
