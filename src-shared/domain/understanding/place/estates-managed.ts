import type { Subject } from '../../site-pack.ts'

const office = '(?:管理处|服务中心|管理中心)'
const managed = [
  new RegExp(`物业(?:服务|管理)?(?<estate>\\p{Script=Han}{3,6})${office}$`, 'u'),
  new RegExp(`^(?<estate>\\p{Script=Han}{3,6})物业${office}$`, 'u'),
]

/** The estates that the listed managers of property have in their names: 春晖里 of 宁和物业春晖里管理处. */
export function estatesManaged(subjects: readonly Pick<Subject, 'name'>[]): readonly string[] {
  const found = subjects.flatMap(({ name }) =>
    managed.flatMap((pattern) => pattern.exec(name)?.groups?.['estate'] ?? []),
  )
  return [...new Set(found)]
}
