import { expect, test } from 'vitest'
import type { HeardValue } from '#shared/domain/ticket-fields.ts'
import type { Act } from '#shared/domain/understanding/demand/acts.ts'
import { leavesOpen, withAct } from '#shared/domain/understanding/demand/demand-act.ts'
import { listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { readKindWeights } from '#shared/domain/understanding/kind/kind-weights.ts'
import { flatten } from '#shared/text/flat-text.ts'
import { context, linesOf, turnsOf } from './small-pack.ts'

const call =
  '坐：您好 / 市：我那个押金的事 / 坐：您说 / 市：租车行不给我 / 坐：多少 / 市：一千一 / 坐：还有吗 / 市：没有了 / 坐：好的 / 市：谢谢'
const hearing = listen(turnsOf(...linesOf(call)), context, (turn) => flatten(turn.text))

const demand = (value: string): HeardValue<string> => ({
  value,
  confidence: 0.8,
  evidence: [{ turn: 1, quote: '押金', startMs: 0, endMs: 0, confidence: 0.8 }],
  alternatives: [],
})

/** Weights by which 押 in the caller's words speaks for an act. */
const speakingFor = (act: Act) =>
  readKindWeights<Act>({ kinds: `${act} 无`, prior: '0 0', words: ['c押=YM c金=YM'] })
const unclear = readKindWeights<Act>({ kinds: '退还 赔偿 支付 无', prior: '0 0 0 0', words: [] })

test.for([
  ['要求处理押金的事还没给', '退还', '要求退还：押金的事还没给'],
  ['希望尽快派人处理押金的事还没给（一千一）', '退还', '希望尽快退还：押金的事还没给（一千一）'],
  ['希望尽快派人处理押金的事还没给', '查处', '希望尽快派人查处：押金的事还没给'],
  ['要求处理', '查处', '要求查处'],
  ['希望尽快派人处理火情（厨房）', '救助', '希望尽快派人处理火情并救助（厨房）'],
  ['要求押金一千一', '退还', '要求退还押金一千一'],
  ['要求四百块', '支付', '要求支付四百块'],
  ['要求今晚就有人来闻一闻', '查处', '要求查处：今晚就有人来闻一闻'],
] as const)('%s and %s: %s', ([said, act, told]) => {
  expect(withAct(demand(said), hearing, '投诉', speakingFor(act))).toMatchObject({
    value: told,
    confidence: 0.7,
    reason: expect.stringContaining(act) as string,
  })
})

test('a demand that says what is to be done, and one whose act is not clear, stay as they were spoken', () => {
  expect(withAct(demand('要求退押金'), hearing, '投诉', speakingFor('赔偿'))?.value).toBe('要求退押金')
  expect(withAct(demand('要求处理押金的事'), hearing, '投诉', unclear)?.value).toBe('要求处理押金的事')
  expect(withAct(demand('咨询押金'), hearing, '咨询', speakingFor('退还'))?.value).toBe('咨询押金')
  expect(withAct(undefined, hearing, '投诉', speakingFor('退还'))).toBeUndefined()
})

test.for([
  ['要求处理方案', false],
  ['要求停业整顿（处理）', false],
  ['要求尽快处理噪音', true],
  ['要求四千二百', true],
] as const)('%s leaves open what is to be done: %s', ([said, open]) => {
  expect(leavesOpen(said)).toBe(open)
})
