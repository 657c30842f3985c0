import { describe, expect, it } from 'vitest'
import { compareFlags, tallyVerdicts } from '#shared/domain/review/compare-flags.ts'
import { readDialogue } from '#shared/domain/review/read-dialogue.ts'
import { ruleContent } from '#shared/domain/review/rule-counts.ts'
import {
  checkChange,
  givenTitles,
  isOwnRule,
  lastEntries,
  ownRuleId,
  reviseItems,
  reviseNorms,
  type RulebookChange,
  type RulebookRevision,
} from '#shared/domain/review/rulebook.ts'
import { scoreCall } from '#shared/domain/review/score-call.ts'
import { scorecardItemSchema, type ScorecardItem } from '#shared/domain/review/scorecard.ts'
import { createWordingCheck } from '#shared/domain/wording/check-wording.ts'
import { normRuleSchema, type NormRule } from '#shared/domain/site-pack.ts'

const norm = (rule: string, say: string, more: Partial<NormRule> = {}): NormRule => ({
  ...normRuleSchema.parse({ rule, title: rule, phrases: [{ say }] }),
  ...more,
})
const pack = [norm('commanding', '快说'), norm('shirking', '不归我管'), norm('commanding', '听着')]
const revision = (position: number, change: RulebookChange): RulebookRevision => ({
  ...{ position, version: position, at: '2026-11-20T01:00:00.000Z', by: '8090', byName: '', note: '' },
  change,
})
const ruleChange = (rule: string, entries: NormRule[] | null): RulebookChange => ({
  kind: 'rule',
  rule,
  entries,
})

describe('norms that trainers changed', () => {
  const newer = norm('commanding', '闭嘴')
  it('take the place of all entries of their rule, and leave the others alone', () => {
    const revised = reviseNorms(pack, [revision(1, ruleChange('commanding', [newer]))])
    expect(revised).toEqual([newer, pack[1]])
    expect(reviseNorms(pack, [])).toBe(pack)
  })

  it('give way to a newer version, and to the pack where it was restored', () => {
    const first = revision(1, ruleChange('commanding', [norm('commanding', '等着')]))
    expect(reviseNorms(pack, [first, revision(2, ruleChange('commanding', [newer]))])).toContain(newer)
    expect(reviseNorms(pack, [first, revision(2, ruleChange('commanding', null))])).toEqual(pack)
  })

  it('are left out where their expressions do not compile or could hang', () => {
    const broken = norm('commanding', '等', { patterns: [{ match: '(a+)+$' }] })
    expect(reviseNorms(pack, [revision(1, ruleChange('commanding', [broken]))])).toEqual(pack)
  })

  it('are another rule to the verdicts as soon as they raise something else', () => {
    const entry = norm('vague-answer', '可能吧', { scoreAbove: 0.4 })
    expect(ruleContent([{ ...entry, scoreAbove: 0.5 }])).not.toBe(ruleContent([entry]))
    expect(ruleContent([{ ...entry, why: '说得不准', severity: 'serious' }])).toBe(ruleContent([entry]))
  })
})

describe('a rule that trainers made', () => {
  const rule = ownRuleId('0123456789abcdef')
  const own = norm(rule, '这点小事', { title: '轻慢' })
  const made = revision(1, ruleChange(rule, [own]))

  it('has an id that no rule of a pack has, and stands behind the pack’s', () => {
    expect(isOwnRule(rule)).toBe(true)
    expect(pack.some((entry) => isOwnRule(entry.rule))).toBe(false)
    expect(reviseNorms(pack, [made])).toEqual([pack[0], pack[2], pack[1], own])
  })

  it('is gone when it was removed, keeps its name, and comes back with a later version', () => {
    const removed = [made, revision(2, ruleChange(rule, null))]
    expect(reviseNorms(pack, removed)).toBe(pack)
    expect(lastEntries(rule, removed, false)).toEqual([own])
    expect(givenTitles(pack, removed).get(rule)).toBe('轻慢')
    expect(reviseNorms(pack, [...removed, revision(3, ruleChange(rule, [own]))])).toContain(own)
  })

  it('has to have something to look for', () => {
    const nothing = norm(rule, '', { phrases: [] })
    expect(checkChange(ruleChange(rule, [nothing]))).toMatchObject({
      ok: false,
      error: { code: 'empty-rule' },
    })
    expect(checkChange(ruleChange(rule, [own])).ok).toBe(true)
    // A whole-call rule of the pack looks for more than words.
    expect(checkChange(ruleChange('silence', [{ ...nothing, rule: 'silence' }])).ok).toBe(true)
  })

  it('flags its words where the seat says them, and heeds what makes up for them', () => {
    const check = createWordingCheck([
      { ...own, remedies: ['我马上'], context: ['漏水|没水'] },
      norm('constructor', '随便你'),
    ])
    const flagged = (...said: string[]): readonly string[] =>
      check.check(readDialogue(said.join('\n')), true).map((flag) => flag.rule)
    expect(flagged('市民：家里漏水', '坐席：这点小事也打电话')).toEqual([rule])
    expect(flagged('市民：家里漏水', '坐席：这点小事我马上登记')).toEqual([])
    expect(flagged('市民：想问个事', '坐席：这点小事也打电话')).toEqual([])
    expect(flagged('坐席：您好', '市民：漏水这点小事')).toEqual([])
    expect(flagged('坐席：随便你')).toEqual(['constructor'])
  })
})

describe('a rule that is off', () => {
  const off = (position: number, rule: string, entries: NormRule[] | null): RulebookRevision =>
    revision(position, { kind: 'rule', rule, entries, off: true })

  it('judges nothing until a version switches it on again', () => {
    const first = off(1, 'commanding', null)
    expect(reviseNorms(pack, [first])).toEqual([pack[1]])
    expect(reviseNorms(pack, [first, revision(2, ruleChange('commanding', null))])).toBe(pack)
  })

  it('keeps what it would look for, and its name', () => {
    const kept = [norm('commanding', '闭嘴', { title: '口气' })]
    expect(lastEntries('commanding', [off(1, 'commanding', kept)], true)).toEqual(kept)
    expect(givenTitles(pack, [off(1, 'commanding', kept)]).get('commanding')).toBe('口气')
    expect(lastEntries('commanding', [off(1, 'commanding', null)], true)).toBeUndefined()
    expect(givenTitles(pack, [off(1, 'commanding', null)]).size).toBe(0)
  })
})

describe('a change', () => {
  it('with an expression that could hang is refused, and the expression named', () => {
    const entry = norm('commanding', '等', { patterns: [{ match: '快' }, { match: '(快+)+说' }] })
    const checked = checkChange(ruleChange('commanding', [entry]))
    expect(checked).toMatchObject({ ok: false, error: { code: 'bad-norm-expression' } })
    expect(!checked.ok && checked.error.message).toContain('(快+)+说')
    expect(checkChange(ruleChange('commanding', [norm('commanding', '等')])).ok).toBe(true)
    expect(checkChange(ruleChange('commanding', null)).ok).toBe(true)
  })

  it('is of one rule', () => {
    expect(checkChange(ruleChange('commanding', [norm('shirking', '等')]))).toMatchObject({ ok: false })
  })

  const item = (id: string, more: Partial<ScorecardItem> = {}): ScorecardItem => ({
    ...scorecardItemSchema.parse({ id, group: '沟通', title: id, points: 5, by: 'reviewer' }),
    ...more,
  })
  it.each([
    ['names an item twice', [item('a'), item('a')]],
    ['has an item by rules without a rule', [item('a', { by: 'rules' })]],
    ['takes more than the full points', [item('a', { deduct: 6 })]],
    ['judges nothing', [item('a', { off: true })]],
  ])('of the scorecard that %s is refused', (_what, items) => {
    expect(checkChange({ kind: 'scorecard', items })).toMatchObject({
      ok: false,
      error: { code: 'bad-scorecard' },
    })
    expect(checkChange({ kind: 'scorecard', items: [item('a'), item('b', { off: true })] }).ok).toBe(true)
  })

  it('of the scorecard replaces the pack’s items, and restores them', () => {
    const changed = [item('b')]
    const first = revision(1, { kind: 'scorecard', items: changed })
    expect(reviseItems([item('a')], [first])).toEqual(changed)
    expect(reviseItems([item('a')], [first, revision(2, { kind: 'scorecard', items: null })])).toEqual([
      item('a'),
    ])
  })

  it('leaves an item that is off out of the score', () => {
    const record = { flags: [], scores: new Map([['a', { item: 'a', points: 3 }]]) }
    const scored = scoreCall([item('a'), item('b', { off: true })], record, new Set())
    expect(scored).toMatchObject({ points: 3, of: 5 })
    expect(scored.items.map((entry) => entry.item)).toEqual(['a'])
  })
})

describe('a dialogue that is pasted', () => {
  it('is read line by line, with names of both kinds of colon and lines that go on', () => {
    const turns = readDialogue('市民：你们管不管\n坐席: 凭什么\n  要我们管\n\n话务员： 再见\n')
    expect(turns.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['citizen', '你们管不管'],
      ['seat', '凭什么要我们管'],
      ['seat', '再见'],
    ])
    expect(turns.every((turn, at) => turn.startMs >= (turns[at - 1]?.endMs ?? 0))).toBe(true)
  })

  it('has no turns where nobody is named', () => {
    expect(readDialogue('你们管不管\n他说：凭什么')).toEqual([])
  })
})

describe('a rule before and after its change', () => {
  const flag = (turn: number) => ({ turn, quote: '', severity: 'caution', why: '' }) as const
  it('keeps, loses and gains flags by turn', () => {
    const compared = compareFlags([flag(1), flag(3)], [flag(0), flag(3)])
    expect(compared.map(({ change, flag: { turn } }) => [turn, change])).toEqual([
      [0, 'new'],
      [1, 'gone'],
      [3, 'kept'],
    ])
  })

  it('is measured against the verdicts', () => {
    const compared = [
      { change: 'kept', standing: 'confirmed' },
      { change: 'gone', standing: 'confirmed' },
      { change: 'gone', standing: 'dismissed' },
      { change: 'kept', standing: 'changed' },
      { change: 'new', standing: 'dismissed' },
      { change: 'new' },
    ] as const
    expect(tallyVerdicts(compared)).toEqual({
      confirmed: { before: 2, after: 1 },
      dismissed: { before: 2, after: 2 },
    })
  })
})
