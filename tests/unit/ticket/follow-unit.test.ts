import { describe, expect, it } from 'vitest'
import type { DispatchRule } from '#shared/domain/site-pack.ts'
import type { HeardFields, TicketDraft } from '#shared/domain/ticket-fields.ts'
import { acceptFields, applyHeard, setTyped } from '#shared/domain/ticket/draft.ts'
import { followUnit } from '#shared/domain/ticket/follow-unit.ts'

const change = { by: '8031', at: '2026-11-20T01:00:00.000Z' }
const rule = (category: string, unit: string, unplaced = ''): DispatchRule => ({
  category,
  place: '*',
  unit,
  unplaced,
  fallback: [],
  returns: [],
})
const dispatch = [rule('0301', '自来水公司'), rule('0501', '{district}人社局', '市人社局')]
const water = { code: '0301001', path: ['公用事业', '供水', '停水'] }
const wages = { code: '0501001', path: ['劳动保障', '工资报酬', '拖欠工资'] }

const heardWater: HeardFields = {
  category: { value: water, confidence: 0.9, evidence: [], alternatives: [] },
  unit: { value: '自来水公司', confidence: 0.9, evidence: [], alternatives: [] },
}
const unitOf = (draft: TicketDraft) => followUnit(draft, dispatch, change.at).unit

describe('the responsible unit', () => {
  const heard = applyHeard({}, heardWater, change.at)

  it('is the heard one while nobody settled category or place', () => {
    expect(unitOf(heard)).toBe(heard.unit)
  })

  it('follows the category that a person typed, and then the district', () => {
    const typed = setTyped(heard, 'category', wages, change)
    expect(unitOf(typed)).toMatchObject({
      value: '市人社局',
      source: 'rule',
      confidence: 0.6,
      confirmed: false,
    })
    const placed = setTyped(typed, 'incidentAddress', { district: '番禺区' }, change)
    expect(unitOf(placed)).toMatchObject({ value: '番禺区人社局', confidence: 0.9 })
    expect(unitOf(placed)?.reason).toContain('拖欠工资')
  })

  it('stays with a category that was accepted, whatever is heard after', () => {
    const accepted = acceptFields(heard, ['category'], change)
    const later = applyHeard(
      accepted,
      {
        category: { value: wages, confidence: 0.9, evidence: [], alternatives: [] },
        unit: { value: '市人社局', confidence: 0.9, evidence: [], alternatives: [] },
      },
      change.at,
    )
    expect(unitOf(later)?.value).toBe('自来水公司')
  })

  it('is left alone once a person wrote it', () => {
    const own = setTyped(setTyped(heard, 'unit', '区应急局', change), 'category', wages, change)
    expect(unitOf(own)?.value).toBe('区应急局')
  })
})
