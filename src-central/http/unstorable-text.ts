import { invalidSubmissionText } from '#shared/catalogue/central-refusals.ts'
import { RefusalError, refusalSaying } from '../refusal.ts'

/** Refuses text that PostgreSQL cannot hold in jsonb: the character NUL and halves of surrogate pairs. */
export function refuseUnstorableText(value: unknown): void {
  const paths = unstorablePaths(value, [])
  if (paths.length > 0) throw new RefusalError(refusalSaying('invalid', invalidSubmissionText(paths)))
}

function unstorablePaths(value: unknown, path: readonly string[]): readonly string[] {
  if (typeof value === 'string') {
    return value.includes('\0') || !value.isWellFormed() ? [path.join('.')] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => unstorablePaths(inner, [...path, key]))
}
