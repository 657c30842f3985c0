import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementOf, compareReviewers } from '#shared/domain/review/calibrate-reviewers.ts'
import { foldReview } from '#shared/domain/review/fold-review.ts'
import { makeReport, type ReportedCall, type ReportQuery } from '#shared/domain/review/report.ts'
import { reportHtml } from '#shared/domain/review/report-html.ts'
import { reportCsv } from '#shared/domain/review/report-table.ts'
import { countRules, passesTrial, ruleContent } from '#shared/domain/review/rule-counts.ts'
import { drawCalls, reasonsFor, weekOf } from '#shared/domain/review/sampling.ts'
import { scoreCall } from '#shared/domain/review/score-call.ts'
import type { ScorecardItem } from '#shared/domain/review/scorecard.ts'
import { normRuleSchema } from '#shared/domain/site-pack.ts'
import { wilson } from '#shared/domain/review/wilson.ts'
import { change, confirm, dismiss, eventsOf, raised, type Acts } from './review-call.ts'

describe('shares', () => {
  it.each([
    // Wilson's interval as in Brown, Cai, DasGupta 2001 and R's prop.test(correct = FALSE).
    [8, 10, 0.4902, 0.9433],
    [0, 10, 0, 0.2775],
    [19, 20, 0.7639, 0.9911],
  ])('%i of %i', (hits, total, low, high) => {
    const share = wilson(hits, total)!
    expect(share.low).toBeCloseTo(low, 4)
    expect(share.high).toBeCloseTo(high, 4)
  })

  it('hold their value inside, whatever the numbers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, part) => {
          const { value, low, high } = wilson(Math.round(total * part), total)!
          expect(low).toBeLessThanOrEqual(value + 1e-12)
          expect(high).toBeGreaterThanOrEqual(value - 1e-12)
          expect(low).toBeGreaterThanOrEqual(0)
          expect(high).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  it('of nothing there is none', () => expect(wilson(0, 0)).toBeUndefined())
})

describe('agreement', () => {
  const pairs = (first: string, second: string): { first: string; second: string }[] =>
    Array.from(first, (label, at) => ({ first: label, second: second[at]! }))

  it('is κ beyond chance', () => {
    // Cohen's textbook table: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no gives 0.4.
    const table = [
      ...pairs('y'.repeat(20), 'y'.repeat(20)),
      ...pairs('y'.repeat(5), 'n'.repeat(5)),
      ...pairs('n'.repeat(10), 'y'.repeat(10)),
      ...pairs('n'.repeat(15), 'n'.repeat(15)),
    ]
    expect(agreementOf(table).share).toBeCloseTo(0.7)
    expect(agreementOf(table).kappa).toBeCloseTo(0.4)
  })

  it('has no κ where both only ever say one thing', () => {
    expect(agreementOf(pairs('yy', 'yy'))).toEqual({ share: 1 })
    expect(agreementOf([])).toEqual({})
  })

  it('takes overlapping marks under one rule for the same', () => {
    const mark = (from: number, to: number, rule = 'commanding') =>
      ({ kind: 'flag-added', turn: 0, from, to, rule, severity: 'caution', reason: '命令' }) as const
    const { flags } = foldReview(
      [raised(2, 'shirking')],
      eventsOf(
        ['a', confirm('2/shirking')],
        ['b', dismiss('2/shirking')],
        ['a', mark(0, 4)],
        ['b', mark(2, 6)],
        ['b', mark(8, 9)],
      ),
    )
    const { compared, share } = compareReviewers(flags, 'a', 'b')
    expect(compared.map(({ first, second }) => `${first}/${second}`)).toEqual([
      'confirm/dismiss',
      'added/added',
      'none/added',
    ])
    expect(share).toBeCloseTo(1 / 3)
  })
})

describe('rules', () => {
  const { flags } = foldReview(
    [
      raised(0, 'commanding'),
      raised(1, 'commanding'),
      raised(2, 'commanding', { version: 'v0' }),
      raised(3, 'commanding'),
      raised(4, 'shirking'),
    ],
    eventsOf(
      ['r', confirm('0/commanding')],
      ['r', dismiss('1/commanding')],
      ['r', confirm('2/commanding')],
      ['r', change('4/shirking', 'commanding')],
      [
        'r',
        {
          kind: 'flag-added',
          turn: 6,
          from: 0,
          to: 2,
          rule: 'vague-answer',
          severity: 'info',
          reason: '含糊',
        },
      ],
    ),
  )

  it('are counted by version, with what they missed', () => {
    expect(countRules(flags)).toEqual([
      { rule: 'commanding', version: 'v1', confirmed: 1, dismissed: 1, changed: 0, open: 1, missed: 1 },
      { rule: 'commanding', version: 'v0', confirmed: 1, dismissed: 0, changed: 0, open: 0, missed: 1 },
      { rule: 'shirking', version: 'v1', confirmed: 0, dismissed: 0, changed: 1, open: 0, missed: 0 },
      { rule: 'vague-answer', version: '', confirmed: 0, dismissed: 0, changed: 0, open: 0, missed: 1 },
    ])
  })

  it.each([
    [20, 0, true],
    [19, 0, false],
    [19, 1, false],
    [60, 3, true],
    [0, 40, false],
  ])('%i right and %i wrong: out of its trial %s', (confirmed, dismissed, passes) => {
    const counts = { confirmed, dismissed, changed: 0 }
    expect(passesTrial(counts, { verdicts: 20, precision: 0.8 })).toBe(passes)
  })

  it('are the same as long as they find the same', () => {
    const norm = normRuleSchema.parse({ rule: 'r', title: '甲', phrases: [{ say: '凭什么' }] })
    expect(ruleContent([{ ...norm, title: '乙', why: '新的说法' }])).toBe(ruleContent([norm]))
    expect(ruleContent([{ ...norm, phrases: [{ say: '凭啥' }] }])).not.toBe(ruleContent([norm]))
    expect(ruleContent([{ ...norm, threshold: 3 }])).not.toBe(ruleContent([norm]))
  })
})

describe('sampling', () => {
  const plan = { share: 0.1, leastPerWeek: 2, manyFlags: 3 }
  const calls = (count: number, staffNumber: string, day = '2026-11-16') =>
    Array.from({ length: count }, (_value, at) => ({
      callId: `${staffNumber}-0000-7000-8000-${((at * 7919 + 13) % 65_536).toString(16).padStart(12, '0')}`,
      staffNumber,
      startedAt: `${day}T09:00:00+08:00`,
    }))

  it.each([
    [1, 1],
    [5, 2],
    [20, 2],
    [55, 6],
  ])('of %i calls of a seat in a week %i are drawn', (count, drawn) => {
    expect(drawCalls(calls(count, 'a'), plan).size).toBe(drawn)
  })

  it('every seat and every week by itself, whatever the order', () => {
    const all = [...calls(10, 'a'), ...calls(10, 'b'), ...calls(10, 'c', '2026-11-23')]
    expect(drawCalls(all, plan).size).toBe(6)
    expect(drawCalls(all.toReversed(), plan)).toEqual(drawCalls(all, plan))
  })

  it('weeks begin on Monday', () => {
    expect(weekOf('2026-11-16T00:00:00+08:00')).toBe(weekOf('2026-11-22T23:59:59+08:00'))
    expect(weekOf('2026-11-23T00:00:00+08:00')).toBe(weekOf('2026-11-22T23:59:59+08:00') + 1)
  })

  it('gives the reasons', () => {
    const cautions = [0, 1, 2].map((turn) => raised(turn, 'commanding'))
    const reasons = (flags: Parameters<typeof foldReview>[0], urgency?: string) =>
      reasonsFor({ drawn: false, urgency, calibration: false }, foldReview(flags, []).flags, plan)
    expect(reasons([])).toEqual([])
    expect(reasons(cautions)).toEqual(['many-flags'])
    expect(reasons([raised(0, 'shirking', { severity: 'serious' })], '突发')).toEqual(['serious', 'urgent'])
    expect(reasons([raised(0, 'shirking', { severity: 'serious', silent: true })])).toEqual(['trial-rule'])
  })
})

describe('a score', () => {
  const items: readonly ScorecardItem[] = [
    {
      id: 'a',
      group: '',
      title: '不命令',
      source: '',
      points: 10,
      by: 'rules',
      rules: ['commanding'],
      deduct: 4,
    },
    { id: 'b', group: '', title: '清楚', source: '', points: 10, by: 'reviewer', rules: [] },
    { id: 'c', group: '', title: '接通', source: '', points: 5, by: 'exchange', rules: [] },
    { id: 'd', group: '', title: '语速', source: '', points: 5, by: 'rules', rules: ['not in the pack'] },
  ]
  const rules = new Set(['commanding', 'shirking'])
  const score = (...acts: Acts) =>
    scoreCall(
      items,
      foldReview([raised(0, 'commanding'), raised(2, 'commanding', { silent: true })], eventsOf(...acts)),
      rules,
    )

  it('counts what was judged, and flags that stand; none of a rule on trial', () => {
    expect(score()).toMatchObject({ points: 6, of: 10, percent: 60 })
    expect(score(['r', dismiss('0/commanding')])).toMatchObject({ points: 10, of: 10 })
    expect(score(['r', confirm('2/commanding')])).toMatchObject({ points: 6, of: 10 })
    const byHand = score(['r', { kind: 'scored', items: [{ item: 'b', points: 7 }] }])
    expect(byHand).toMatchObject({ points: 13, of: 20, percent: 65 })
    expect(byHand.items.map(({ points }) => points)).toEqual([6, 7, undefined, undefined])
  })

  it('leaves open what no rule could judge in this call, unless a reviewer found it', () => {
    const judgedBy = (unjudged: ReadonlySet<string>, flags: readonly ReturnType<typeof raised>[]) =>
      scoreCall(items, foldReview(flags, []), rules, unjudged)
    expect(judgedBy(new Set(['commanding']), []).of).toBe(0)
    expect(judgedBy(new Set(['shirking']), []).of).toBe(10)
    expect(judgedBy(new Set(['commanding']), [raised(0, 'commanding')])).toMatchObject({ points: 6, of: 10 })
  })

  it('is not below zero', () => {
    const many = foldReview(
      [0, 1, 2, 3].map((turn) => raised(turn, 'commanding')),
      [],
    )
    expect(scoreCall(items, many, rules).points).toBe(0)
  })
})

describe('a report', () => {
  const call = (callId: string, staffNumber: string, day: string, ...acts: Acts): ReportedCall => ({
    callId,
    staffNumber,
    staffName: `坐席${staffNumber}`,
    team: staffNumber === 'a' ? '一组' : '',
    startedAt: `${day}T09:00:00+08:00`,
    percent: staffNumber === 'a' ? 80 : 60,
    record: foldReview([raised(0, 'commanding'), raised(2, 'shirking', { silent: true })], eventsOf(...acts)),
  })
  const calls = [
    call('1', 'a', '2026-11-16', ['r', confirm('0/commanding')], ['r', { kind: 'finished' }]),
    call('2', 'a', '2026-11-17', ['r', dismiss('0/commanding')]),
    call('3', 'b', '2026-11-23', ['r', change('0/commanding', 'shirking')]),
    call('4', 'b', '2026-12-01'),
  ]
  const titles = new Map([
    ['commanding', '命令语气'],
    ['shirking', '推诿'],
  ])
  const report = (query: Partial<ReportQuery>) =>
    makeReport(calls, { from: '2026-11-01', to: '2026-11-30', by: 'seat', ...query }, titles)

  it('has the figures of the days asked for', () => {
    const { total, rows } = report({})
    expect(total).toMatchObject({ calls: 3, reviewed: 1, confirmed: 1, dismissed: 2, open: 0, missed: 1 })
    expect(rows.map(({ key, calls: count, percent }) => [key, count, percent])).toEqual([
      ['a', 2, 80],
      ['b', 1, 60],
    ])
  })

  it.each([
    ['team', ['一组', '']],
    ['day', ['2026-11-16', '2026-11-17', '2026-11-23']],
    ['week', ['2026-11-16', '2026-11-23']],
    ['month', ['2026-11']],
  ] as const)('by %s', (by, keys) => {
    expect(report({ by }).rows.map(({ key }) => key)).toEqual(keys)
  })

  it('by rule counts rules on trial, and a change for both rules', () => {
    const rows = report({ by: 'rule' }).rows
    expect(rows.find(({ key }) => key === 'commanding')).toMatchObject({
      confirmed: 1,
      dismissed: 2,
      missed: 0,
    })
    expect(rows.find(({ key }) => key === 'shirking')).toMatchObject({ open: 3, missed: 1 })
  })

  const printed = () => {
    const query: ReportQuery = { from: '2026-11-01', to: '2026-11-30', by: 'seat' }
    const { total, rows } = makeReport(calls, query, titles)
    const named = rows.map((row) => ({ ...row, label: `=HYPERLINK("${row.label}")<b>`, places: [] }))
    return { query, madeAt: '2026-11-30T10:00:00+08:00', total, rows: named }
  }

  it('is a table that no spreadsheet takes for a formula', () => {
    const [head, first] = reportCsv(printed()).split('\r\n')
    expect(head).toBe(
      '\uFEFF坐席,通话,已质检,成立,不成立或改判,待判,漏报,申诉,申诉成立,准确率,95% 区间,平均得分',
    )
    expect(first!.startsWith('"\'=HYPERLINK(""')).toBe(true)
    expect(first!.endsWith(',50.0%,9.5%–90.5%,80.0')).toBe(true)
  })

  it('is a page that takes no markup from a name', () => {
    const page = reportHtml(printed())
    expect(page).not.toContain('<b>')
    expect(page).toContain('&lt;b&gt;')
    expect(page).toContain('url(#hatch)')
  })
})
