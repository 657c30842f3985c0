import { describe, expect, it } from 'vitest'
import { compareTicket, type ExpectedTicket } from '#shared/domain/rehearsal/compare-ticket.ts'
import { mysteryReport, type RehearsedHow } from '#shared/domain/rehearsal/mystery-report.ts'
import { unjudgedRules } from '#shared/domain/review/unjudged-rules.ts'
import { mysteryCallerSchema } from '#shared/domain/rehearsal/rehearsal-script.ts'
import type { RaisedFlag } from '#shared/domain/review/review-case.ts'
import { foldReview } from '#shared/domain/review/fold-review.ts'
import { scoreCall } from '#shared/domain/review/score-call.ts'
import { scorecardSchema } from '#shared/domain/review/scorecard.ts'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'

const { items } = scorecardSchema.parse({
  items: [
    { id: 'answer-time', group: '接通', title: '接听及时', points: 5, by: 'exchange' },
    { id: 'pace', group: '礼仪', title: '语速', points: 5, by: 'rules', rules: ['speed'], deduct: 2 },
    {
      id: 'tone',
      group: '沟通',
      title: '不质问',
      points: 10,
      by: 'rules',
      rules: ['rhetorical-question'],
      deduct: 5,
    },
    { id: 'clear', group: '沟通', title: '清楚', points: 10, by: 'reviewer' },
  ],
})
const caller = mysteryCallerSchema.parse({
  items: {
    'answer-time': { good: '接得快', lost: '等久了', ringingSeconds: 15 },
    pace: { good: '跟得上', lost: '太快', open: '听不出语速' },
    tone: { good: '没有质问', lost: '像在责怪我' },
    clear: { good: '清楚', lost: '不清楚', open: '请听的人评' },
  },
})
const flag = (rule: string, quote: string): RaisedFlag => ({
  ...{ turn: 2, rule, quote, severity: 'caution', why: '', rewrite: '' },
  ...{ version: '', silent: false, dismissed: false },
})
const record = foldReview([flag('rhetorical-question', '你早干什么去了'), flag('speed', '好的')], [])

function report(how: RehearsedHow) {
  const rulesOf = (item: string): readonly string[] => items.find(({ id }) => id === item)?.rules ?? []
  const score = scoreCall(items, record, new Set(['speed', 'rhetorical-question']))
  return mysteryReport(score, record.flags, caller, how, rulesOf)
}

describe('the report of a rehearsal', () => {
  it('speaks as the mystery caller, with the words that cost points', () => {
    const { items: reported, points, of } = report({ unjudged: new Set(), answeredAfterMs: 4000 })
    expect(reported.map((item) => [item.words, item.points])).toEqual([
      ['接得快', 5],
      ['太快', 3],
      ['像在责怪我', 5],
      ['请听的人评', undefined],
    ])
    expect(reported[2]?.quotes).toEqual(['你早干什么去了'])
    expect([points, of]).toEqual([13, 20])
  })

  it('does not judge by ear what was typed', () => {
    const { items: reported, of } = report({ unjudged: new Set(['speed']), answeredAfterMs: 20_000 })
    expect(reported.map((item) => [item.words, item.points])).toEqual([
      ['等久了', 0],
      ['听不出语速', undefined],
      ['像在责怪我', 5],
      ['请听的人评', undefined],
    ])
    expect(of).toBe(15)
  })

  it('leaves the time to answer open where it was not measured', () => {
    expect(report({ unjudged: new Set(), answeredAfterMs: undefined }).items[0]?.points).toBeUndefined()
  })
})

describe('the ticket beside the expected one', () => {
  const expected: ExpectedTicket = {
    startedAt: '2026-03-01T09:00:00+08:00',
    pathOf: () => ['a', 'b', 'c'],
    fields: {
      contactName: '周先生',
      contactPhone: '13822014567',
      incidentTime: '-1',
      incidentAddress: { district: '海珠区', road: '昌岗中路', number: '166号' },
      category: '0105001',
      demand: '派人维修路灯',
      confidential: true,
    },
  }
  const matchOf = (filled: TicketFields): Readonly<Record<string, string>> =>
    Object.fromEntries(compareTicket(expected, filled).map(({ field, match }) => [field, match]))

  it('tells what is the same, different, missing or too much', () => {
    expect(
      matchOf({
        contactName: '周先生',
        contactPhone: '13822014568',
        gender: '男',
        incidentTime: '2026-02-28T20:00',
        incidentAddress: { district: '海珠区', road: '昌岗中路', number: '166号', detail: '门口' },
        category: { code: '0105001', path: [] },
        demand: '要求尽快派人维修路灯',
        confidential: false,
      }),
    ).toEqual({
      contactName: 'same',
      gender: 'extra',
      contactPhone: 'different',
      incidentTime: 'same',
      incidentAddress: 'same',
      category: 'same',
      demand: 'same',
      confidential: 'missing',
    })
  })

  it('takes no other place, day or matter for the same', () => {
    expect(
      matchOf({
        incidentTime: { from: '2026-03-01' },
        incidentAddress: { district: '越秀区', road: '昌岗中路', number: '166号' },
        category: { code: '0105002', path: [] },
        demand: '要求退还学费',
      }),
    ).toMatchObject({
      incidentTime: 'different',
      incidentAddress: 'different',
      category: 'different',
      demand: 'different',
    })
  })
})

describe('rules that could find nothing', () => {
  const norms = [{ rule: 'closing', context: ['再见'] }, { rule: 'shirking' }]
  const turn = (text: string) => ({ speaker: 'citizen', startMs: 0, endMs: 1, text }) as const

  it('are those of sound where sentences were typed, and those of the end where nobody took leave', () => {
    expect([...unjudgedRules(norms, [turn('好的')], true)]).toEqual(['closing'])
    expect([...unjudgedRules(norms, [turn('好的再见')], true)]).toEqual([])
    expect(unjudgedRules(norms, [turn('好的再见')], false)).toContain('speed')
  })
})
