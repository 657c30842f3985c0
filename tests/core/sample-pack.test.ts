import { beforeAll, describe, expect, it } from 'vitest'
import { unwrap } from '#shared/base/result.ts'
import type { SitePack } from '#shared/domain/site-pack.ts'
import { deadlines } from '#shared/domain/ticket/deadlines.ts'
import { responsibleUnit } from '#shared/domain/ticket/responsible-unit.ts'
import { defaultPackDirectory } from '../../src-main/core/knowledge/default-pack.ts'
import { inspectSitePack, loadSitePack } from '../../src-main/core/knowledge/load-site-pack.ts'

let pack: SitePack
beforeAll(async () => {
  pack = unwrap(await loadSitePack(defaultPackDirectory()))
})
const distinct = (values: readonly string[]): number => new Set(values).size

describe('the sample pack', () => {
  it('has nothing wrong with it', async () => {
    expect((await inspectSitePack(defaultPackDirectory())).problems).toEqual([])
  })

  it('has 13, 110 and 400 classes, each with words as people say them', () => {
    const { categories } = pack
    expect(distinct(categories.map(({ level1 }) => level1))).toBe(13)
    expect(distinct(categories.map(({ level2 }) => level2))).toBe(110)
    expect(distinct(categories.map(({ level3 }) => level3))).toBe(400)
    expect(distinct(categories.map(({ code }) => code.slice(0, 4)))).toBe(110)
    expect(categories.filter(({ keywords }) => keywords.length < 5)).toEqual([])
  })

  it('has 400 parties, at districts and streets that exist', () => {
    expect(pack.subjects).toHaveLength(400)
    const names = (level: string): readonly string[] =>
      pack.divisions.filter((division) => division.level === level).map(({ name }) => name)
    const misplaced = pack.subjects.filter(({ address }) => {
      if (address === '') return false
      const district = names('district').find((name) => address.startsWith(name))
      const rest = address.slice(district?.length ?? 0)
      return district === undefined || !names('street').some((name) => rest.startsWith(name))
    })
    expect(misplaced).toEqual([])
  })

  it('knows a unit for every matter, with and without a place', () => {
    const lost = pack.categories.filter(({ code, level3 }) => {
      const category = { code, path: [level3] }
      const placed = responsibleUnit(category, { district: '天河区' }, pack.dispatch)
      const open = responsibleUnit(category, undefined, pack.dispatch)
      return placed === undefined || open === undefined || /[{}]/u.test(placed.unit + open.unit)
    })
    expect(lost).toEqual([])
  })

  it('dispatches within 1, 2 and 24 hours', () => {
    const began = Date.parse('2026-11-21T09:12:00+08:00')
    const hours = (['突发', '及时', '一般'] as const).map((urgency) => {
      const dispatch = deadlines(began, { urgency }, pack).find(({ what }) => what === 'dispatch')
      return ((dispatch?.by ?? 0) - began) / 3_600_000
    })
    expect(hours).toEqual([1, 2, 24])
  })
})
