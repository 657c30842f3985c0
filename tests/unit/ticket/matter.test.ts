import { describe, expect, it } from 'vitest'
import type { FieldName, TicketDraft } from '#shared/domain/ticket-fields.ts'
import { setTyped } from '#shared/domain/ticket/draft.ts'
import { baseName, callerKeys, matterKeys, matterOf } from '#shared/domain/ticket/matter.ts'

const by = { by: '8031', at: '2026-11-20T01:00:00.000Z' }
const call = { startedAt: '2026-11-20T09:00:00+08:00', callerNumber: '+86 137-1111-2222' }
const draftOf = (fields: Partial<Record<FieldName, unknown>>): TicketDraft =>
  Object.entries(fields).reduce<TicketDraft>(
    (draft, [field, value]) => setTyped(draft, field as FieldName, value, by),
    {},
  )

describe('a matter', () => {
  it('is known by the call-in and the contact number, as digits, each once', () => {
    const same = matterOf('t1', call, draftOf({ contactPhone: '13711112222' }))
    expect(callerKeys(same)).toEqual(['phone:13711112222'])
    const other = matterOf('t1', call, draftOf({ contactPhone: '02087654321' }))
    expect(callerKeys(other)).toEqual(['phone:13711112222', 'phone:02087654321'])
  })

  it('leaves no number of an anonymous caller, and no service number', () => {
    expect(callerKeys(matterOf('t1', call, draftOf({ anonymous: true })))).toEqual([])
    expect(callerKeys(matterOf('t1', { ...call, callerNumber: '10086' }, {}))).toEqual([])
  })

  it('is found by its party, with and without its branch, and by the parts of its place', () => {
    const matter = matterOf(
      't1',
      call,
      draftOf({
        subject: { id: 'S1', name: '幸福西饼（体育西路店）' },
        incidentAddress: { district: '天河区', street: '天河南街道', road: '体育西路', number: '18号' },
      }),
    )
    expect(matterKeys(matter)).toEqual(['subject:S1', 'name:幸福西饼', 'street:天河南街道', 'road:体育西路'])
    expect(matter.at).toBe(Date.parse('2026-11-20T01:00:00Z'))
  })

  it.each([
    ['宏发建筑工程有限公司', '宏发建筑工程'],
    ['顺达物流集团', '顺达物流'],
    ['老张烧烤店', '老张烧烤店'],
    ['公司', '公司'],
  ])('%s is %s without its legal form', (name, base) => {
    expect(baseName(name)).toBe(base)
  })
})
