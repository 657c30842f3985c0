import { expect, it } from 'vitest'
import { ruleName } from '../../src-renderer/text/zh-CN.ts'
import { checkChange, ownRuleId } from '#shared/domain/review/rulebook.ts'
import {
  emptyEntry,
  newRule,
  withField,
  withoutEmptyRows,
  type RuleEntry,
} from '../../src-renderer/features/rules/draft.ts'

const entry: RuleEntry = {
  rule: 'commanding',
  title: '命令语气',
  clause: '不用命令语气',
  severity: 'caution',
  why: '',
  rewrite: '',
  phrases: [{ say: '快说' }, { say: ' ' }],
  patterns: [{ match: '' }, { match: '快.说', why: '催促' }],
  except: [],
  threshold: 3,
}

it('drops rows that nothing was written into, and nothing else', () => {
  const [kept] = withoutEmptyRows([entry])
  expect(kept).toEqual({ ...entry, phrases: [{ say: '快说' }], patterns: [{ match: '快.说', why: '催促' }] })
})

it('sets a field, and takes one away so that the pack’s schema finds none', () => {
  expect(withField(entry, 'threshold', 5).threshold).toBe(5)
  expect('threshold' in withField(entry, 'threshold', undefined)).toBe(false)
  expect(withField(entry, 'threshold', undefined)).toMatchObject({ rule: 'commanding', severity: 'caution' })
})

it('begins a further group of the same rule with nothing in it', () => {
  expect(emptyEntry(entry)).toMatchObject({
    rule: 'commanding',
    title: '命令语气',
    phrases: [],
    patterns: [],
  })
  expect(emptyEntry(entry)).not.toHaveProperty('threshold')
})

it('begins a new rule with a row to write into, and nothing that could be saved yet', () => {
  const rule = ownRuleId('0a1b2c3d')
  const { entries, pack, revision } = newRule(rule)
  expect({ pack, revision }).toEqual({ pack: null, revision: 0 })
  expect(entries[0]!.phrases).toHaveLength(1)
  const kept = withoutEmptyRows(entries)
  expect(checkChange({ kind: 'rule', rule, entries: kept })).toMatchObject({ error: { code: 'empty-rule' } })
})

it('calls a rule what trainers called it, and else as ever', () => {
  const given = { 'own-0a1b2c3d': '轻慢', speed: '说得太快' }
  expect(ruleName('own-0a1b2c3d', given)).toBe('轻慢')
  expect(ruleName('speed', given)).toBe('说得太快')
  expect(ruleName('silence', given)).toBe(ruleName('silence', undefined))
})
