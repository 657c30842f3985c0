import { describe, expect, it } from 'vitest'
import { setTyped } from '#shared/domain/ticket/draft.ts'
import { missingElements } from '#shared/domain/ticket/missing-elements.ts'
import type { FieldName, TicketDraft, TicketFields } from '#shared/domain/ticket-fields.ts'

function draftOf(fields: TicketFields): TicketDraft {
  return Object.entries(fields).reduce<TicketDraft>(
    (draft, [field, value]) =>
      setTyped(draft, field as FieldName, value, { by: '8031', at: '2026-11-21T00:00:00Z' }),
    {},
  )
}

const missing = (fields: TicketFields): readonly string[] =>
  missingElements(draftOf(fields), []).map(({ element }) => element)

describe('the missing elements', () => {
  it('are all of them on an empty ticket, in the order to ask', () => {
    expect(missing({})).toEqual(['type', 'event', 'place', 'time', 'persons', 'phone', 'demand'])
  })

  it('are none once each is there', () => {
    const complete: TicketFields = {
      requestType: '投诉',
      content: '楼上装修',
      incidentAddress: { district: '天河区' },
      incidentTime: '2026-11-20',
      contactName: '王先生',
      contactPhone: '13800138000',
      demand: '停止夜间施工',
    }
    expect(missing(complete)).toEqual([])
  })

  it('leave out place, time and demand for a question, and who called for an anonymous one', () => {
    expect(missing({ requestType: '咨询', content: '居住证怎么办理' })).toEqual(['persons', 'phone'])
    expect(missing({ requestType: '咨询', content: '居住证怎么办理', anonymous: true })).toEqual([])
  })

  it('count a cleared field and an address without parts as missing', () => {
    const cleared = setTyped(draftOf({}), 'demand', null, { by: '8031', at: '2026-11-21T00:00:00Z' })
    expect(missingElements(cleared, []).map(({ element }) => element)).toContain('demand')
    expect(missing({ incidentAddress: {} })).toContain('place')
  })

  it('are asked for in the words of the narrowest checklist that the pack has for the category', () => {
    const category = { code: '0101001', path: ['市容环卫', '环境卫生', '垃圾堆放清运'] }
    const asked = missingElements(draftOf({ category }), [
      { category: '环境卫生', ask: [{ element: 'place', question: '请问垃圾堆在哪条路？' }] },
      { category: '市容环卫', ask: [{ element: 'place', question: '请问在哪个区？' }] },
    ])
    expect(asked.find(({ element }) => element === 'place')?.question).toBe('请问垃圾堆在哪条路？')
    expect(asked.find(({ element }) => element === 'time')?.question).not.toBe('')
  })
})
