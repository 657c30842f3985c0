import { expect, test } from 'vitest'
import { listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { readSignWeights } from '#shared/domain/understanding/hearing/sign-weights.ts'
import { overrulingDay } from '#shared/domain/understanding/time/day-at-issue.ts'
import { namedDays } from '#shared/domain/understanding/time/day-signs.ts'
import { flatten } from '#shared/text/flat-text.ts'
import { context, linesOf, turnsOf } from './small-pack.ts'

const watch =
  '坐：您好 / 市：我五月八号买的手表 / 坐：出什么问题了 / 市：六月二号早上就不走了 / 坐：去修过吗 / 市：六月三号拿去他说要收费 / 坐：您的诉求 / 市：免费修 / 坐：好的 / 市：谢谢'
const hearingOf = (call: string) => listen(turnsOf(...linesOf(call)), context, (turn) => flatten(turn.text))
const judged = (ruled: string, signs: readonly string[], prior = 0, call = watch) =>
  overrulingDay(ruled, hearingOf(call), '投诉', readSignWeights({ prior, signs, words: [] }))

test('every day that a call names is weighed once', () => {
  const days = namedDays(hearingOf(watch), '投诉').map(({ day }) => day)
  expect(days).toEqual(['2026-05-08', '2026-06-02', '2026-06-03'])
})

test('a day overrules the rules’ by far only', () => {
  expect(judged('2026-06-02', ['last=2000'])).toBeUndefined()
  expect(judged('2026-05-08', ['last=2000'])?.by?.day).toBe('2026-06-03')
  expect(judged('2026-05-08', ['last=200'])).toBeUndefined()
})

test('the day before and after, and the month of a day, are not other days', () => {
  expect(judged('2026-06-02', ['last=2000'])).toBeUndefined()
  expect(judged('2026-06-03', ['last=2000'])).toBeUndefined()
})

test('where none of the days is likely there is none', () => {
  expect(judged('2026-06-02', [], -2000)).toEqual({ by: undefined })
  expect(judged('2026-06-02', [], -200)).toBeUndefined()
})

test('in the first turns of a call the rules are left alone', () => {
  const first = watch.split(' / ').slice(0, 6).join(' / ')
  expect(judged('2026-06-02', [], -2000, first)).toBeUndefined()
})
