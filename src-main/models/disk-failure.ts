import type { Failure } from '#shared/base/result.ts'
import { speechModelText } from '#shared/catalogue/speech-models.ts'

/** What the person is told where the disk refuses. Codes: `disk-full`, `models-not-writable`. Undefined for anything else. */
export function diskFailure(error: unknown): Failure | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk-full', message: speechModelText.diskFull }
  if (code === undefined || syscall === undefined) return undefined
  return { code: 'models-not-writable', message: speechModelText.cannotWrite(`${code} ${syscall}`) }
}
