import { rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { normRuleSchema, type NormRule } from '#shared/domain/site-pack.ts'
import { systemClock } from '../../src-main/core/clock.ts'
import { RuleTrials } from '../../src-main/core/review/rule-trials.ts'
import { openStore, type Store } from '../../src-main/core/store/open-store.ts'
import { testStoreKey } from '../support/store-key.ts'

let directory: string
let store: Store
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'seat-trials-'))
  store = openStore(directory, testStoreKey)
})
afterEach(() => {
  store.close()
  rmSync(directory, { recursive: true })
})

const norm = (rule: string, ...phrases: string[]): NormRule =>
  normRuleSchema.parse({ rule, title: rule, phrases: phrases.map((say) => ({ say })) })
const first = { norms: [norm('commanding', '你等着'), norm('shirking', '不归我管')] }
const second = {
  norms: [norm('commanding', '你等着', '快说'), norm('shirking', '不归我管'), norm('new', '嗯哼')],
}
const limits = { verdicts: 20, precision: 0.8 }
const started = (): RuleTrials => new RuleTrials(store, systemClock())

it('takes the first pack as tried, and puts what is new or changed on trial', () => {
  const trials = started()
  trials.use(first)
  expect(trials.of('commanding').silent).toBe(false)
  trials.use(second)
  expect(['commanding', 'shirking', 'new'].map((rule) => trials.of(rule).silent)).toEqual([true, false, true])
  trials.use(first)
  expect(trials.of('commanding').silent).toBe(false)
})

it('ends a trial by verdicts on that version alone, for good', () => {
  const trials = started()
  trials.use(first)
  const old = trials.of('commanding').version
  trials.use(second)
  const { version } = trials.of('commanding')
  const counts = { rule: 'commanding', confirmed: 30, dismissed: 0, changed: 0, open: 0, missed: 0 }
  expect(trials.settle([{ ...counts, version: old }], limits)).toBe(false)
  expect(trials.settle([{ ...counts, version, confirmed: 10 }], limits)).toBe(false)
  expect(trials.settle([{ ...counts, version, dismissed: 15 }], limits)).toBe(false)
  expect(trials.of('commanding').silent).toBe(true)
  expect(trials.settle([{ ...counts, version }], limits)).toBe(true)
  expect(trials.of('commanding').silent).toBe(false)
  const later = started()
  later.use(second)
  expect(later.of('commanding')).toEqual({ version, silent: false })
})

it('keeps flags of a rule on trial from the seat', () => {
  store.calls.insert({
    callId: 'c',
    startedAt: '2026-11-20T09:00:00+08:00',
    phase: 'ended',
    source: { kind: 'capture', channels: ['seat'] },
    callerNumber: undefined,
    hostId: 'h',
  })
  const flag = { turn: 0, rule: 'new', quote: '嗯哼', severity: 'caution', why: '', rewrite: '' } as const
  store.calls.addFlag('c', flag, { version: 'v', silent: true })
  store.calls.addFlag('c', { ...flag, rule: 'shirking' }, { version: 'w', silent: false })
  expect(store.calls.flags('c').map(({ rule }) => rule)).toEqual(['shirking'])
  expect(store.reviews.raisedFlags('c').get('c')).toMatchObject([
    { rule: 'new', version: 'v', silent: true },
    { rule: 'shirking', version: 'w', silent: false },
  ])
})
