import { describe, expect, it } from 'vitest'
import type { IncidentAddress } from '#shared/domain/ticket-fields.ts'
import type { Matter } from '#shared/domain/ticket/matter.ts'
import { rateSimilarity } from '#shared/domain/ticket/similar-tickets.ts'
import { heldOutPairs, knownPairs, pairCategories, type LabelledPair } from './similar-pairs.ts'

const parts = ['district', 'street', 'community', 'road', 'number', 'poi'] as const

function matter(written: string, hour: number, phone: string): Matter {
  const [category = '-', subject = '-', address = '-', words = ''] = written.split(' | ')
  const known = pairCategories[category]
  const [id = '', name = ''] = subject.split(' ')
  const said = address.split(' ')
  return {
    ticketId: `${phone}-${String(hour)}`,
    at: hour * 3_600_000,
    phones: [phone],
    requestType: '投诉',
    urgency: known?.[1] ?? '一般',
    category: known === undefined ? undefined : { code: known[0], path: [category] },
    subject: subject === '-' ? undefined : { name, ...(id === '-' ? {} : { id }) },
    address: Object.fromEntries(
      parts.flatMap((part, index) => {
        const value = said[index] ?? '-'
        return value === '-' ? [] : [[part, value]]
      }),
    ) satisfies IncidentAddress,
    words,
  }
}

function judged(pair: LabelledPair) {
  const earlier = matter(pair.earlier, 0, '13800138000')
  const phone = pair.relation === 'same-caller' ? '13800138000' : '13900139000'
  return rateSimilarity(matter(pair.later, pair.hours, phone), earlier)
}

function figures(pairs: readonly LabelledPair[]) {
  const rows = pairs.map((pair) => ({ pair, found: judged(pair) !== undefined }))
  const count = (same: boolean, found: boolean) =>
    rows.filter((row) => row.pair.same === same && row.found === found).length
  const wrong = rows.filter(({ pair, found }) => pair.same !== found).map(({ pair }) => pair)
  return {
    precision: count(true, true) / (count(true, true) + count(false, true)),
    recall: count(true, true) / (count(true, true) + count(true, false)),
    wrong,
  }
}

const at = (written: string, hour: number, phone = '13800138000', more: Partial<Matter> = {}): Matter => ({
  ...matter(written, hour, phone),
  ...more,
})
const wages = '欠薪 | S2 宏发建筑工程有限公司 | 番禺区 - - - - - | 公司欠我们工资没给'

describe('the rating of similar tickets', () => {
  it.each([
    ['pairs it was set on', knownPairs, { precision: 0.97, recall: 0.9 }],
    ['pairs it was not', heldOutPairs, { precision: 0.9, recall: 0.9 }],
  ])('keeps its precision and recall on the %s', (_, pairs, least) => {
    const { precision, recall, wrong } = figures(pairs)
    const misses = wrong.map((pair) => `${String(pair.same)}: ${pair.earlier} → ${pair.later}`).join('\n')
    expect(precision, misses).toBeGreaterThanOrEqual(least.precision)
    expect(recall, misses).toBeGreaterThanOrEqual(least.recall)
  })

  it('says why, the caller first', () => {
    expect(rateSimilarity(at(wages, 48), at(wages, 0))).toMatchObject({
      relation: 'same-caller',
      reasons: ['caller', 'subject', 'category', 'words'],
    })
  })

  it('looks back ninety days for the same caller and one for others', () => {
    const other = '13900139000'
    expect(rateSimilarity(at(wages, 89 * 24), at(wages, 0))).toBeDefined()
    expect(rateSimilarity(at(wages, 91 * 24), at(wages, 0))).toBeUndefined()
    expect(rateSimilarity(at(wages, 23, other), at(wages, 0))).toBeDefined()
    expect(rateSimilarity(at(wages, 25, other), at(wages, 0))).toBeUndefined()
  })

  it('takes no question, proposal or praise of others for one event', () => {
    const question = at(wages, 1, '13900139000', { requestType: '咨询' })
    expect(rateSimilarity(question, at(wages, 0))).toBeUndefined()
  })

  it('does not depend on which of two was first, but for the words that follow up', () => {
    const pairs = [...knownPairs, ...heldOutPairs].filter(({ relation }) => relation === 'other-caller')
    for (const pair of pairs) {
      const earlier = matter(pair.earlier, 0, '13800138000')
      const later = matter(pair.later, pair.hours, '13900139000')
      expect(rateSimilarity(later, earlier)).toEqual(rateSimilarity(earlier, later))
    }
  })
})
