import type { SitePack, Subject } from '#shared/domain/site-pack.ts'

const brands = Array.from('福盛鸿利佳美华康金源兴旺天和安泰悦丰嘉诚')
const trades = [
  '餐饮店',
  '超市',
  '物业管理有限公司',
  '健身会所',
  '教育培训中心',
  '建筑工程有限公司',
  '美容店',
  '汽车维修厂',
  '幼儿园',
  '快递服务部',
]

/** The pack's own subjects and as many made-up ones as are wanted, the same in every run. */
export function generatedSubjects(pack: SitePack, count: number): readonly Subject[] {
  const made = Array.from({ length: count - pack.subjects.length }, (_, index): Subject => {
    const road = pack.roads[(index * 7) % pack.roads.length]?.name ?? ''
    const first = brands[index % brands.length] ?? ''
    const second = brands[Math.floor(index / brands.length) % brands.length] ?? ''
    const trade = trades[Math.floor(index / brands.length ** 2) % trades.length] ?? ''
    const brand = `${first}${second}`
    return {
      id: `G${String(index).padStart(5, '0')}`,
      name: `${brand}${trade}${road}店`,
      aliases: [`${brand}${trade}`],
      address: `${road}${String((index % 300) + 1)}号`,
      kind: 'business',
    }
  })
  return [...pack.subjects, ...made]
}
