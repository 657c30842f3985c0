import { expect, it } from 'vitest'
import {
  emptyEntry,
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
