import { describe, expect, it } from 'vitest'
import { dispatchRuleSchema, type DispatchRule } from '#shared/domain/site-pack.ts'
import { responsibleUnit } from '#shared/domain/ticket/responsible-unit.ts'
import type { IncidentAddress } from '#shared/domain/ticket-fields.ts'

const rule = (category: string, place: string, unit: string, more: Readonly<Record<string, string>> = {}) =>
  dispatchRuleSchema.parse({ category, place, unit, ...more })

const dispatch: readonly DispatchRule[] = [
  rule('0105', '*', '{district}住建局', { unplaced: '市住建局', fallback: '{district}政数局|12345热线' }),
  rule('0105001', '*', '市路灯所', { returns: '职能交叉>{district}政数局' }),
  rule('0105001', '增城区', '增城区住建局'),
  rule('0105001', '新塘镇', '新塘镇政府'),
  rule('0105001', 'road:高速', '省交通厅'),
  rule('02', '*', '{street}办事处', { fallback: '{district}住建局|12345热线' }),
]
const lamp = { code: '0105001', path: ['市容环卫', '市政设施', '路灯不亮'] }
const road = { code: '0105004', path: ['市容环卫', '市政设施', '路面破损'] }
const house = { code: '0201001', path: ['住房城建', '物业管理', '物业服务不到位'] }
const unitOf = (category: typeof lamp, address?: IncidentAddress) =>
  responsibleUnit(category, address, dispatch)?.unit

describe('the responsible unit', () => {
  it('comes from the narrowest category, and within it from the narrowest place', () => {
    expect(unitOf(road, { district: '天河区' })).toBe('天河区住建局')
    expect(unitOf(lamp, { district: '天河区' })).toBe('市路灯所')
    expect(unitOf(lamp, { district: '增城区' })).toBe('增城区住建局')
    expect(unitOf(lamp, { district: '增城区', street: '新塘镇' })).toBe('新塘镇政府')
    expect(unitOf(lamp, { district: '增城区', street: '新塘镇', road: '广深高速' })).toBe('省交通厅')
  })

  it('is the unit for unknown places while the district is open, and says so', () => {
    const open = responsibleUnit(road, undefined, dispatch)
    expect(open).toMatchObject({ unit: '市住建局', placed: false, fallback: ['12345热线'] })
    expect(open?.why).toContain('地址还不清楚')
    expect(responsibleUnit(road, { district: '天河区' }, dispatch)).toMatchObject({
      placed: true,
      fallback: ['天河区政数局', '12345热线'],
      why: '派单目录：天河区的“路面破损”由天河区住建局承办',
    })
  })

  it('is the first fallback that the address allows where no unit for unknown places is given', () => {
    expect(unitOf(house, { district: '天河区', street: '石牌街道' })).toBe('石牌街道办事处')
    expect(unitOf(house, { district: '天河区' })).toBe('天河区住建局')
    expect(unitOf(house)).toBe('12345热线')
  })

  it('names who is next after a return, as far as the place is known', () => {
    const returnsAt = (address?: IncidentAddress) => responsibleUnit(lamp, address, dispatch)?.returns
    expect(returnsAt({ district: '天河区' })).toEqual([{ reason: '职能交叉', to: '天河区政数局' }])
    expect(returnsAt()).toEqual([])
  })

  it('is absent where no rule fits', () => {
    expect(unitOf({ code: '9901001', path: ['别的'] })).toBeUndefined()
  })
})
