import { describe, expect, it } from 'vitest'
import { scriptValues } from '#shared/domain/scripts/script-values.ts'
import { setTyped } from '#shared/domain/ticket/draft.ts'
import type { TicketDraft, TicketFields } from '#shared/domain/ticket-fields.ts'

const categories = [
  {
    code: '0101001',
    level1: '市容环卫',
    level2: '环境卫生',
    level3: '垃圾堆放清运',
    keywords: [],
    unit: '{district}城市管理和综合执法局',
    urgency: '一般',
  },
] as const

function draftOf(fields: TicketFields): TicketDraft {
  return Object.entries(fields).reduce<TicketDraft>(
    (draft, [field, value]) =>
      setTyped(draft, field as keyof TicketFields, value, { by: '8031', at: '2026-11-21T00:00:00Z' }),
    {},
  )
}

describe('what a script is told', () => {
  it('speaks the caller, the place and the unit as an operator would', () => {
    const values = scriptValues(
      draftOf({
        contactName: '王建国',
        gender: '男',
        incidentAddress: { road: '天河北路', district: '天河区', number: '25号' },
        category: { code: '0101001', path: ['市容环卫', '环境卫生', '垃圾堆放清运'] },
      }),
      [...categories].map((category) => ({ ...category, keywords: [] })),
      undefined,
    )
    expect(values).toEqual({
      callerName: '王先生',
      address: '天河区天河北路25号',
      category: '垃圾堆放清运',
      unit: '天河区城市管理和综合执法局',
    })
  })

  it('leaves out what is not known, and what a person cleared', () => {
    const cleared = setTyped({}, 'contactName', null, { by: '8031', at: '2026-11-21T00:00:00Z' })
    expect(scriptValues(cleared, [], undefined)).toEqual({})
  })

  it('does not give a title twice', () => {
    expect(scriptValues(draftOf({ contactName: '陈女士', gender: '女' }), [], '20261121-000001')).toEqual({
      callerName: '陈女士',
      number: '20261121-000001',
    })
  })
})
